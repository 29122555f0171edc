-- name: TokenInsert
INSERT INTO account_token (token_hash, account_id, purpose, payload, created_at, expires_at)
SELECT ?, id, ?, ?, ?, ? FROM account WHERE id = ?;

-- name: TokenFind
SELECT account_id, payload, created_at, expires_at, used_at FROM account_token
WHERE token_hash = ? AND purpose = ?;

-- name: TokenUse
UPDATE account_token SET used_at = ?
WHERE token_hash = ? AND purpose = ? AND used_at IS NULL AND expires_at > ?;

-- name: TokenVoid
UPDATE account_token SET used_at = ?
WHERE account_id = ? AND purpose = ? AND used_at IS NULL;

-- name: TokenSweep
DELETE FROM account_token WHERE expires_at < ? LIMIT 1000;

-- name: CaptchaClaim
INSERT INTO captcha (id, used_at, expires_at) VALUES (?, ?, ?);

-- name: CaptchaSweep
DELETE FROM captcha WHERE expires_at < ? LIMIT 1000;

-- name: RateHit
INSERT INTO rate_counter (bucket, window_start, hits) VALUES (?, ?, 1)
ON DUPLICATE KEY UPDATE hits = hits + 1;

-- name: RateRead
SELECT hits FROM rate_counter WHERE bucket = ? AND window_start = ?;

-- name: RateReadRecent
SELECT bucket, hits FROM rate_counter WHERE bucket IN (?, ?, ?) AND window_start >= ?;

-- name: RateSweep
DELETE FROM rate_counter WHERE window_start < ? LIMIT 1000;
