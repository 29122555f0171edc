-- A form that is open in two windows at once.

-- How many saves changed an answer of it. A page carries the number that it shows.
ALTER TABLE draft ADD COLUMN revision INT UNSIGNED NOT NULL DEFAULT 0;

-- What each of those saves changed: the field's value before it, empty: none. page: the page that
-- sent it, no value: one that has no name. It goes with the draft.
CREATE TABLE draft_change (
  draft_id CHAR(36) NOT NULL,
  revision INT UNSIGNED NOT NULL,
  field VARCHAR(80) NOT NULL,
  before_value TEXT NOT NULL,
  page CHAR(36) NULL,
  PRIMARY KEY (draft_id, revision, field),
  CONSTRAINT draft_change_draft FOREIGN KEY (draft_id) REFERENCES draft (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
