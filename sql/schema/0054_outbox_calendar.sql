-- The file that a mail brings along for the reader's calendar; NULL: none. It is wiped with the
-- words once the mail is sent.
ALTER TABLE outbox ADD COLUMN calendar MEDIUMTEXT NULL;
