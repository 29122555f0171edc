-- name: CorrectionOfCase
SELECT d.id, d.account_id, d.form, d.reply, d.revision, d.updated_at,
       o.width AS photo_width, o.height AS photo_height, o.crop_size, o.crop_x, o.crop_y
FROM draft d
JOIN application_case c ON c.id = d.case_id
LEFT JOIN photo_original o ON o.draft_id = d.id
WHERE d.case_id = ? AND c.applicant_id = ?;

-- name: CorrectionFiles
SELECT u.id, u.slot, u.name, u.mime, u.size, u.sha256, u.created_at, u.position, 1 AS sent,
       r.upload_id IS NOT NULL AS removed, s.state AS scan, u.faults
FROM upload u
LEFT JOIN correction_removal r ON r.upload_id = u.id
LEFT JOIN upload_scan s ON s.upload_id = u.id
WHERE u.case_id = ? AND u.replaced_at IS NULL
UNION ALL
SELECT u.id, u.slot, u.name, u.mime, u.size, u.sha256, u.created_at, u.position, 0, 0,
       s.state, u.faults
FROM upload u
JOIN draft d ON d.id = u.draft_id
LEFT JOIN upload_scan s ON s.upload_id = u.id
WHERE d.case_id = ?
ORDER BY slot, created_at, position, id;

-- name: CorrectionInsert
INSERT INTO draft (id, account_id, service, permit_id, form, created_at, updated_at, case_id)
SELECT ?, ?, service, permit_id, form, ?, ?, id FROM application_case WHERE id = ?;

-- name: CorrectionSave
UPDATE draft SET form = ?, reply = ?, revision = ?, updated_at = ? WHERE case_id = ?;

-- name: CorrectionRemoveFile
INSERT IGNORE INTO correction_removal (upload_id, draft_id)
SELECT u.id, d.id FROM upload u JOIN draft d ON d.case_id = u.case_id
WHERE u.id = ? AND u.case_id = ? AND u.replaced_at IS NULL;

-- name: CorrectionRestoreFile
DELETE FROM correction_removal
WHERE upload_id = ? AND draft_id = (SELECT id FROM draft WHERE case_id = ?);

-- name: CorrectionReplaceFiles
UPDATE upload u JOIN correction_removal r ON r.upload_id = u.id SET u.replaced_at = ?
WHERE r.draft_id = ?;

-- name: CorrectionAdoptForm
UPDATE application_case SET form = ? WHERE id = ?;

-- name: CorrectionDraftOfCase
SELECT id FROM draft WHERE case_id = ?;
