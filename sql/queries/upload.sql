-- name: UploadInsert
INSERT INTO upload (id, account_id, draft_id, slot, name, mime, size, sha256, content, created_at,
                    position)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: UploadOfAccount
SELECT u.name, u.mime, s.state AS scan,
       IF(s.state IS NULL OR s.state = 'clean', u.content, NULL) AS content
FROM upload u LEFT JOIN upload_scan s ON s.upload_id = u.id
WHERE u.id = ? AND u.account_id = ?;

-- name: UploadOfApplicant
SELECT u.name, u.mime, s.state AS scan,
       IF(s.state IS NULL OR s.state = 'clean', u.content, NULL) AS content
FROM upload u JOIN account a ON a.id = u.account_id
LEFT JOIN upload_scan s ON s.upload_id = u.id
WHERE u.id = ? AND a.applicant_id = ?;

-- name: UploadDelete
DELETE FROM upload WHERE id = ? AND account_id = ? AND draft_id = ?;

-- name: UploadDeleteOfDraft
DELETE FROM upload WHERE draft_id = ?;

-- name: UploadDeleteOfSlot
DELETE FROM upload WHERE draft_id = ? AND slot = ?;

-- name: UploadMoveToCase
UPDATE upload SET case_id = ?, draft_id = NULL WHERE draft_id = ?;
