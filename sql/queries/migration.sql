-- name: MigrationList
SELECT number, file, checksum FROM schema_migration ORDER BY number;

-- name: MigrationLockRow
INSERT IGNORE INTO schema_migration (number, file, checksum, applied_at) VALUES (?, 'lock', '', ?);

-- name: MigrationLock
SELECT number FROM schema_migration WHERE number = ? FOR UPDATE;

-- name: MigrationRecord
INSERT INTO schema_migration (number, file, checksum, applied_at) VALUES (?, ?, ?, ?);
