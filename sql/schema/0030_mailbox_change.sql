-- Changes of an account's mailbox, as the mailbox that is left may stop them.

-- One row a change that was asked for. stop_hash: of the token in the link to the old mailbox, which
-- works until stops_until. confirm_hash: of the token that confirms the change (account_token).
-- objected_at: when the link to the old mailbox was used, before the confirmation or after it.
-- recovers_until: until then what recovers the account goes to the old mailbox.
CREATE TABLE mailbox_change (
  stop_hash CHAR(64) NOT NULL,
  account_id BIGINT UNSIGNED NOT NULL,
  confirm_hash CHAR(64) NOT NULL,
  old_mailbox VARCHAR(254) NOT NULL,
  asked_at DATETIME(3) NOT NULL,
  stops_until DATETIME(3) NOT NULL,
  confirmed_at DATETIME(3) NULL,
  objected_at DATETIME(3) NULL,
  recovers_until DATETIME(3) NULL,
  PRIMARY KEY (stop_hash),
  UNIQUE KEY mailbox_change_confirm (confirm_hash),
  KEY mailbox_change_account (account_id, asked_at),
  KEY mailbox_change_stops (stops_until),
  CONSTRAINT mailbox_change_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
