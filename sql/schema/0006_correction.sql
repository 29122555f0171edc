-- Corrections in progress, and how long the agency usually takes.

-- A draft with a case is the answer to that case's return: its form, its new files, and the reply to
-- the reviewer.
ALTER TABLE draft
  ADD COLUMN case_id BIGINT UNSIGNED NULL,
  ADD COLUMN reply VARCHAR(2000) NOT NULL DEFAULT '',
  ADD UNIQUE KEY draft_case (case_id),
  ADD CONSTRAINT draft_case FOREIGN KEY (case_id) REFERENCES application_case (id);

-- A file of the case that the answer takes away. It stays in the case until the answer is sent.
CREATE TABLE correction_removal (
  upload_id CHAR(36) NOT NULL,
  draft_id CHAR(36) NOT NULL,
  PRIMARY KEY (upload_id),
  KEY correction_removal_draft (draft_id),
  CONSTRAINT correction_removal_upload FOREIGN KEY (upload_id) REFERENCES upload (id),
  CONSTRAINT correction_removal_draft FOREIGN KEY (draft_id) REFERENCES draft (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- What an answer to a return changed in the form, with the row of history that sent it: who and when
-- stand there. An empty value: the field had none.
CREATE TABLE case_change (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  case_id BIGINT UNSIGNED NOT NULL,
  history_id BIGINT UNSIGNED NOT NULL,
  field VARCHAR(80) NOT NULL,
  before_value VARCHAR(2000) NOT NULL,
  after_value VARCHAR(2000) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY case_change_place (case_id, history_id, field),
  KEY case_change_history (history_id),
  CONSTRAINT case_change_case FOREIGN KEY (case_id) REFERENCES application_case (id),
  CONSTRAINT case_change_history FOREIGN KEY (history_id) REFERENCES case_history (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- The median time that cases of a service spent in a state which they left in the last 90 days. No
-- row: no case did.
CREATE TABLE usual_time (
  service VARCHAR(20) NOT NULL,
  state VARCHAR(30) NOT NULL,
  seconds BIGINT UNSIGNED NOT NULL,
  cases INT NOT NULL,
  computed_at DATETIME(3) NOT NULL,
  PRIMARY KEY (service, state)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
