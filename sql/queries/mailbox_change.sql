-- name: MailboxChangeInsert
INSERT INTO mailbox_change (stop_hash, account_id, confirm_hash, old_mailbox, asked_at, stops_until)
VALUES (?, ?, ?, ?, ?, ?);

-- name: MailboxChangeFind
SELECT account_id, confirm_hash, old_mailbox, asked_at, stops_until, confirmed_at, objected_at,
       recovers_until
FROM mailbox_change WHERE stop_hash = ?;

-- name: MailboxChangeConfirm
UPDATE mailbox_change SET confirmed_at = ? WHERE confirm_hash = ?;

-- name: MailboxChangeObject
UPDATE mailbox_change SET objected_at = ?, recovers_until = ? WHERE stop_hash = ?;

-- name: MailboxChangeVoidLater
UPDATE mailbox_change SET stops_until = asked_at, recovers_until = NULL
WHERE account_id = ? AND asked_at > ?;

-- name: MailboxChangeVoid
UPDATE mailbox_change SET stops_until = asked_at, recovers_until = NULL WHERE account_id = ?;

-- name: MailboxChangeRecovery
SELECT old_mailbox, recovers_until FROM mailbox_change
WHERE account_id = ? AND recovers_until > ? ORDER BY asked_at LIMIT 1;

-- name: MailboxChangeSweep
DELETE FROM mailbox_change
WHERE stops_until < ? AND (recovers_until IS NULL OR recovers_until < ?) LIMIT 1000;
