-- name: AuditInsert
INSERT INTO audit (at, actor, action, object, detail) VALUES (?, ?, ?, ?, ?);
