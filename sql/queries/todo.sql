-- Money that waits for the cashier is looked for only where it is the student's turn to pay.
-- name: TodoItems
SELECT 'case' AS item, c.service AS kind, c.receipt_number AS reference, a.chinese_name AS name,
  c.group_id, g.applicants, c.state, c.submitted_at AS at, c.state_since, c.fee, c.permit_id,
  CASE WHEN c.state = 'awaiting-payment' THEN
    (SELECT up.reference FROM payment_case uc
     JOIN payment_exception x ON x.payment_id = uc.payment_id
     JOIN payment up ON up.id = uc.payment_id
     WHERE uc.case_id = c.id AND x.resolved_at IS NULL AND x.amount > 0
     ORDER BY x.id LIMIT 1) END AS unapplied,
  NULL AS entered_on, NULL AS expires_on, NULL AS stay_until
FROM application_case c
JOIN case_group g ON g.id = c.group_id
JOIN applicant a ON a.id = c.applicant_id
WHERE c.applicant_id = ?
UNION ALL
SELECT 'draft', d.service, d.id, p.number, 0, 1, '', d.updated_at, d.updated_at, 0, d.permit_id,
  NULL, NULL, NULL, NULL
FROM draft d
JOIN entry_permit p ON p.id = d.permit_id
WHERE d.account_id = ? AND d.case_id IS NULL
UNION ALL
SELECT CASE WHEN p.case_id IS NULL THEN 'permit' ELSE 'issued-permit' END, p.kind, p.number, '', 0,
  1, '', p.loaded_at, p.loaded_at, 0, p.id, NULL, p.entered_on, p.expires_on, p.stay_until
FROM entry_permit p
WHERE p.applicant_id = ? AND p.status = 'valid'
ORDER BY at DESC;
