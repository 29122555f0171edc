-- name: CasesLongWithoutPermit
SELECT c.receipt_number, c.state, c.state_since
FROM application_case c FORCE INDEX (application_case_state)
WHERE c.state = ? AND c.state_since < ? AND (c.state = 'paid' OR c.fee = 0)
  AND NOT EXISTS (SELECT 1 FROM payment_case pc JOIN payment p ON p.id = pc.payment_id
                  WHERE pc.held_case_id = c.id AND p.state = 'revoked')
ORDER BY c.state_since, c.id LIMIT ?;

-- name: PaidPaymentsOnClosedCases
SELECT c.receipt_number, c.state, p.reference
FROM application_case c FORCE INDEX (application_case_state)
STRAIGHT_JOIN payment_case pc FORCE INDEX (payment_case_held) ON pc.held_case_id = c.id
STRAIGHT_JOIN payment p FORCE INDEX (PRIMARY) ON p.id = pc.payment_id
WHERE c.state = ? AND c.state_since >= ? AND p.state = 'paid'
  AND NOT EXISTS (SELECT 1 FROM payment_exception x
                  WHERE x.cause = CONCAT('closed:', c.receipt_number))
ORDER BY c.state_since, c.id LIMIT ?;

-- name: PermitsLoadedBetween
SELECT MIN(loaded_at) AS first, MAX(loaded_at) AS last FROM entry_permit;

-- name: PermitsOfAnotherHolder
SELECT e.number, c.receipt_number
FROM entry_permit e FORCE INDEX (entry_permit_loaded)
STRAIGHT_JOIN application_case c FORCE INDEX (PRIMARY) ON c.id = e.case_id
WHERE e.loaded_at >= ? AND e.loaded_at < ? AND c.applicant_id <> e.applicant_id
ORDER BY e.loaded_at, e.id LIMIT ?;

-- name: BookedBetween
SELECT MIN(booked_on) AS first, MAX(booked_on) AS last FROM ledger_entry;

-- name: BookingsOutOfBalance
SELECT l.booking, SUM(l.amount) AS total
FROM ledger_entry l FORCE INDEX (ledger_entry_day)
WHERE l.booked_on >= ? AND l.booked_on < ?
GROUP BY l.booking HAVING SUM(l.amount) <> 0
ORDER BY l.booking LIMIT ?;

-- name: FilesLongUnscanned
SELECT upload_id, waits_since, attempts FROM upload_scan
WHERE state = 'waiting' AND waits_since < ? ORDER BY waits_since, upload_id LIMIT ?;
