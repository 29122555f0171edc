-- name: IdempotencyKeyFind
SELECT actor, digest, location FROM idempotency_key WHERE act_key = ?;

-- name: IdempotencyKeyClaim
INSERT INTO idempotency_key (act_key, actor, digest, location, done_at) VALUES (?, ?, ?, '', ?);

-- name: IdempotencyKeyComplete
UPDATE idempotency_key SET location = ? WHERE act_key = ?;

-- name: IdempotencyKeySweep
DELETE FROM idempotency_key WHERE done_at < ? LIMIT 1000;
