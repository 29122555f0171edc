-- name: PaymentInsert
INSERT INTO payment (reference, account_id, method, amount, state, state_since, created_at,
  expires_at, slip_number, deadline, next_ask_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: PaymentCaseInsert
INSERT INTO payment_case (payment_id, case_id, amount, held_case_id) VALUES (?, ?, ?, ?)

-- name: PaymentHistoryInsert
INSERT INTO payment_history (payment_id, at, actor, event, from_state, to_state, detail)
VALUES (?, ?, ?, ?, ?, ?, ?)

-- name: PaymentMove
UPDATE payment SET state = ?, state_since = ? WHERE id = ? AND state = ?

-- name: PaymentHoldCases
UPDATE payment_case SET held_case_id = case_id WHERE payment_id = ?

-- name: PaymentFreeCases
UPDATE payment_case SET held_case_id = NULL WHERE payment_id = ?

-- name: PaymentSetSlip
UPDATE payment SET slip_number = ?, deadline = ? WHERE id = ?

-- name: PaymentSetNextAsk
UPDATE payment SET next_ask_at = ? WHERE id = ?

-- name: PaymentSetPaid
UPDATE payment SET trade_number = ?, paid_at = ?, next_ask_at = NULL WHERE id = ?

-- name: PaymentLock
SELECT id, reference, account_id, method, amount, state, state_since, created_at, expires_at,
  slip_number, deadline, next_ask_at, trade_number, paid_at
FROM payment WHERE reference = ? FOR UPDATE

-- name: PaymentOfAccount
SELECT p.id, p.reference, p.account_id, p.method, p.amount, p.state, p.state_since, p.created_at,
  p.expires_at, p.slip_number, p.deadline, p.next_ask_at, p.trade_number, p.paid_at,
  c.id AS case_id, c.receipt_number, c.service, c.state AS case_state, pc.amount AS case_amount,
  g.number AS group_number
FROM payment p JOIN payment_case pc ON pc.payment_id = p.id
  JOIN application_case c ON c.id = pc.case_id JOIN case_group g ON g.id = c.group_id
WHERE p.reference = ? AND p.account_id = ?
ORDER BY g.number, c.receipt_number

-- name: PaymentByReference
SELECT id, reference, account_id, method, amount, state, state_since, created_at, expires_at,
  slip_number, deadline, next_ask_at, trade_number, paid_at
FROM payment WHERE reference = ?

-- name: PaymentReferenceOfSlip
SELECT reference FROM payment WHERE slip_number = ?

-- name: PaymentReferenceHoldingCase
SELECT p.reference FROM payment_case pc JOIN payment p ON p.id = pc.payment_id
WHERE pc.held_case_id = ? FOR UPDATE

-- name: PaymentCasesLock
SELECT c.id, c.receipt_number, c.service, c.state, pc.amount
FROM payment_case pc JOIN application_case c ON c.id = pc.case_id
WHERE pc.payment_id = (SELECT p.id FROM payment p WHERE p.reference = ?)
ORDER BY c.id FOR UPDATE

-- name: PaymentCases
SELECT c.id, c.receipt_number, c.service, c.state, pc.amount, g.number AS group_number,
  a.chinese_name
FROM payment_case pc JOIN application_case c ON c.id = pc.case_id
  JOIN case_group g ON g.id = c.group_id JOIN applicant a ON a.id = c.applicant_id
WHERE pc.payment_id = ?
ORDER BY g.number, c.receipt_number

-- name: PaymentHistory
SELECT at, actor, event, from_state, to_state, detail FROM payment_history
WHERE payment_id = ? ORDER BY id

-- name: PaymentPayableCases
SELECT c.id, c.receipt_number, c.service, c.fee, g.number AS group_number, g.applicants,
  a.chinese_name, p.reference, p.method, p.state, p.deadline
FROM application_case c JOIN case_group g ON g.id = c.group_id
  JOIN applicant a ON a.id = c.applicant_id
  LEFT JOIN payment_case pc ON pc.held_case_id = c.id
  LEFT JOIN payment p ON p.id = pc.payment_id
WHERE c.account_id = ? AND c.state = 'awaiting-payment'
ORDER BY g.number, c.receipt_number

-- name: PaymentPayableCasesLock
SELECT c.id, c.receipt_number, c.service, c.fee, c.state
FROM application_case c JOIN case_group g ON g.id = c.group_id
WHERE g.number = ? AND c.account_id = ?
ORDER BY c.id FOR UPDATE

-- name: PaymentsToAsk
SELECT reference FROM payment WHERE next_ask_at <= ? ORDER BY next_ask_at, id LIMIT 500

-- name: PaymentSlipsExpired
SELECT reference FROM payment WHERE state = 'slip-out' AND expires_at <= ? ORDER BY id LIMIT 500

-- name: PaymentList
SELECT id, reference, account_id, method, amount, state, state_since, created_at, expires_at,
  slip_number, deadline, next_ask_at, trade_number, paid_at
FROM payment WHERE created_at >= ? ORDER BY created_at, id LIMIT 1000

-- name: PaymentExceptionInsert
INSERT INTO payment_exception (cause, kind, number, payment_id, method, amount, paid_on, found_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)

-- name: PaymentExceptionsOpen
SELECT id, cause, kind, number, payment_id, method, amount, paid_on, found_at, resolved_at
FROM payment_exception
WHERE resolved_at IS NULL ORDER BY id LIMIT 1000

-- name: PaymentExceptionLock
SELECT id, cause, kind, number, method, amount, paid_on, found_at, payment_id, resolved_at
FROM payment_exception WHERE id = ? FOR UPDATE

-- name: PaymentExceptionResolve
UPDATE payment_exception SET resolved_at = ?, resolved_by = ?, note = ?
WHERE id = ? AND resolved_at IS NULL

-- name: LedgerInsert
INSERT INTO ledger_entry (booking, leg, booked_on, book, method, item, amount, payment_id,
  created_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: LedgerReport
SELECT booked_on, method, book, item, COUNT(*) AS entries, SUM(amount) AS total FROM ledger_entry
WHERE booked_on BETWEEN ? AND ?
GROUP BY booked_on, method, book, item ORDER BY booked_on, method, book, item

-- name: SettlementFileInsert
INSERT INTO settlement_file (sha256, name, collector, sent_on, line_count, total, taken_in_at)
VALUES (?, ?, ?, ?, ?, ?, ?)

-- name: SettlementFileTaken
SELECT id, taken_in_at FROM settlement_file WHERE sha256 = ?

-- name: SettlementLineInsert
INSERT INTO settlement_line (file_id, line_number, collector, shop, slip_number, amount, paid_on,
  booked_on, outcome, payment_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
