-- name: CasesToRemind
SELECT c.id, c.state_since FROM application_case c FORCE INDEX (application_case_state)
WHERE c.state = ? AND c.state_since >= ? AND c.state_since < ?
  AND (c.state_since > ? OR c.id > ?)
  AND NOT EXISTS (SELECT 1 FROM case_reminder r
                  WHERE r.case_id = c.id AND r.state_since = c.state_since AND r.days <= ?)
  AND NOT EXISTS (SELECT 1 FROM payment_case pc
                  JOIN payment_exception x ON x.payment_id = pc.payment_id
                  WHERE pc.case_id = c.id AND x.resolved_at IS NULL AND x.amount > 0)
ORDER BY c.state_since, c.id LIMIT ?;

-- name: CasesToLapse
SELECT c.id, c.state_since FROM application_case c FORCE INDEX (application_case_state)
WHERE c.state = ? AND c.state_since >= ? AND c.state_since < ?
  AND (c.state_since > ? OR c.id > ?)
  AND EXISTS (SELECT 1 FROM case_reminder r
              WHERE r.case_id = c.id AND r.state_since = c.state_since AND r.days <= ?
                AND r.sent_at < ?)
  AND NOT EXISTS (SELECT 1 FROM payment_case pc
                  JOIN payment_exception x ON x.payment_id = pc.payment_id
                  WHERE pc.case_id = c.id AND x.resolved_at IS NULL AND x.amount > 0)
ORDER BY c.state_since, c.id LIMIT ?;

-- name: CaseReminderInsert
INSERT IGNORE INTO case_reminder (case_id, state_since, days, sent_at) VALUES (?, ?, ?, ?);
