-- name: CaseSearch
SELECT g.number AS group_number, g.applicants, a.chinese_name, c.receipt_number, c.service, c.state,
  c.returned_by, c.submitted_at, c.state_since, COUNT(*) OVER () AS found
FROM application_case c
JOIN case_group g ON g.id = c.group_id
JOIN applicant a ON a.id = c.applicant_id
WHERE c.applicant_id = ?
  AND (? = '' OR g.number = ?)
  AND (? = '' OR c.receipt_number = ?)
  AND (? = '' OR c.service = ?)
  AND (? = '' OR FIND_IN_SET(c.state, ?))
  AND c.submitted_at >= ? AND c.submitted_at < ?
ORDER BY c.submitted_at DESC, c.id DESC
LIMIT ? OFFSET ?;

-- name: CaseGroupMembers
SELECT g.number AS group_number, g.applicants, c.id, c.receipt_number, c.service, c.state,
  c.returned_by, c.submitted_at, c.form, a.chinese_name, a.surname, a.given_name
FROM case_group g
JOIN application_case c ON c.group_id = g.id
JOIN applicant a ON a.id = c.applicant_id
WHERE g.number = ? AND c.applicant_id = ?
ORDER BY c.id;

-- name: CaseGroupOfReceipt
SELECT g.number AS group_number
FROM application_case c
JOIN case_group g ON g.id = c.group_id
WHERE c.receipt_number = ? AND c.applicant_id = ?;
