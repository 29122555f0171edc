-- name: UsualTimeForget
DELETE FROM usual_time;

-- name: UsualTimeCompute
INSERT INTO usual_time (service, state, seconds, cases, computed_at)
SELECT service, state, AVG(seconds), MAX(cases), ?
FROM (
  SELECT service, state, seconds,
    ROW_NUMBER() OVER (PARTITION BY service, state ORDER BY seconds) AS place,
    COUNT(*) OVER (PARTITION BY service, state) AS cases
  FROM (
    SELECT c.service, h.from_state AS state, TIMESTAMPDIFF(SECOND,
      (SELECT MAX(b.at) FROM case_history b WHERE b.case_id = h.case_id AND b.id < h.id),
      h.at) AS seconds
    FROM case_history h
    JOIN application_case c ON c.id = h.case_id
    WHERE h.at >= ? AND h.at < ? AND h.from_state IS NOT NULL
  ) AS spent
  -- A state that was passed in the same act was never waited in.
  WHERE seconds > 0
) AS ranked
WHERE place IN (FLOOR((cases + 1) / 2), CEIL((cases + 1) / 2))
GROUP BY service, state;

-- name: UsualTimeOfState
SELECT seconds FROM usual_time WHERE service = ? AND state = ?;
