-- name: KeptFileInsert
INSERT INTO kept_file (id, account_id, draft_id, case_id, slot, name, mime, size, sha256, content,
                       position, kept_at, faults)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: KeptFilesOfAccount
SELECT id, draft_id, case_id, slot, sha256 FROM kept_file
WHERE account_id = ? AND kept_at > ? ORDER BY kept_at, position, id;

-- name: KeptFileStore
INSERT INTO upload (id, account_id, draft_id, slot, name, mime, size, sha256, content, created_at,
                    position, faults)
SELECT k.id, d.account_id, d.id, k.slot, k.name, k.mime, k.size, k.sha256, k.content, k.kept_at,
       k.position, k.faults
FROM kept_file k JOIN draft d ON d.id = ?
WHERE k.id = ?;

-- name: KeptFileForget
DELETE FROM kept_file WHERE id = ?;

-- name: KeptFileSweep
DELETE FROM kept_file WHERE kept_at <= ? LIMIT 100;
