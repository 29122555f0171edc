-- The fee of a case that was closed after it was paid waits for the cashier as an exception. Those
-- closed before this was so get theirs, with the legs that take the fee out of what is earned.
INSERT INTO payment_exception (cause, kind, number, payment_id, method, amount, paid_on, found_at)
SELECT CONCAT('closed:', c.receipt_number), 'case-closed', p.reference, p.id, p.method, pc.amount,
  DATE(COALESCE(p.paid_at, c.state_since) + INTERVAL 8 HOUR), c.state_since
FROM application_case c
  JOIN payment_case pc ON pc.held_case_id = c.id
  JOIN payment p ON p.id = pc.payment_id
WHERE c.state IN ('not-accepted', 'withdrawn', 'disapproved') AND p.state = 'paid';

INSERT INTO ledger_entry (booking, leg, booked_on, book, method, item, amount, payment_id,
  created_at)
SELECT CONCAT('exception:', x.cause), legs.leg, DATE(x.found_at + INTERVAL 8 HOUR),
  IF(legs.leg = 1, 'fee', 'suspense'), x.method, IF(legs.leg = 1, c.service, ''),
  IF(legs.leg = 1, x.amount, -x.amount), x.payment_id, x.found_at
FROM payment_exception x
  JOIN application_case c ON x.cause = CONCAT('closed:', c.receipt_number)
  JOIN (SELECT 1 AS leg UNION ALL SELECT 2) legs
WHERE x.kind = 'case-closed';
