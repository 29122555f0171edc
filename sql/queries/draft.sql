-- name: DraftInsert
INSERT INTO draft (id, account_id, service, permit_id, form, on_record, registered,
                   created_at, updated_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: DraftOfAccount
SELECT d.id, d.account_id, d.service, d.permit_id, d.form, d.on_record, d.registered, d.revision,
       d.created_at, d.updated_at, p.number AS permit_number, p.kind, p.status, p.entered_on, p.expires_on, p.stay_until,
       p.applicant_id = a.applicant_id AS of_applicant,
       EXISTS (SELECT 1 FROM application_case c WHERE c.open_permit_id = p.id) AS has_open_case,
       (SELECT MAX(m.expires_on) FROM entry_permit m
        WHERE m.applicant_id = p.applicant_id AND m.kind = 'multiple' AND m.status = 'valid'
          AND m.issued_on > p.issued_on) AS multiple_until,
       o.width AS photo_width, o.height AS photo_height, o.crop_size, o.crop_x, o.crop_y,
       u.id AS upload_id, u.slot, u.name, u.mime, u.size, u.sha256, u.faults, s.state AS scan,
       r.id AS register_id, r.category, r.mainland_id, r.chinese_name, r.surname, r.given_name,
       r.birth_date, r.birthplace, r.sex, r.travel_permit, r.unified_number, r.school, r.department,
       r.study_level, r.grade
FROM draft d
JOIN account a ON a.id = d.account_id
JOIN applicant r ON r.id = a.applicant_id
JOIN entry_permit p ON p.id = d.permit_id
LEFT JOIN photo_original o ON o.draft_id = d.id
LEFT JOIN upload u ON u.draft_id = d.id
LEFT JOIN upload_scan s ON s.upload_id = u.id
WHERE d.id = ? AND d.account_id = ? AND d.case_id IS NULL
ORDER BY u.slot, u.created_at, u.position, u.id;

-- name: DraftLock
SELECT id FROM draft WHERE id = ? AND account_id = ? AND case_id IS NULL FOR UPDATE;

-- name: DraftOnPermit
SELECT id FROM draft
WHERE account_id = ? AND service = ? AND draft_permit_id = ?;

-- name: DraftSave
UPDATE draft SET form = ?, registered = COALESCE(?, registered), revision = ?, updated_at = ?, noticed_at = NULL WHERE id = ? AND account_id = ? AND case_id IS NULL;

-- name: DraftDelete
DELETE FROM draft WHERE id = ?;

-- name: DraftsToNotice
SELECT id FROM draft
WHERE updated_at <= ? AND noticed_at IS NULL AND case_id IS NULL ORDER BY updated_at LIMIT 200;

-- name: DraftToNotice
SELECT d.id, d.account_id, d.service, d.updated_at, p.number AS permit_number, a.email, a.language,
       a.state = 'closed' AS account_closed, r.chinese_name, r.surname, r.given_name
FROM draft d
JOIN entry_permit p ON p.id = d.permit_id
JOIN account a ON a.id = d.account_id
JOIN applicant r ON r.id = a.applicant_id
WHERE d.id = ? AND d.updated_at <= ? AND d.noticed_at IS NULL AND d.case_id IS NULL
FOR UPDATE;

-- name: DraftNoticed
UPDATE draft SET noticed_at = ? WHERE id = ?;

-- name: DraftsToThrowAway
SELECT id FROM draft
WHERE updated_at <= ? AND noticed_at <= ? AND case_id IS NULL ORDER BY updated_at LIMIT 200;

-- name: DraftToThrowAway
SELECT id FROM draft
WHERE id = ? AND updated_at <= ? AND noticed_at <= ? AND case_id IS NULL FOR UPDATE;

-- name: DraftChangesSince
SELECT revision, field, before_value, page FROM draft_change
WHERE draft_id = ? AND revision > ? ORDER BY revision, field;

-- name: DraftChangesInsert
INSERT INTO draft_change (draft_id, revision, field, before_value, page)
SELECT given.draft_id, given.revision, given.field, given.before_value, given.page
FROM JSON_TABLE(?, '$[*]' COLUMNS (draft_id CHAR(36) PATH '$[0]', revision INT UNSIGNED PATH '$[1]',
  field VARCHAR(80) PATH '$[2]', before_value TEXT PATH '$[3]', page CHAR(36) PATH '$[4]')) given;
