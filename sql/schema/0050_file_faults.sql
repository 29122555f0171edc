-- What the program has found wrong with the picture in a file when it came: the codes of
-- handlers/rules/file_fault.h with spaces between them, empty when nothing was found or nothing was
-- looked at. A warning for the student and the reviewer.
ALTER TABLE upload ADD COLUMN faults VARCHAR(400) NOT NULL DEFAULT '';
ALTER TABLE kept_file ADD COLUMN faults VARCHAR(400) NOT NULL DEFAULT '';
