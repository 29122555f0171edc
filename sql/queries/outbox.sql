-- name: OutboxInsert
INSERT INTO outbox (cause_key, account_id, recipient, recipient_name, language, subject, text_body,
                    html_body, calendar, state, due_at, created_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULLIF(?, ''), 'waiting', ?, ?);

-- name: OutboxInsertNothing
INSERT INTO outbox (cause_key, account_id, recipient, recipient_name, language, subject, text_body,
                    html_body, calendar, state, due_at, created_at)
SELECT ?, ?, ?, ?, ?, ?, ?, ?, NULLIF(?, ''), 'waiting', ?, ? FROM (SELECT 1) one WHERE 1 = 0;

-- The server looks for each column from the row's beginning, so the long ones stand at its end.
-- name: OutboxInsertMany
INSERT INTO outbox (cause_key, account_id, recipient, recipient_name, language, subject, text_body,
                    html_body, calendar, state, due_at, created_at)
SELECT given.cause_key, given.account_id, given.recipient, given.recipient_name, given.language,
       given.subject, given.text_body, given.html_body, NULLIF(given.calendar, ''), 'waiting',
       given.at, given.at
FROM JSON_TABLE(?, '$[*]' COLUMNS (cause_key VARCHAR(160) PATH '$[0]',
  account_id BIGINT UNSIGNED PATH '$[1]', recipient VARCHAR(254) PATH '$[2]',
  recipient_name VARCHAR(100) PATH '$[3]', language VARCHAR(10) PATH '$[4]',
  subject VARCHAR(300) PATH '$[5]', at DATETIME(3) PATH '$[6]', text_body MEDIUMTEXT PATH '$[7]',
  html_body MEDIUMTEXT PATH '$[8]', calendar MEDIUMTEXT PATH '$[9]')) given;

-- name: OutboxClaim
UPDATE outbox SET claimed_by = ?, claimed_until = ?, attempts = attempts + 1
WHERE state = 'waiting' AND due_at <= ? AND (claimed_until IS NULL OR claimed_until <= ?)
ORDER BY due_at LIMIT ?;

-- name: OutboxClaimed
SELECT id, recipient, recipient_name, language, subject, text_body, html_body, calendar, attempts,
       created_at
FROM outbox WHERE claimed_by = ? AND state = 'waiting' ORDER BY due_at, id;

-- name: OutboxSent
UPDATE outbox
SET state = 'sent', sent_at = ?, text_body = '', html_body = '', calendar = NULL, last_error = '',
  claimed_by = NULL, claimed_until = NULL
WHERE id = ? AND claimed_by = ? AND state = 'waiting';

-- name: OutboxLater
UPDATE outbox SET due_at = ?, last_error = ?, claimed_by = NULL, claimed_until = NULL
WHERE id = ? AND claimed_by = ? AND state = 'waiting';

-- name: OutboxFailed
UPDATE outbox SET state = 'failed', last_error = ?, claimed_by = NULL, claimed_until = NULL
WHERE id = ? AND claimed_by = ? AND state = 'waiting';

-- name: OutboxRelease
UPDATE outbox SET attempts = attempts - 1, claimed_by = NULL, claimed_until = NULL
WHERE claimed_by = ? AND state = 'waiting';

-- name: OutboxRetry
UPDATE outbox
SET state = 'waiting', attempts = 0, due_at = ?, claimed_by = NULL, claimed_until = NULL
WHERE id = ? AND state <> 'sent';

-- name: OutboxSweep
DELETE FROM outbox WHERE created_at < ? AND state <> 'waiting' ORDER BY created_at LIMIT 1000;

-- name: OutboxListByState
SELECT id, cause_key, recipient, language, subject, state, attempts, due_at, created_at, sent_at,
       last_error
FROM outbox WHERE state = ? ORDER BY due_at DESC LIMIT ?;

-- name: OutboxListLatest
SELECT id, cause_key, recipient, language, subject, state, attempts, due_at, created_at, sent_at,
       last_error
FROM outbox ORDER BY id DESC LIMIT ?;
