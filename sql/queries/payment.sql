-- name: PaymentInsert
INSERT INTO payment (reference, account_id, method, amount, state, state_since, created_at,
  expires_at, slip_number, deadline, next_ask_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: PaymentCaseInsert
INSERT INTO payment_case (payment_id, case_id, amount, held_case_id) VALUES (?, ?, ?, ?)

-- name: PaymentHistoryInsert
INSERT INTO payment_history (payment_id, at, actor, event, from_state, to_state, detail)
VALUES (?, ?, ?, ?, ?, ?, ?)

-- name: PaymentsHistoryInsert
INSERT INTO payment_history (payment_id, at, actor, event, from_state, to_state, detail)
SELECT given.payment_id, given.at, given.actor, given.event, given.from_state, given.to_state,
  given.detail
FROM JSON_TABLE(?, '$[*]' COLUMNS (payment_id BIGINT UNSIGNED PATH '$[0]', at DATETIME(3) PATH '$[1]',
  actor VARCHAR(80) PATH '$[2]', event VARCHAR(30) PATH '$[3]', from_state VARCHAR(30) PATH '$[4]',
  to_state VARCHAR(30) PATH '$[5]', detail VARCHAR(1000) PATH '$[6]')) given

-- name: PaymentsMove
UPDATE JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$[0]',
    from_state VARCHAR(30) PATH '$[1]', to_state VARCHAR(30) PATH '$[2]')) given
  STRAIGHT_JOIN payment p FORCE INDEX (PRIMARY) ON p.id = given.id
SET p.state = given.to_state, p.state_since = ?
WHERE p.state = given.from_state

-- name: PaymentsHoldCases
UPDATE JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$[0]')) given
  STRAIGHT_JOIN payment_case pc FORCE INDEX (PRIMARY) ON pc.payment_id = given.id
SET pc.held_case_id = pc.case_id

-- name: PaymentsFreeCases
UPDATE JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$[0]')) given
  STRAIGHT_JOIN payment_case pc FORCE INDEX (PRIMARY) ON pc.payment_id = given.id
SET pc.held_case_id = NULL

-- name: PaymentSetSession
UPDATE payment SET session_key = ? WHERE id = ?

-- name: PaymentSetNextAsk
UPDATE payment SET next_ask_at = ? WHERE id = ?

-- name: PaymentsSetPaid
UPDATE JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$[0]',
    trade_number VARCHAR(120) PATH '$[1]', paid_at DATETIME(3) PATH '$[2]',
    next_ask_at DATETIME(3) PATH '$[3]')) given
  STRAIGHT_JOIN payment p FORCE INDEX (PRIMARY) ON p.id = given.id
SET p.trade_number = given.trade_number, p.paid_at = given.paid_at,
  p.next_ask_at = given.next_ask_at

-- name: PaymentLock
SELECT id, reference, account_id, method, amount, state, state_since, created_at, expires_at,
  slip_number, deadline, next_ask_at, trade_number, paid_at, session_key
FROM payment WHERE reference = ? FOR UPDATE

-- name: PaymentOfApplicant
SELECT p.id, p.reference, p.account_id, p.method, p.amount, p.state, p.state_since, p.created_at,
  p.expires_at, p.slip_number, p.deadline, p.next_ask_at, p.trade_number, p.paid_at,
  p.session_key, c.id AS case_id, c.receipt_number, c.service, c.state AS case_state, pc.amount AS case_amount,
  g.number AS group_number,
  (SELECT x.kind FROM payment_exception x
   WHERE x.payment_id = p.id AND x.resolved_at IS NULL AND x.amount > 0
   ORDER BY x.id LIMIT 1) AS unapplied
FROM payment p JOIN account ac ON ac.id = p.account_id
  JOIN payment_case pc ON pc.payment_id = p.id
  JOIN application_case c ON c.id = pc.case_id JOIN case_group g ON g.id = c.group_id
WHERE p.reference = ? AND ac.applicant_id = ?
ORDER BY g.number, c.receipt_number

-- name: PaymentLockById
SELECT id FROM payment WHERE id = ? FOR UPDATE

-- name: PaymentByReference
SELECT id, reference, account_id, method, amount, state, state_since, created_at, expires_at,
  slip_number, deadline, next_ask_at, trade_number, paid_at, session_key
FROM payment WHERE reference = ?

-- name: PaymentsOfSlips
SELECT p.slip_number, p.reference
FROM JSON_TABLE(?, '$[*]' COLUMNS (slip_number VARCHAR(20) PATH '$[0]')) given
  STRAIGHT_JOIN payment p FORCE INDEX (payment_slip) ON p.slip_number = given.slip_number

