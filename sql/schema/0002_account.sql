-- Accounts, what proves who somebody is, and what slows down those who guess.

-- A login name differs from another in more than case. An applicant may have many accounts that were
-- never activated but one active one.
CREATE TABLE account (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  applicant_id BIGINT UNSIGNED NOT NULL,
  category VARCHAR(20) NOT NULL,
  login_name VARCHAR(60) COLLATE utf8mb4_general_ci NOT NULL,
  password_hash VARCHAR(200) NOT NULL,
  email VARCHAR(254) NOT NULL,
  phone VARCHAR(30) NOT NULL DEFAULT '',
  extension VARCHAR(10) NOT NULL DEFAULT '',
  language VARCHAR(10) NOT NULL,
  state VARCHAR(10) NOT NULL DEFAULT 'pending',
  failures INT NOT NULL DEFAULT 0,
  rests_until DATETIME(3) NULL,
  temporary_password_hash VARCHAR(200) NULL,
  temporary_password_expires_at DATETIME(3) NULL,
  must_change_password TINYINT NOT NULL DEFAULT 0,
  created_at DATETIME(3) NOT NULL,
  activated_at DATETIME(3) NULL,
  last_login_at DATETIME(3) NULL,
  active_applicant_id BIGINT UNSIGNED AS (CASE WHEN state = 'active' THEN applicant_id END) VIRTUAL,
  PRIMARY KEY (id),
  UNIQUE KEY account_login_name (login_name),
  UNIQUE KEY account_active_applicant (active_applicant_id),
  KEY account_applicant (applicant_id),
  KEY account_state (state, created_at),
  CONSTRAINT account_applicant FOREIGN KEY (applicant_id) REFERENCES applicant (id),
  CONSTRAINT account_state CHECK (state IN ('pending', 'active', 'closed'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE password_history (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  account_id BIGINT UNSIGNED NOT NULL,
  password_hash VARCHAR(200) NOT NULL,
  set_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  KEY password_history_account (account_id, set_at),
  CONSTRAINT password_history_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- What a mail carries, once and for a time: activate, mailbox (the new address is the payload),
-- login-code.
CREATE TABLE account_token (
  token_hash CHAR(64) NOT NULL,
  account_id BIGINT UNSIGNED NOT NULL,
  purpose VARCHAR(20) NOT NULL,
  payload VARCHAR(254) NOT NULL DEFAULT '',
  created_at DATETIME(3) NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  used_at DATETIME(3) NULL,
  PRIMARY KEY (token_hash),
  KEY account_token_account (account_id, purpose, created_at),
  KEY account_token_expires (expires_at),
  CONSTRAINT account_token_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE session (
  token_hash CHAR(64) NOT NULL,
  account_id BIGINT UNSIGNED NOT NULL,
  created_at DATETIME(3) NOT NULL,
  last_seen_at DATETIME(3) NOT NULL,
  ends_at DATETIME(3) NOT NULL,
  PRIMARY KEY (token_hash),
  KEY session_account (account_id),
  KEY session_ends (ends_at),
  CONSTRAINT session_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- The fields of a form that was sent in a session that had ended by itself, as JSON: shown on that
-- page after the account's next login, and gone once they are saved there.
CREATE TABLE kept_form (
  account_id BIGINT UNSIGNED NOT NULL,
  path VARCHAR(200) NOT NULL,
  fields MEDIUMTEXT NOT NULL,
  kept_at DATETIME(3) NOT NULL,
  PRIMARY KEY (account_id, path),
  KEY kept_form_kept (kept_at),
  CONSTRAINT kept_form_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Captchas that were tried; one that was never tried is not stored.
CREATE TABLE captcha (
  id CHAR(36) NOT NULL,
  used_at DATETIME(3) NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  KEY captcha_expires (expires_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE rate_counter (
  bucket VARCHAR(120) NOT NULL,
  window_start DATETIME(3) NOT NULL,
  hits INT NOT NULL,
  PRIMARY KEY (bucket, window_start),
  KEY rate_counter_window (window_start)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
