-- Drafts, the files handed in, and application cases with all that happened to them.

-- An account goes on with the draft it has for a service and permit. on_record: of a data change, the
-- values that held when it was begun; the case takes them over. noticed_at: when the student was
-- told that it will be thrown away; saving it again makes that void.
CREATE TABLE draft (
  id CHAR(36) NOT NULL,
  account_id BIGINT UNSIGNED NOT NULL,
  service VARCHAR(20) NOT NULL,
  permit_id BIGINT UNSIGNED NOT NULL,
  form MEDIUMTEXT NOT NULL,
  on_record MEDIUMTEXT NULL,
  created_at DATETIME(3) NOT NULL,
  updated_at DATETIME(3) NOT NULL,
  noticed_at DATETIME(3) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY draft_place (account_id, service, permit_id),
  KEY draft_account (account_id, updated_at),
  KEY draft_updated (updated_at),
  KEY draft_permit (permit_id),
  CONSTRAINT draft_account FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT draft_permit FOREIGN KEY (permit_id) REFERENCES entry_permit (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- What the photo of a draft was cut from, and where: the student may choose another part of it. It
-- goes with the draft; a case keeps the photo alone.
CREATE TABLE photo_original (
  draft_id CHAR(36) NOT NULL,
  content MEDIUMBLOB NOT NULL,
  width INT UNSIGNED NOT NULL,
  height INT UNSIGNED NOT NULL,
  crop_size INT NOT NULL,
  crop_x INT NOT NULL,
  crop_y INT NOT NULL,
  PRIMARY KEY (draft_id),
  CONSTRAINT photo_original_draft FOREIGN KEY (draft_id) REFERENCES draft (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE case_group (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  number CHAR(9) NOT NULL,
  account_id BIGINT UNSIGNED NOT NULL,
  applicants INT NOT NULL DEFAULT 1,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY case_group_number (number),
  KEY case_group_account (account_id, created_at),
  CONSTRAINT case_group_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- permit_id is the permit the case starts from; the one it ends with is entry_permit.case_id.
-- open_permit_id lets the database itself refuse a second open case on one permit.
CREATE TABLE application_case (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  receipt_number CHAR(12) NOT NULL,
  group_id BIGINT UNSIGNED NOT NULL,
  account_id BIGINT UNSIGNED NOT NULL,
  applicant_id BIGINT UNSIGNED NOT NULL,
  service VARCHAR(20) NOT NULL,
  permit_id BIGINT UNSIGNED NOT NULL,
  state VARCHAR(30) NOT NULL,
  returned_by VARCHAR(10) NULL,
  fee INT NOT NULL,
  form MEDIUMTEXT NOT NULL,
  on_record MEDIUMTEXT NULL,
  submitted_at DATETIME(3) NOT NULL,
  state_since DATETIME(3) NOT NULL,
  open_permit_id BIGINT UNSIGNED AS (CASE WHEN state NOT IN
    ('issued', 'disapproved', 'not-accepted', 'withdrawn') THEN permit_id END) VIRTUAL,
  PRIMARY KEY (id),
  UNIQUE KEY application_case_receipt (receipt_number),
  UNIQUE KEY application_case_open_permit (open_permit_id),
  KEY application_case_group (group_id),
  KEY application_case_account (account_id, submitted_at),
  KEY application_case_account_state (account_id, state, submitted_at),
  KEY application_case_state (state, state_since),
  KEY application_case_applicant (applicant_id),
  KEY application_case_permit (permit_id),
  CONSTRAINT application_case_group FOREIGN KEY (group_id) REFERENCES case_group (id),
  CONSTRAINT application_case_account FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT application_case_applicant FOREIGN KEY (applicant_id) REFERENCES applicant (id),
  CONSTRAINT application_case_permit FOREIGN KEY (permit_id) REFERENCES entry_permit (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- A file belongs to a draft, then to the case that was sent from it. A file that a correction
-- replaced stays, with the time at which it ceased to count.
CREATE TABLE upload (
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
  created_at DATETIME(3) NOT NULL,
  replaced_at DATETIME(3) NULL,
  PRIMARY KEY (id),
  KEY upload_account (account_id),
  KEY upload_draft (draft_id, slot, created_at),
  KEY upload_case (case_id, slot, created_at),
  CONSTRAINT upload_account FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT upload_draft FOREIGN KEY (draft_id) REFERENCES draft (id),
  CONSTRAINT upload_case FOREIGN KEY (case_id) REFERENCES application_case (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Append only.
CREATE TABLE case_history (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  case_id BIGINT UNSIGNED NOT NULL,
  at DATETIME(3) NOT NULL,
  actor VARCHAR(80) NOT NULL,
  event VARCHAR(30) NOT NULL,
  from_state VARCHAR(30) NULL,
  to_state VARCHAR(30) NOT NULL,
  opinion VARCHAR(2000) NOT NULL DEFAULT '',
  PRIMARY KEY (id),
  KEY case_history_case (case_id, id),
  KEY case_history_at (at),
  CONSTRAINT case_history_case FOREIGN KEY (case_id) REFERENCES application_case (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- A reviewer's word on one field (`field`, its name) or one file (`file`, its upload id), given with
-- the return that the history row records.
CREATE TABLE case_remark (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  case_id BIGINT UNSIGNED NOT NULL,
  history_id BIGINT UNSIGNED NOT NULL,
  kind VARCHAR(5) NOT NULL,
  target VARCHAR(80) NOT NULL,
  remark VARCHAR(1000) NOT NULL,
  PRIMARY KEY (id),
  KEY case_remark_case (case_id, history_id),
  KEY case_remark_history (history_id),
  CONSTRAINT case_remark_case FOREIGN KEY (case_id) REFERENCES application_case (id),
  CONSTRAINT case_remark_history FOREIGN KEY (history_id) REFERENCES case_history (id),
  CONSTRAINT case_remark_kind CHECK (kind IN ('field', 'file'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
