-- name: CounterNext
INSERT INTO counter (name, year, value) VALUES (?, ?, LAST_INSERT_ID(1))
ON DUPLICATE KEY UPDATE value = LAST_INSERT_ID(value + 1);

-- name: CounterAdvance
INSERT INTO counter (name, year, value) VALUES (?, ?, ?)
ON DUPLICATE KEY UPDATE value = value + VALUES(value);

-- name: CounterList
SELECT name, year, value FROM counter ORDER BY name, year;

-- name: ReviewerUpsert
INSERT INTO reviewer (login_name, display_name, password_hash, active, created_at)
VALUES (?, ?, ?, 1, ?)
ON DUPLICATE KEY UPDATE
  display_name = VALUES(display_name), password_hash = VALUES(password_hash), active = 1;

-- name: ReviewerByLogin
SELECT id, login_name, display_name, password_hash, active FROM reviewer WHERE login_name = ?;

-- name: ReviewerList
SELECT id, login_name, display_name, password_hash, active FROM reviewer ORDER BY login_name;

-- name: AuditInsert
INSERT INTO audit (at, actor, action, object, detail) VALUES (?, ?, ?, ?, ?);
