-- name: ScanInsert
INSERT INTO upload_scan (upload_id, state, waits_since, due_at) VALUES (?, 'waiting', ?, ?);

-- name: ScansDue
SELECT upload_id, attempts FROM upload_scan
WHERE state = 'waiting' AND due_at <= ? ORDER BY due_at, upload_id LIMIT ?;

-- name: ScanContent
SELECT u.content FROM upload u JOIN upload_scan s ON s.upload_id = u.id
WHERE s.upload_id = ? AND s.state = ?;

-- name: ScanDecide
UPDATE upload_scan SET state = ?, finding = ?, decided_at = ?
WHERE upload_id = ? AND state = 'waiting';

-- name: ScanPostpone
UPDATE upload_scan SET attempts = attempts + 1, due_at = ?
WHERE upload_id = ? AND state = 'waiting';

-- name: ScanAgain
UPDATE upload_scan
SET state = 'waiting', waits_since = ?, due_at = ?, attempts = 0, decided_at = NULL
WHERE upload_id = ? AND state = 'quarantined';

-- name: ScansWaive
DELETE FROM upload_scan WHERE state = 'waiting' ORDER BY due_at LIMIT 1000;

-- name: ScansWaiting
SELECT COUNT(*) AS files, MIN(waits_since) AS since FROM upload_scan WHERE state = 'waiting';

-- name: ScanList
SELECT s.upload_id, s.waits_since, s.attempts, s.decided_at, s.finding, u.slot, u.name,
       COALESCE(c.receipt_number, r.receipt_number, '') AS receipt_number,
       c.receipt_number IS NULL AS of_draft
FROM upload_scan s FORCE INDEX (upload_scan_waits)
STRAIGHT_JOIN upload u ON u.id = s.upload_id
LEFT JOIN application_case c ON c.id = u.case_id
LEFT JOIN draft d ON d.id = u.draft_id
LEFT JOIN application_case r ON r.id = d.case_id
WHERE s.state = ? ORDER BY s.waits_since DESC LIMIT ?;

-- name: ScannedFile
SELECT u.slot, u.name, u.account_id, u.replaced_at, a.state = 'closed' AS account_closed,
       d.id AS draft_id, p.number AS permit_number, COALESCE(c.service, d.service) AS service,
       COALESCE(c.receipt_number, r.receipt_number) AS receipt_number, c.state AS case_state
FROM upload u
JOIN account a ON a.id = u.account_id
LEFT JOIN application_case c ON c.id = u.case_id
LEFT JOIN draft d ON d.id = u.draft_id
LEFT JOIN application_case r ON r.id = d.case_id
LEFT JOIN entry_permit p ON p.id = COALESCE(c.permit_id, d.permit_id)
WHERE u.id = ?;
