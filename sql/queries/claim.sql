-- name: ClaimsOfCase
SELECT field, registered_value, claimed_value, accepted_by
FROM case_claim WHERE case_id = ? ORDER BY field;

-- name: ClaimsForgetOpen
DELETE FROM case_claim WHERE case_id = ? AND accepted_at IS NULL;

-- name: ClaimInsert
INSERT INTO case_claim (case_id, field, registered_value, claimed_value) VALUES (?, ?, ?, ?)
ON DUPLICATE KEY UPDATE registered_value = VALUES(registered_value),
  claimed_value = VALUES(claimed_value), accepted_by = NULL, accepted_at = NULL;

-- name: ClaimAccept
INSERT INTO case_claim (case_id, field, registered_value, claimed_value, accepted_by, accepted_at)
VALUES (?, ?, ?, ?, ?, ?)
ON DUPLICATE KEY UPDATE registered_value = VALUES(registered_value),
  claimed_value = VALUES(claimed_value), accepted_by = VALUES(accepted_by),
  accepted_at = VALUES(accepted_at);
