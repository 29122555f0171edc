-- name: PermitPaperOfApplicant
SELECT pp.pdf
FROM entry_permit e
JOIN application_case c ON c.id = e.case_id
JOIN permit_paper pp ON pp.permit_id = e.id
WHERE e.number = ? AND c.applicant_id = ?;

-- name: ReceiptPaperOfApplicant
SELECT rp.pdf
FROM receipt r
JOIN payment p ON p.id = r.payment_id
JOIN account ac ON ac.id = p.account_id
JOIN receipt_paper rp ON rp.receipt_id = r.id
WHERE r.number = ? AND ac.applicant_id = ?;

-- name: CasePhoto
SELECT content FROM upload
WHERE case_id = ? AND slot = 'photo' AND replaced_at IS NULL AND removed_at IS NULL
ORDER BY created_at DESC, id DESC LIMIT 1;

-- name: ReceiptOfPayment
SELECT number FROM receipt WHERE payment_id = ?;

-- name: PaymentForReceipt
SELECT p.reference, p.method, p.amount, p.state, p.paid_at,
  a.chinese_name
FROM payment p
JOIN account ac ON ac.id = p.account_id
JOIN applicant a ON a.id = ac.applicant_id
WHERE p.id = ?;

-- name: ReceiptCounterReturn
UPDATE counter SET value = value - 1 WHERE name = 'receipt-paper' AND year = ? AND value = ?;

-- name: ReceiptInsert
INSERT INTO receipt (number, payment_id, payer, amount, issued_at) VALUES (?, ?, ?, ?, ?);

-- name: ReceiptPaperInsert
INSERT INTO receipt_paper (receipt_id, sha256, pdf, drawn_at) VALUES (?, ?, ?, ?);

-- name: PaymentsWithoutReceipt
SELECT p.id FROM payment p FORCE INDEX (payment_state_since)
WHERE p.state = 'paid' AND p.state_since >= ? AND p.id > ?
  AND NOT EXISTS (SELECT 1 FROM receipt r WHERE r.payment_id = p.id)
ORDER BY p.id LIMIT ?;

-- name: PaymentLongestWithoutReceipt
SELECT MIN(p.state_since) AS paid_since FROM payment p FORCE INDEX (payment_state_since)
WHERE p.state = 'paid' AND p.state_since >= ?
  AND NOT EXISTS (SELECT 1 FROM receipt r WHERE r.payment_id = p.id)

-- name: ReceiptCheck
SELECT paid_since FROM receipt_check WHERE id = 1;

-- name: ReceiptCheckAdvance
INSERT INTO receipt_check (id, paid_since) VALUES (1, ?)
ON DUPLICATE KEY UPDATE paid_since = GREATEST(paid_since, VALUES(paid_since));

-- name: CasesWithoutPermit
SELECT id FROM application_case
WHERE (state = 'paid' OR (state = 'approved' AND fee = 0)) AND id > ?
  AND NOT EXISTS (SELECT 1 FROM payment_case pc JOIN payment p ON p.id = pc.payment_id
                  WHERE pc.held_case_id = application_case.id AND p.state = 'revoked')
ORDER BY id LIMIT ?;

-- name: PermitDownloads
SELECT g.number AS group_number, g.applicants, c.receipt_number, c.service, a.chinese_name,
  e.number, e.expires_on, e.status, p.paid_at, c.state_since
FROM application_case c
JOIN case_group g ON g.id = c.group_id
JOIN applicant a ON a.id = c.applicant_id
LEFT JOIN entry_permit e ON e.case_id = c.id
LEFT JOIN payment_case pc ON pc.case_id = c.id AND pc.held_case_id = c.id
LEFT JOIN payment p ON p.id = pc.payment_id AND p.state IN ('paid', 'revoked')
WHERE c.applicant_id = ? AND c.state IN ('paid', 'issued')
  AND (? = '' OR g.number = ?)
  AND (? = '' OR c.receipt_number = ?)
  AND COALESCE(p.paid_at, c.state_since) >= ? AND COALESCE(p.paid_at, c.state_since) < ?
ORDER BY c.submitted_at DESC, c.id DESC
LIMIT ?;

-- name: ReceiptDownloads
SELECT g.number AS group_number, c.receipt_number, c.service, a.chinese_name, pc.amount,
  p.reference, p.method, p.state, p.paid_at, r.number
FROM account ac
JOIN payment p ON p.account_id = ac.id
JOIN payment_case pc ON pc.payment_id = p.id
JOIN application_case c ON c.id = pc.case_id
JOIN case_group g ON g.id = c.group_id
JOIN applicant a ON a.id = c.applicant_id
LEFT JOIN receipt r ON r.payment_id = p.id
WHERE ac.applicant_id = ? AND (p.state = 'paid' OR (p.state = 'revoked' AND r.number IS NOT NULL))
  AND (? = '' OR g.number = ?)
  AND (? = '' OR c.receipt_number = ?)
  AND p.paid_at >= ? AND p.paid_at < ?
ORDER BY p.paid_at DESC, p.id DESC, c.id
LIMIT ?;
