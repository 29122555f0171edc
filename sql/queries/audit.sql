-- name: AuditInsert
INSERT INTO audit (at, actor, action, object, detail) VALUES (?, ?, ?, ?, ?);

-- name: AuditPlace
SELECT id, at FROM audit WHERE id = ?;

-- name: AuditList
SELECT id, at, inserted_at, actor, action, object, detail
FROM audit FORCE INDEX (audit_at)
WHERE at >= ? AND at <= ? AND (at < ? OR id < ?)
ORDER BY at DESC, id DESC LIMIT ?;

-- name: AuditListAbout
SELECT id, at, inserted_at, actor, action, object, detail
FROM audit FORCE INDEX (audit_object)
WHERE object = ? AND at >= ? AND at <= ? AND (at < ? OR id < ?)
ORDER BY at DESC, id DESC LIMIT ?;

-- name: AuditListOf
SELECT id, at, inserted_at, actor, action, object, detail
FROM audit FORCE INDEX (audit_actor)
WHERE actor = ? AND at >= ? AND at <= ? AND (at < ? OR id < ?)
ORDER BY at DESC, id DESC LIMIT ?;

-- name: AuditListAboutOf
SELECT id, at, inserted_at, actor, action, object, detail
FROM audit FORCE INDEX (audit_object)
WHERE object = ? AND actor = ? AND at >= ? AND at <= ? AND (at < ? OR id < ?)
ORDER BY at DESC, id DESC LIMIT ?;

-- name: AuditToSeal
SELECT id, at, inserted_at, actor, action, object, detail,
  inserted_at <= CURRENT_TIMESTAMP(3) - INTERVAL ? SECOND AS settled
FROM audit WHERE id > ? ORDER BY id LIMIT ?;

-- name: AuditSealLast
SELECT sequence, audit_id, digest FROM audit_seal ORDER BY sequence DESC LIMIT 1;

-- name: AuditSealFind
SELECT sequence, audit_id, digest FROM audit_seal WHERE sequence = ?;

-- name: AuditSealsInsert
INSERT INTO audit_seal (sequence, audit_id, digest)
SELECT given.sequence, given.audit_id, given.digest
FROM JSON_TABLE(?, '$[*]' COLUMNS (sequence BIGINT UNSIGNED PATH '$[0]',
  audit_id BIGINT UNSIGNED PATH '$[1]', digest CHAR(64) PATH '$[2]')) given;

-- name: AuditSealed
SELECT s.sequence, s.audit_id, s.digest, a.id, a.at, a.inserted_at, a.actor, a.action, a.object,
  a.detail
FROM audit_seal s FORCE INDEX (PRIMARY)
LEFT JOIN audit a FORCE INDEX (PRIMARY) ON a.id = s.audit_id
WHERE s.sequence > ? ORDER BY s.sequence LIMIT ?;

-- name: AuditIds
SELECT id FROM audit WHERE id > ? AND id <= ? ORDER BY id;

-- name: AuditUnsealed
SELECT COUNT(*) AS unsealed, MIN(inserted_at) AS oldest FROM audit WHERE id > ?;
