-- name: TodoItems
SELECT 'case' AS item, c.service, c.receipt_number AS reference, a.chinese_name AS name,
  c.group_id, g.applicants, c.state, c.returned_by, c.submitted_at AS at
FROM application_case c
JOIN case_group g ON g.id = c.group_id
JOIN applicant a ON a.id = c.applicant_id
WHERE c.applicant_id = ?
UNION ALL
SELECT 'draft', d.service, d.id, p.number, 0, 1, '', NULL, d.updated_at
FROM draft d
JOIN entry_permit p ON p.id = d.permit_id
WHERE d.account_id = ? AND d.case_id IS NULL
ORDER BY at DESC;
