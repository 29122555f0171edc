-- name: UsualTimeSet
INSERT INTO usual_time (service, state, seconds, cases, computed_at) VALUES (?, ?, ?, ?, ?)
ON DUPLICATE KEY UPDATE seconds = VALUES(seconds), cases = VALUES(cases),
  computed_at = VALUES(computed_at);

-- name: UsualTimeForget
DELETE FROM usual_time WHERE service = ? AND state = ?;

-- name: UsualTimeOfState
SELECT seconds FROM usual_time WHERE service = ? AND state = ?;

-- name: UsualTimesOfState
SELECT service, seconds FROM usual_time WHERE state = ?;

-- name: StateStayProgress
SELECT history_id FROM state_stay_progress WHERE id = 1;

-- name: StateStayAdvance
INSERT INTO state_stay_progress (id, history_id) VALUES (1, ?)
ON DUPLICATE KEY UPDATE history_id = GREATEST(history_id, VALUES(history_id));

-- name: StateStayLastHistory
SELECT MAX(id) AS id FROM case_history;

-- name: StateStaysNew
SELECT id, service, state, seconds, at
FROM (
  SELECT h.id, c.service, h.from_state AS state, h.at, TIMESTAMPDIFF(SECOND,
    (SELECT MAX(b.at) FROM case_history b WHERE b.case_id = h.case_id AND b.id < h.id),
    h.at) AS seconds
  FROM case_history h FORCE INDEX (PRIMARY)
  STRAIGHT_JOIN application_case c FORCE INDEX (PRIMARY) ON c.id = h.case_id
  WHERE h.id > ? AND h.id <= ? AND h.at >= ? AND h.from_state IS NOT NULL
  UNION ALL
  SELECT d.id, s.service, 'review', d.at, TIMESTAMPDIFF(SECOND, s.submitted_at, d.at)
  FROM case_history d FORCE INDEX (PRIMARY)
  STRAIGHT_JOIN application_case s FORCE INDEX (PRIMARY) ON s.id = d.case_id
  WHERE d.id > ? AND d.id <= ? AND d.at >= ?
    AND d.event IN ('approve', 'disapprove', 'not-accept')
) AS spent
-- A state that was passed in the same act was never waited in.
WHERE seconds > 0;

-- name: StateStaysInsert
INSERT IGNORE INTO state_stay (history_id, service, state, seconds, left_at)
SELECT given.history_id, given.service, given.state, given.seconds, given.left_at
FROM JSON_TABLE(?, '$[*]' COLUMNS (history_id BIGINT UNSIGNED PATH '$[0]',
  service VARCHAR(20) PATH '$[1]', state VARCHAR(30) PATH '$[2]',
  seconds BIGINT UNSIGNED PATH '$[3]', left_at DATETIME(3) PATH '$[4]')) given;

-- name: StateStaysForget
DELETE FROM state_stay WHERE left_at < ? ORDER BY left_at LIMIT 1000;

-- name: StateStaysCount
SELECT COUNT(*) AS cases FROM state_stay WHERE service = ? AND state = ?;

-- name: StateStaysInOrder
SELECT seconds FROM state_stay WHERE service = ? AND state = ? ORDER BY seconds LIMIT ? OFFSET ?;
