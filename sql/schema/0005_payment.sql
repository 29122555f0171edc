-- Payments, the collectors' settlement files, the books and the receipts.

-- reference is the number the gateway is given, and takes only once; slip_number the 16 digits on a
-- slip. next_ask_at: when the gateway is to be asked, NULL for never. trade_number: names the
-- money that paid it. session_key: by which a gateway that must hear of it first knows it.
CREATE TABLE payment (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  reference VARCHAR(20) NOT NULL,
  account_id BIGINT UNSIGNED NOT NULL,
  method VARCHAR(30) NOT NULL,
  amount INT NOT NULL,
  state VARCHAR(30) NOT NULL,
  state_since DATETIME(3) NOT NULL,
  created_at DATETIME(3) NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  slip_number CHAR(16) NULL,
  deadline DATE NULL,
  next_ask_at DATETIME(3) NULL,
  trade_number VARCHAR(120) NULL,
  paid_at DATETIME(3) NULL,
  session_key VARCHAR(200) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY payment_reference (reference),
  UNIQUE KEY payment_slip (slip_number),
  KEY payment_account (account_id, id),
  KEY payment_next_ask (next_ask_at),
  KEY payment_state (state, expires_at),
  KEY payment_created (created_at),
  CONSTRAINT payment_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- held_case_id is the case while the payment is open or paid and NULL when it was given up, so that
-- the database itself refuses a second such payment of a case.
CREATE TABLE payment_case (
  payment_id BIGINT UNSIGNED NOT NULL,
  case_id BIGINT UNSIGNED NOT NULL,
  amount INT NOT NULL,
  held_case_id BIGINT UNSIGNED NULL,
  PRIMARY KEY (payment_id, case_id),
  UNIQUE KEY payment_case_held (held_case_id),
  KEY payment_case_case (case_id),
  CONSTRAINT payment_case_payment FOREIGN KEY (payment_id) REFERENCES payment (id),
  CONSTRAINT payment_case_case FOREIGN KEY (case_id) REFERENCES application_case (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Append only.
CREATE TABLE payment_history (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  payment_id BIGINT UNSIGNED NOT NULL,
  at DATETIME(3) NOT NULL,
  actor VARCHAR(80) NOT NULL,
  event VARCHAR(30) NOT NULL,
  from_state VARCHAR(30) NULL,
  to_state VARCHAR(30) NOT NULL,
  detail VARCHAR(1000) NOT NULL DEFAULT '',
  PRIMARY KEY (id),
  KEY payment_history_payment (payment_id, id),
  CONSTRAINT payment_history_payment FOREIGN KEY (payment_id) REFERENCES payment (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- A gateway that let somebody wait for nothing; until then it is asked by the job alone.
CREATE TABLE gateway_rest (
  gateway VARCHAR(20) NOT NULL,
  rests_until DATETIME(3) NOT NULL,
  PRIMARY KEY (gateway)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE settlement_file (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  sha256 CHAR(64) NOT NULL,
  name VARCHAR(255) NOT NULL,
  collector VARCHAR(20) NOT NULL,
  sent_on DATE NOT NULL,
  line_count INT NOT NULL,
  total BIGINT NOT NULL,
  taken_in_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY settlement_file_digest (sha256),
  KEY settlement_file_taken_in (taken_in_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- outcome: settled, not-good (the collector itself says so: no money), known (another file brought it
-- before), or the name of the exception.
CREATE TABLE settlement_line (
  file_id BIGINT UNSIGNED NOT NULL,
  line_number INT NOT NULL,
  collector VARCHAR(20) NOT NULL,
  shop VARCHAR(20) NOT NULL,
  slip_number VARCHAR(20) NOT NULL,
  amount BIGINT NOT NULL,
  paid_on DATE NOT NULL,
  booked_on DATE NOT NULL,
  outcome VARCHAR(30) NOT NULL,
  payment_id BIGINT UNSIGNED NULL,
  PRIMARY KEY (file_id, line_number),
  KEY settlement_line_slip (slip_number),
  KEY settlement_line_payment (payment_id),
  CONSTRAINT settlement_line_file FOREIGN KEY (file_id) REFERENCES settlement_file (id),
  CONSTRAINT settlement_line_payment FOREIGN KEY (payment_id) REFERENCES payment (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Money that arrived and paid nothing, or was taken back (below zero); the cashier closes it with a note. cause names the money, so
-- that the same news twice makes one row; number is what the money bore, a reference or a slip number.
CREATE TABLE payment_exception (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  cause VARCHAR(120) NOT NULL,
  kind VARCHAR(30) NOT NULL,
  number VARCHAR(20) NOT NULL,
  payment_id BIGINT UNSIGNED NULL,
  method VARCHAR(30) NOT NULL,
  amount BIGINT NOT NULL,
  paid_on DATE NOT NULL,
  found_at DATETIME(3) NOT NULL,
  resolved_at DATETIME(3) NULL,
  resolved_by VARCHAR(80) NULL,
  note VARCHAR(1000) NOT NULL DEFAULT '',
  PRIMARY KEY (id),
  UNIQUE KEY payment_exception_cause (cause),
  KEY payment_exception_open (resolved_at, id),
  KEY payment_exception_payment (payment_id),
  CONSTRAINT payment_exception_payment FOREIGN KEY (payment_id) REFERENCES payment (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Append only. A booking is named after what made it, so it is made once; its legs sum to zero.
CREATE TABLE ledger_entry (
  booking VARCHAR(120) NOT NULL,
  leg SMALLINT NOT NULL,
  booked_on DATE NOT NULL,
  book VARCHAR(30) NOT NULL,
  method VARCHAR(30) NOT NULL,
  item VARCHAR(30) NOT NULL,
  amount BIGINT NOT NULL,
  payment_id BIGINT UNSIGNED NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (booking, leg),
  KEY ledger_entry_day (booked_on, book),
  KEY ledger_entry_payment (payment_id),
  CONSTRAINT ledger_entry_payment FOREIGN KEY (payment_id) REFERENCES payment (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE receipt (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  number VARCHAR(20) NOT NULL,
  payment_id BIGINT UNSIGNED NOT NULL,
  payer VARCHAR(100) NOT NULL,
  amount INT NOT NULL,
  issued_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY receipt_number (number),
  UNIQUE KEY receipt_payment (payment_id),
  CONSTRAINT receipt_payment FOREIGN KEY (payment_id) REFERENCES payment (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE receipt_paper (
  receipt_id BIGINT UNSIGNED NOT NULL,
  sha256 CHAR(64) NOT NULL,
  pdf MEDIUMBLOB NOT NULL,
  drawn_at DATETIME(3) NOT NULL,
  PRIMARY KEY (receipt_id),
  CONSTRAINT receipt_paper_receipt FOREIGN KEY (receipt_id) REFERENCES receipt (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
