-- name: ReviewerUpsert
INSERT INTO reviewer (login_name, display_name, password_hash, active, created_at)
VALUES (?, ?, ?, 1, ?)
ON DUPLICATE KEY UPDATE
  display_name = VALUES(display_name), password_hash = VALUES(password_hash), active = 1;

-- name: ReviewerByLogin
SELECT id, login_name, display_name, password_hash, active FROM reviewer WHERE login_name = ?;

-- name: ReviewerList
SELECT id, login_name, display_name, password_hash, active FROM reviewer ORDER BY login_name;
