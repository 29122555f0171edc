-- name: CounterNext
INSERT INTO counter (name, year, value) VALUES (?, ?, LAST_INSERT_ID(1))
ON DUPLICATE KEY UPDATE value = LAST_INSERT_ID(value + 1);

-- name: CounterAdvance
INSERT INTO counter (name, year, value) VALUES (?, ?, ?)
ON DUPLICATE KEY UPDATE value = value + VALUES(value);

-- name: CounterValue
SELECT value FROM counter WHERE name = ? AND year = ?;

-- name: CounterList
SELECT name, year, value FROM counter ORDER BY name, year;
