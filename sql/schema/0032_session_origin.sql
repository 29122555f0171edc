-- Where a session is used, for its owner to know it and to end it.

-- id: for pages, as neither token nor digest is shown. address: from which it was seen last.
-- browser, platform: short names as handlers/rules/browser_name.h knows them, empty for any other.
ALTER TABLE session
  ADD COLUMN id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  ADD COLUMN address VARCHAR(45) NOT NULL DEFAULT '',
  ADD COLUMN browser VARCHAR(30) NOT NULL DEFAULT '',
  ADD COLUMN platform VARCHAR(30) NOT NULL DEFAULT '',
  ADD UNIQUE KEY session_id (id);
