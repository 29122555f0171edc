-- name: OutboxInsert
INSERT INTO outbox (cause_key, account_id, recipient, language, subject, text_body, html_body,
                    state, due_at, created_at)
VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?);

-- name: OutboxClaim
UPDATE outbox SET claimed_by = ?, claimed_until = ?, attempts = attempts + 1
WHERE state = 'waiting' AND due_at <= ? AND (claimed_until IS NULL OR claimed_until <= ?)
ORDER BY due_at LIMIT ?;

-- name: OutboxClaimed
SELECT id, recipient, language, subject, text_body, html_body, attempts, created_at
FROM outbox WHERE claimed_by = ? AND state = 'waiting' ORDER BY due_at, id;

-- name: OutboxSent
UPDATE outbox
SET state = 'sent', sent_at = ?, text_body = '', html_body = '', last_error = '', claimed_by = NULL, claimed_until = NULL
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

-- name: OutboxListByState
SELECT id, cause_key, recipient, language, subject, state, attempts, due_at, created_at, sent_at,
       last_error
FROM outbox WHERE state = ? ORDER BY due_at DESC LIMIT ?;

-- name: OutboxListLatest
SELECT id, cause_key, recipient, language, subject, state, attempts, due_at, created_at, sent_at,
       last_error
FROM outbox ORDER BY id DESC LIMIT ?;
