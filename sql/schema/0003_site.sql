-- What every part of the house leans on: acts done once, numbers, mail, news, the audit trail.

CREATE TABLE act (
  act_key CHAR(36) NOT NULL,
  actor VARCHAR(80) NOT NULL,
  digest CHAR(64) NOT NULL,
  location VARCHAR(400) NOT NULL,
  done_at DATETIME(3) NOT NULL,
  PRIMARY KEY (act_key),
  KEY act_done (done_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE counter (
  name VARCHAR(40) NOT NULL,
  year SMALLINT NOT NULL,
  value BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (name, year)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- A mail to send. state: waiting, sent, failed (given up; an operator may retry). A mailer that
-- works on a row holds it until claimed_until; then another may take it. The bodies of a sent mail are
-- empty: some carry passwords and links.
CREATE TABLE outbox (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  cause_key VARCHAR(160) NOT NULL,
  account_id BIGINT UNSIGNED NULL,
  recipient VARCHAR(254) NOT NULL,
  recipient_name VARCHAR(100) NOT NULL DEFAULT '',
  language VARCHAR(10) NOT NULL,
  subject VARCHAR(300) NOT NULL,
  text_body MEDIUMTEXT NOT NULL,
  html_body MEDIUMTEXT NOT NULL,
  state VARCHAR(10) NOT NULL DEFAULT 'waiting',
  attempts INT NOT NULL DEFAULT 0,
  due_at DATETIME(3) NOT NULL,
  claimed_by VARCHAR(80) NULL,
  claimed_until DATETIME(3) NULL,
  created_at DATETIME(3) NOT NULL,
  sent_at DATETIME(3) NULL,
  last_error VARCHAR(400) NOT NULL DEFAULT '',
  PRIMARY KEY (id),
  UNIQUE KEY outbox_cause (cause_key),
  KEY outbox_due (state, due_at),
  KEY outbox_claim (claimed_by),
  KEY outbox_created (created_at),
  CONSTRAINT outbox_state CHECK (state IN ('waiting', 'sent', 'failed'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE announcement (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  reference VARCHAR(40) NOT NULL,
  important TINYINT NOT NULL DEFAULT 0,
  published_on DATE NOT NULL,
  withdrawn_on DATE NULL,
  unit_zh VARCHAR(100) NOT NULL,
  unit_en VARCHAR(200) NOT NULL,
  title_zh VARCHAR(200) NOT NULL,
  title_en VARCHAR(300) NOT NULL,
  body_zh TEXT NOT NULL,
  body_en TEXT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY announcement_reference (reference),
  KEY announcement_published (published_on)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE reviewer (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  login_name VARCHAR(60) COLLATE utf8mb4_general_ci NOT NULL,
  display_name VARCHAR(100) NOT NULL,
  password_hash VARCHAR(200) NOT NULL,
  active TINYINT NOT NULL DEFAULT 1,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY reviewer_login_name (login_name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Who did what to what, beside the histories of cases and payments.
CREATE TABLE audit (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  at DATETIME(3) NOT NULL,
  actor VARCHAR(80) NOT NULL,
  action VARCHAR(60) NOT NULL,
  object VARCHAR(120) NOT NULL,
  detail VARCHAR(1000) NOT NULL DEFAULT '',
  PRIMARY KEY (id),
  KEY audit_at (at),
  KEY audit_object (object, at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
