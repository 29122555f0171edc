-- name: SessionInsert
INSERT INTO session (token_hash, account_id, created_at, last_seen_at, ends_at, address, browser,
                     platform)
VALUES (?, ?, ?, ?, ?, ?, ?, ?);

-- name: SessionFind
SELECT s.account_id, s.created_at, s.last_seen_at, s.ends_at,
       a.applicant_id, a.category, a.login_name, a.language, a.must_change_password,
       p.chinese_name, p.surname, p.given_name
FROM session s
JOIN account a ON a.id = s.account_id
JOIN applicant p ON p.id = a.applicant_id
WHERE s.token_hash = ? AND s.ends_at > ? AND a.state = 'active';

-- name: SessionFindEnded
SELECT s.account_id
FROM session s
JOIN account a ON a.id = s.account_id
WHERE s.token_hash = ? AND s.ends_at <= ? AND s.ends_at > ?
  AND a.state = 'active' AND a.must_change_password = 0;

-- name: SessionTouch
UPDATE session SET last_seen_at = ?, ends_at = ?, address = ? WHERE token_hash = ?;

-- name: SessionsOfAccount
SELECT id, created_at, last_seen_at, address, browser, platform, token_hash = ? AS is_present
FROM session WHERE account_id = ? AND ends_at > ?
ORDER BY last_seen_at DESC, id DESC;

-- name: SessionEnd
DELETE FROM session WHERE token_hash = ?;

-- name: SessionEndOther
DELETE FROM session WHERE id = ? AND account_id = ? AND token_hash <> ?;

-- name: SessionEndOthers
DELETE FROM session WHERE account_id = ? AND token_hash <> ?;

-- name: SessionEndOfAccount
DELETE FROM session WHERE account_id = ?;

-- name: SessionSweep
DELETE FROM session WHERE ends_at <= ? LIMIT 1000;
