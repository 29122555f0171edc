-- name: PasskeyInsert
INSERT INTO passkey (account_id, credential_hash, credential_id, user_handle, algorithm, public_key,
                     sign_count, name, created_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: PasskeysOfAccount
SELECT id, account_id, credential_id, user_handle, algorithm, public_key, sign_count, name,
       created_at, last_used_at
FROM passkey WHERE account_id = ? ORDER BY id;

-- name: PasskeyOfAccount
SELECT id, account_id, credential_id, user_handle, algorithm, public_key, sign_count, name,
       created_at, last_used_at
FROM passkey WHERE id = ? AND account_id = ?;

-- name: PasskeyByCredential
SELECT id, account_id, credential_id, user_handle, algorithm, public_key, sign_count, name,
       created_at, last_used_at
FROM passkey WHERE credential_hash = ?;

-- name: PasskeyLocked
SELECT id, account_id, credential_id, user_handle, algorithm, public_key, sign_count, name,
       created_at, last_used_at
FROM passkey WHERE id = ? FOR UPDATE;

-- name: PasskeyUsed
UPDATE passkey SET sign_count = ?, last_used_at = ? WHERE id = ?;

-- name: PasskeyRemove
DELETE FROM passkey WHERE id = ? AND account_id = ?;

-- name: PasskeyLogin
UPDATE account SET last_login_at = ? WHERE id = ?;

-- name: PasskeyChallengeClaim
INSERT INTO passkey_challenge (id, used_at, expires_at) VALUES (?, ?, ?);

-- name: PasskeyChallengeSweep
DELETE FROM passkey_challenge WHERE expires_at < ? LIMIT 1000;
