-- name: AccountByLogin
SELECT id, applicant_id, category, login_name, password_hash, email, phone, extension, language,
       state, failures, rests_until, temporary_password_hash, temporary_password_expires_at,
       must_change_password, created_at, activated_at, last_login_at
FROM account WHERE login_name = ?;

-- name: AccountById
SELECT id, applicant_id, category, login_name, password_hash, email, phone, extension, language,
       state, failures, rests_until, temporary_password_hash, temporary_password_expires_at,
       must_change_password, created_at, activated_at, last_login_at
FROM account WHERE id = ?;

-- name: AccountMailboxes
SELECT a.id, COALESCE(n.id, a.id) AS account_id, COALESCE(n.language, a.language) AS language,
       COALESCE(n.email, a.email) AS email, p.chinese_name, p.surname, p.given_name
FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$[0]')) given
  STRAIGHT_JOIN account a FORCE INDEX (PRIMARY) ON a.id = given.id
  STRAIGHT_JOIN applicant p FORCE INDEX (PRIMARY) ON p.id = a.applicant_id
  LEFT JOIN account n FORCE INDEX (account_active_applicant)
    ON n.active_applicant_id = a.applicant_id;

-- name: AccountByIdLocked
SELECT id, applicant_id, category, login_name, password_hash, email, phone, extension, language,
       state, failures, rests_until, temporary_password_hash, temporary_password_expires_at,
       must_change_password, created_at, activated_at, last_login_at
FROM account WHERE id = ? FOR UPDATE;

-- name: AccountLatest
SELECT id, applicant_id, category, login_name, password_hash, email, phone, extension, language,
       state, failures, rests_until, temporary_password_hash, temporary_password_expires_at,
       must_change_password, created_at, activated_at, last_login_at
FROM account ORDER BY id DESC LIMIT ?;

-- name: AccountActiveOfApplicant
SELECT id FROM account WHERE active_applicant_id = ?;

-- name: AccountPendingOfApplicant
SELECT id FROM account WHERE applicant_id = ? AND state = 'pending';

-- name: AccountPendingBefore
SELECT id FROM account WHERE state = 'pending' AND created_at < ? AND activated_at IS NULL
ORDER BY created_at LIMIT ?;

-- name: AccountTokensRemove
DELETE FROM account_token WHERE account_id = ?;

-- name: PasswordHistoryRemove
DELETE FROM password_history WHERE account_id = ?;

-- name: AccountPendingRemove
DELETE FROM account WHERE id = ? AND state = 'pending';

-- name: AccountInsert
INSERT INTO account (applicant_id, category, login_name, password_hash, email, phone, extension,
                     language, state, created_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?);

-- name: AccountActivate
UPDATE account SET state = 'active', activated_at = ? WHERE id = ? AND state = 'pending';

-- name: AccountClose
UPDATE account SET state = 'closed' WHERE id = ?;

-- name: AccountFailure
UPDATE account
SET rests_until = CASE WHEN failures + 1 >= ? THEN ? ELSE rests_until END, failures = failures + 1
WHERE id = ?;

-- name: AccountForgive
UPDATE account SET failures = 0, rests_until = NULL WHERE id = ?;

-- name: AccountLogin
UPDATE account SET failures = 0, rests_until = NULL, last_login_at = ? WHERE id = ?;

-- name: AccountSetTemporaryPassword
UPDATE account SET temporary_password_hash = ?, temporary_password_expires_at = ? WHERE id = ?;

-- name: AccountAdoptTemporaryPassword
-- Its end goes on holding until another password is chosen.
UPDATE account
SET password_hash = temporary_password_hash, temporary_password_hash = NULL, must_change_password = 1
WHERE id = ? AND temporary_password_hash IS NOT NULL;

-- name: AccountSetPassword
UPDATE account
SET password_hash = ?, temporary_password_hash = NULL, temporary_password_expires_at = NULL,
    must_change_password = 0, failures = 0, rests_until = NULL
WHERE id = ?;

-- name: AccountSetEmail
UPDATE account SET email = ? WHERE id = ?;

-- name: AccountActiveWithEmail
SELECT id FROM account WHERE email = ? AND state = 'active' AND id <> ? LIMIT 1;

-- name: AccountForgetTemporaryPassword
UPDATE account
SET temporary_password_hash = NULL,
    temporary_password_expires_at = IF(must_change_password = 1, temporary_password_expires_at, NULL)
WHERE id = ?;

-- name: AccountSetPhone
UPDATE account SET phone = ?, extension = ? WHERE id = ?;

-- name: PasswordHistoryInsert
INSERT INTO password_history (account_id, password_hash, set_at) VALUES (?, ?, ?);

-- name: PasswordHistoryRecent
SELECT password_hash FROM password_history WHERE account_id = ? ORDER BY set_at DESC, id DESC LIMIT ?;
