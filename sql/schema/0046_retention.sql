-- What is kept for a time alone: accounts that nobody uses, and the files of cases that ended.

-- idle_since: the last login; of an account that never had one, when it was activated or registered.
-- end_noticed_at: when the student was told that the account will be removed; a later login makes
-- that void.
ALTER TABLE account
  ADD COLUMN end_noticed_at DATETIME(3) NULL,
  ADD COLUMN idle_since DATETIME(3) AS (COALESCE(last_login_at, activated_at, created_at)) VIRTUAL,
  ADD KEY account_idle (idle_since);

-- removed_at: when the content of a file was removed, which is empty since; name, size and digest
-- stay.
ALTER TABLE upload
  ADD COLUMN removed_at DATETIME(3) NULL,
  ADD KEY upload_removed (removed_at, created_at);