-- name: PaymentItems
SELECT pc.payment_id, pc.case_id, pc.amount
FROM JSON_TABLE(?, '$[*]' COLUMNS (reference VARCHAR(20) PATH '$[0]')) given
  STRAIGHT_JOIN payment p FORCE INDEX (payment_reference) ON p.reference = given.reference
  STRAIGHT_JOIN payment_case pc FORCE INDEX (PRIMARY) ON pc.payment_id = p.id

-- name: PaymentItemsCasesLock
SELECT c.id, c.receipt_number, c.service, c.state
FROM (SELECT DISTINCT listed.id
      FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$[0]')) listed) given
  STRAIGHT_JOIN application_case c FORCE INDEX (PRIMARY) ON c.id = given.id
FOR UPDATE

-- name: PaymentsHoldingCases
SELECT pc.held_case_id, pc.payment_id
FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$[0]')) given
  STRAIGHT_JOIN payment_case pc FORCE INDEX (payment_case_held) ON pc.held_case_id = given.id

-- name: PaymentsLock
SELECT p.id, p.reference, p.account_id, p.method, p.amount, p.state, p.state_since, p.created_at,
  p.expires_at, p.slip_number, p.deadline, p.next_ask_at, p.trade_number, p.paid_at,
  p.session_key
FROM (SELECT DISTINCT listed.id
      FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$[0]')) listed) given
  STRAIGHT_JOIN payment p FORCE INDEX (PRIMARY) ON p.id = given.id
FOR UPDATE

-- name: PaymentReferenceHoldingCase
SELECT p.reference FROM payment_case pc JOIN payment p ON p.id = pc.payment_id
WHERE pc.held_case_id = ? FOR UPDATE

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
  a.chinese_name, p.reference, p.method, p.state, p.deadline,
  (SELECT up.reference FROM payment_case uc
   JOIN payment_exception x ON x.payment_id = uc.payment_id
   JOIN payment up ON up.id = uc.payment_id
   WHERE uc.case_id = c.id AND x.resolved_at IS NULL AND x.amount > 0
   ORDER BY x.id LIMIT 1) AS unapplied
FROM application_case c JOIN case_group g ON g.id = c.group_id
  JOIN applicant a ON a.id = c.applicant_id
  LEFT JOIN payment_case pc ON pc.held_case_id = c.id
  LEFT JOIN payment p ON p.id = pc.payment_id
WHERE c.applicant_id = ? AND c.state = 'awaiting-payment'
ORDER BY g.number, c.receipt_number

-- name: PaymentOfPaidGroup
SELECT p.reference
FROM case_group g JOIN application_case c ON c.group_id = g.id
  JOIN payment_case pc ON pc.held_case_id = c.id JOIN payment p ON p.id = pc.payment_id
WHERE g.number = ? AND c.applicant_id = ? AND p.state IN ('paid', 'revoked')
ORDER BY p.id DESC LIMIT 1

-- name: PaymentPayableCasesLock
SELECT c.id, c.receipt_number, c.service, c.fee, c.state
FROM application_case c JOIN case_group g ON g.id = c.group_id
WHERE g.number = ? AND c.applicant_id = ?
ORDER BY c.id FOR UPDATE

-- name: PaymentsToAsk
SELECT reference FROM payment WHERE next_ask_at <= ? AND FIND_IN_SET(method, ?)
ORDER BY next_ask_at, id LIMIT 500

-- name: PaymentSlipsExpired
SELECT reference FROM payment WHERE state = 'slip-out' AND expires_at <= ? ORDER BY id LIMIT 500

-- name: GatewayResting
SELECT 1 AS resting FROM gateway_rest WHERE gateway = ? AND rests_until > ?

-- name: GatewayQuestions
SELECT COUNT(*) AS questions FROM payment_history WHERE event = 'ask' AND at > ?

-- name: GatewayRest
INSERT INTO gateway_rest (gateway, rests_until) VALUES (?, ?)
ON DUPLICATE KEY UPDATE rests_until = VALUES(rests_until)

-- name: PaymentList
SELECT id, reference, account_id, method, amount, state, state_since, created_at, expires_at,
  slip_number, deadline, next_ask_at, trade_number, paid_at, session_key
FROM payment FORCE INDEX (payment_created) WHERE created_at >= ?
ORDER BY created_at DESC, id DESC LIMIT ?

-- name: PaymentExceptionsInsert
INSERT INTO payment_exception (cause, kind, number, payment_id, method, amount, paid_on, found_at)
SELECT given.cause, given.kind, given.number, given.payment_id, given.method, given.amount,
  given.paid_on, given.found_at
FROM JSON_TABLE(?, '$[*]' COLUMNS (cause VARCHAR(120) PATH '$[0]', kind VARCHAR(30) PATH '$[1]',
  number VARCHAR(20) PATH '$[2]', payment_id BIGINT UNSIGNED PATH '$[3]',
  method VARCHAR(30) PATH '$[4]', amount BIGINT PATH '$[5]', paid_on DATE PATH '$[6]',
  found_at DATETIME(3) PATH '$[7]')) given

-- name: PaymentExceptionsKnown
SELECT x.cause
FROM JSON_TABLE(?, '$[*]' COLUMNS (cause VARCHAR(120) PATH '$[0]')) given
  STRAIGHT_JOIN payment_exception x FORCE INDEX (payment_exception_cause) ON x.cause = given.cause

-- name: PaymentExceptionsOpen
SELECT x.id, x.cause, x.kind, x.number, x.payment_id, x.method, x.amount, x.paid_on, x.found_at,
  x.resolved_at,
  (SELECT GROUP_CONCAT(c.receipt_number ORDER BY c.receipt_number SEPARATOR ' ')
   FROM payment_case pc JOIN application_case c ON c.id = pc.case_id
   WHERE pc.payment_id = x.payment_id AND c.state = 'issued') AS permits
FROM payment_exception x
WHERE x.resolved_at IS NULL ORDER BY x.id LIMIT ?

-- name: PaymentExceptionLock
SELECT id, cause, kind, number, method, amount, paid_on, found_at, payment_id, resolved_at
FROM payment_exception WHERE id = ? FOR UPDATE

-- name: PaymentExceptionOpenLock
SELECT id, cause, kind, number, method, amount, paid_on, found_at, payment_id, resolved_at
FROM payment_exception WHERE payment_id = ? AND kind = ? AND resolved_at IS NULL FOR UPDATE

-- name: PaymentExceptionResolve
UPDATE payment_exception SET resolved_at = ?, resolved_by = ?, note = ?
WHERE id = ? AND resolved_at IS NULL

-- name: LedgerInsert
INSERT INTO ledger_entry (booking, leg, booked_on, book, method, item, amount, payment_id,
  created_at)
SELECT given.booking, given.leg, given.booked_on, given.book, given.method, given.item,
  given.amount, given.payment_id, given.created_at
FROM JSON_TABLE(?, '$[*]' COLUMNS (booking VARCHAR(120) PATH '$[0]', leg SMALLINT PATH '$[1]',
  booked_on DATE PATH '$[2]', book VARCHAR(30) PATH '$[3]', method VARCHAR(30) PATH '$[4]',
  item VARCHAR(30) PATH '$[5]', amount BIGINT PATH '$[6]', payment_id BIGINT UNSIGNED PATH '$[7]',
  created_at DATETIME(3) PATH '$[8]')) given

-- name: LedgerReport
SELECT booked_on, method, book, item, COUNT(*) AS entries, SUM(amount) AS total FROM ledger_entry
WHERE booked_on BETWEEN ? AND ?
GROUP BY booked_on, method, book, item ORDER BY booked_on, method, book, item

-- name: SettlementFileInsert
INSERT INTO settlement_file (sha256, name, collector, sent_on, line_count, total, taken_in_at)
VALUES (?, ?, ?, ?, ?, ?, ?)

-- name: SettlementFileTaken
SELECT id, taken_in_at FROM settlement_file WHERE sha256 = ?

-- name: SettlementLinesKnown
SELECT DISTINCT given.line_number
FROM JSON_TABLE(?, '$[*]' COLUMNS (line_number INT PATH '$[0]', collector VARCHAR(20) PATH '$[1]',
  shop VARCHAR(20) PATH '$[2]', slip_number VARCHAR(20) PATH '$[3]', amount BIGINT PATH '$[4]',
  paid_on DATE PATH '$[5]')) given
  STRAIGHT_JOIN settlement_line l FORCE INDEX (settlement_line_slip)
    ON l.slip_number = given.slip_number AND l.collector = given.collector
      AND l.shop = given.shop AND l.amount = given.amount AND l.paid_on = given.paid_on
WHERE l.outcome <> 'not-good'

-- name: SettlementLinesInsert
INSERT INTO settlement_line (file_id, line_number, collector, shop, slip_number, amount, paid_on,
  booked_on, outcome, payment_id)
SELECT given.file_id, given.line_number, given.collector, given.shop, given.slip_number,
  given.amount, given.paid_on, given.booked_on, given.outcome, given.payment_id
FROM JSON_TABLE(?, '$[*]' COLUMNS (file_id BIGINT UNSIGNED PATH '$[0]', line_number INT PATH '$[1]',
  collector VARCHAR(20) PATH '$[2]', shop VARCHAR(20) PATH '$[3]',
  slip_number VARCHAR(20) PATH '$[4]', amount BIGINT PATH '$[5]', paid_on DATE PATH '$[6]',
  booked_on DATE PATH '$[7]', outcome VARCHAR(30) PATH '$[8]',
  payment_id BIGINT UNSIGNED PATH '$[9]')) given
