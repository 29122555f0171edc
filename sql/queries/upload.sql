-- name: UploadInsert
INSERT INTO upload (id, account_id, draft_id, slot, name, mime, size, sha256, content, created_at,
                    position, faults)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: UploadOfAccount
SELECT u.name, u.mime, s.state AS scan,
       IF(s.state IS NULL OR s.state = 'clean', u.content, NULL) AS content
FROM upload u LEFT JOIN upload_scan s ON s.upload_id = u.id
WHERE u.id = ? AND u.account_id = ? AND u.removed_at IS NULL;

-- name: UploadOfApplicant
SELECT u.name, u.mime, s.state AS scan,
       IF(s.state IS NULL OR s.state = 'clean', u.content, NULL) AS content
FROM upload u JOIN account a ON a.id = u.account_id
LEFT JOIN upload_scan s ON s.upload_id = u.id
WHERE u.id = ? AND a.applicant_id = ? AND u.removed_at IS NULL;

-- name: UploadDelete
DELETE FROM upload WHERE id = ? AND account_id = ? AND draft_id = ?;

-- name: UploadDeleteOfDraft
DELETE FROM upload WHERE draft_id = ?;

-- name: UploadDeleteOfSlot
DELETE FROM upload WHERE draft_id = ? AND slot = ?;

-- name: UploadMoveToCase
UPDATE upload SET case_id = ?, draft_id = NULL WHERE draft_id = ?;

-- A file is older than the end of its case, so that the index finds few that are not due.
-- name: CasesWithFilesToRemove
SELECT DISTINCT c.id, c.receipt_number
FROM upload u FORCE INDEX (upload_removed)
JOIN application_case c FORCE INDEX (PRIMARY) ON c.id = u.case_id
WHERE u.removed_at IS NULL AND u.created_at < ? AND c.state_since < ?
  AND c.state IN ('issued', 'disapproved', 'not-accepted', 'withdrawn')
  AND NOT EXISTS (SELECT 1 FROM entry_permit e
                  WHERE e.case_id = c.id AND e.status = 'valid' AND e.expires_on >= ?)
LIMIT ?;

-- name: UploadsOfCaseEmpty
UPDATE upload SET content = '', removed_at = ? WHERE case_id = ? AND removed_at IS NULL;
