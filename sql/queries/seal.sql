-- name: PermitSealInsert
INSERT INTO permit_seal (permit_id, signer, seal, sealed_at) VALUES (?, ?, ?, ?);

-- name: PermitSealReplace
UPDATE permit_seal SET signer = ?, seal = ? WHERE permit_id = ?;

-- name: PermitRevoke
UPDATE entry_permit SET status = 'revoked' WHERE id = ? AND status = 'valid';

-- name: PermitRevocationInsert
INSERT INTO permit_revocation (permit_id, revoked_at, actor, reason) VALUES (?, ?, ?, ?);

-- name: RevokedPermits
SELECT e.number, COALESCE(r.revoked_at, s.sealed_at, e.loaded_at) AS since
FROM entry_permit e
JOIN permit_seal own ON own.permit_id = e.id
LEFT JOIN permit_revocation r ON r.permit_id = e.id
LEFT JOIN permit_seal s ON s.permit_id = e.replaced_by
WHERE e.status IN ('replaced', 'revoked') AND e.expires_on >= ?
ORDER BY e.number;

-- name: RevocationListLock
SELECT id FROM revocation_list WHERE id = 1 FOR UPDATE;

-- name: RevocationListStore
INSERT INTO revocation_list (id, made_at, entries, sha256, content) VALUES (1, ?, ?, ?, ?)
ON DUPLICATE KEY UPDATE made_at = VALUES(made_at), entries = VALUES(entries),
  sha256 = VALUES(sha256), content = VALUES(content);

-- name: RevocationList
SELECT made_at, entries, sha256, content FROM revocation_list WHERE id = 1;
