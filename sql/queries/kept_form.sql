-- name: KeptFormSave
INSERT INTO kept_form (account_id, path, fields, kept_at) VALUES (?, ?, ?, ?)
ON DUPLICATE KEY UPDATE fields = VALUES(fields), kept_at = VALUES(kept_at);

-- name: KeptFormPath
SELECT path FROM kept_form WHERE account_id = ? AND kept_at > ?
ORDER BY path = ? DESC, kept_at DESC LIMIT 1;

-- name: KeptFormFind
SELECT fields FROM kept_form WHERE account_id = ? AND path = ? AND kept_at > ?;

-- name: KeptFormForget
DELETE FROM kept_form WHERE account_id = ? AND path = ?;

-- name: KeptFormSweep
DELETE FROM kept_form WHERE kept_at <= ? LIMIT 1000;
