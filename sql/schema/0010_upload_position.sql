-- The order in which files were handed in. created_at is one for all files of a request; position is
-- the place among them, so a slot's files are in the order of created_at, then position. Files from
-- before this column have no order among those of a request.
ALTER TABLE upload ADD COLUMN position SMALLINT UNSIGNED NOT NULL DEFAULT 0;
