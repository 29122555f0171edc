-- name: ApplicantByMainlandId
SELECT id, category, mainland_id, chinese_name, surname, given_name, birth_date, birthplace, sex,
       travel_permit, unified_number, school, department, study_level, grade
FROM applicant WHERE mainland_id = ?;

-- name: ApplicantById
SELECT id, category, mainland_id, chinese_name, surname, given_name, birth_date, birthplace, sex,
       travel_permit, unified_number, school, department, study_level, grade
FROM applicant WHERE id = ?;

-- name: ApplicantUpsert
INSERT INTO applicant (category, mainland_id, chinese_name, surname, given_name, birth_date,
                       birthplace, sex, travel_permit, unified_number, school, department,
                       study_level, grade, loaded_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON DUPLICATE KEY UPDATE
  category = VALUES(category), chinese_name = VALUES(chinese_name), surname = VALUES(surname),
  given_name = VALUES(given_name), birth_date = VALUES(birth_date),
  birthplace = VALUES(birthplace), sex = VALUES(sex), travel_permit = VALUES(travel_permit),
  unified_number = VALUES(unified_number), school = VALUES(school),
  department = VALUES(department), study_level = VALUES(study_level), grade = VALUES(grade),
  loaded_at = VALUES(loaded_at);

-- name: ApplicantLock
SELECT id FROM applicant WHERE id = ? FOR UPDATE;

-- name: ApplicantUpdate
UPDATE applicant SET mainland_id = ?, chinese_name = ?, surname = ?, given_name = ?, birth_date = ?,
  birthplace = ?, sex = ?, travel_permit = ?, unified_number = ?, department = ?, study_level = ?,
  grade = ?
WHERE id = ?;

-- name: PermitByNumber
SELECT p.id, p.number, p.kind, p.applicant_id, p.issued_on, p.expires_on, p.stay_until,
       p.entered_on, p.taiwan_address, p.status, p.case_id, p.replaced_by,
       EXISTS (SELECT 1 FROM application_case c WHERE c.open_permit_id = p.id) AS has_open_case
FROM entry_permit p WHERE p.number = ?;

-- name: PermitById
SELECT p.id, p.number, p.kind, p.applicant_id, p.issued_on, p.expires_on, p.stay_until,
       p.entered_on, p.taiwan_address, p.status, p.case_id, p.replaced_by,
       EXISTS (SELECT 1 FROM application_case c WHERE c.open_permit_id = p.id) AS has_open_case
FROM entry_permit p WHERE p.id = ?;

-- name: PermitLock
SELECT id FROM entry_permit WHERE id = ? FOR UPDATE;

-- name: PermitByCase
SELECT p.id, p.number, p.kind, p.applicant_id, p.issued_on, p.expires_on, p.stay_until,
       p.entered_on, p.taiwan_address, p.status, p.case_id, p.replaced_by,
       EXISTS (SELECT 1 FROM application_case c WHERE c.open_permit_id = p.id) AS has_open_case
FROM entry_permit p WHERE p.case_id = ?;

-- name: PermitsOfApplicant
SELECT p.id, p.number, p.kind, p.applicant_id, p.issued_on, p.expires_on, p.stay_until,
       p.entered_on, p.taiwan_address, p.status, p.case_id, p.replaced_by,
       EXISTS (SELECT 1 FROM application_case c WHERE c.open_permit_id = p.id) AS has_open_case
FROM entry_permit p WHERE p.applicant_id = ? ORDER BY p.issued_on DESC, p.number;

-- name: PermitLaterMultipleEntry
SELECT m.number, m.expires_on
FROM entry_permit p JOIN entry_permit m ON m.applicant_id = p.applicant_id
WHERE p.id = ? AND m.kind = 'multiple' AND m.status = 'valid' AND m.issued_on > p.issued_on
ORDER BY m.expires_on DESC, m.id DESC LIMIT 1;

-- name: PermitUpsert
INSERT INTO entry_permit (number, kind, applicant_id, issued_on, expires_on, stay_until, entered_on,
                          taiwan_address, status, loaded_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON DUPLICATE KEY UPDATE
  kind = VALUES(kind), applicant_id = VALUES(applicant_id), issued_on = VALUES(issued_on),
  expires_on = VALUES(expires_on), stay_until = VALUES(stay_until),
  entered_on = VALUES(entered_on), taiwan_address = COALESCE(VALUES(taiwan_address), taiwan_address),
  loaded_at = VALUES(loaded_at),
  status = CASE WHEN status = 'replaced' THEN status ELSE VALUES(status) END;

-- name: PermitRevokedHere
SELECT e.id FROM entry_permit e JOIN permit_revocation r ON r.permit_id = e.id WHERE e.number = ?;

-- name: PermitIssue
INSERT INTO entry_permit (number, kind, applicant_id, issued_on, expires_on, stay_until, entered_on,
                          status, case_id, loaded_at)
VALUES (?, 'multiple', ?, ?, ?, ?, ?, 'valid', ?, ?);

-- name: PermitReplace
UPDATE entry_permit SET status = 'replaced', replaced_by = ? WHERE id = ? AND status = 'valid';

-- name: PermitPaperInsert
INSERT INTO permit_paper (permit_id, birth_date, sha256, pdf, drawn_at) VALUES (?, ?, ?, ?, ?);

-- name: PermitPaperReplace
UPDATE permit_paper SET birth_date = ?, sha256 = ?, pdf = ?, drawn_at = ? WHERE permit_id = ?;

-- name: PermitStanding
SELECT p.status, p.expires_on, COALESCE(pp.birth_date, a.birth_date) AS birth_date
FROM entry_permit p
JOIN applicant a ON a.id = p.applicant_id
LEFT JOIN permit_paper pp ON pp.permit_id = p.id
WHERE p.number = ?;
