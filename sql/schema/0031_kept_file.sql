-- Files that were sent in a session that had ended by itself: they wait beside the kept form
-- (kept_form) and belong to no draft before their account's next login. draft_id: of the draft that
-- they were sent for; case_id: of the case whose correction it is. One of the two has a value.
CREATE TABLE kept_file (
  id CHAR(36) NOT NULL,
  account_id BIGINT UNSIGNED NOT NULL,
  draft_id CHAR(36) NULL,
  case_id BIGINT UNSIGNED NULL,
  slot VARCHAR(40) NOT NULL,
  name VARCHAR(255) NOT NULL,
  mime VARCHAR(60) NOT NULL,
  size INT UNSIGNED NOT NULL,
  sha256 CHAR(64) NOT NULL,
  content MEDIUMBLOB NOT NULL,
  position SMALLINT UNSIGNED NOT NULL,
  kept_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  KEY kept_file_account (account_id, kept_at),
  KEY kept_file_kept (kept_at),
  KEY kept_file_draft (draft_id),
  KEY kept_file_case (case_id),
  CONSTRAINT kept_file_account FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT kept_file_draft FOREIGN KEY (draft_id) REFERENCES draft (id) ON DELETE CASCADE,
  CONSTRAINT kept_file_case FOREIGN KEY (case_id) REFERENCES application_case (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
