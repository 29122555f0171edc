-- name: ActFind
SELECT actor, digest, location FROM act WHERE act_key = ?;

-- name: ActClaim
INSERT INTO act (act_key, actor, digest, location, done_at) VALUES (?, ?, ?, '', ?);

-- name: ActComplete
UPDATE act SET location = ? WHERE act_key = ?;

-- name: ActSweep
DELETE FROM act WHERE done_at < ? LIMIT 1000;
