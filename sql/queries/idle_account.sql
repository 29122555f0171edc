-- An account without a case of its own or of its applicant, a payment, or a permit that still holds.
-- name: IdleAccountsToNotice
SELECT a.id FROM account a FORCE INDEX (account_idle)
WHERE a.idle_since < ? AND a.state <> 'pending'
  AND (a.end_noticed_at IS NULL OR a.end_noticed_at < a.idle_since)
  AND NOT EXISTS (SELECT 1 FROM application_case c WHERE c.account_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM application_case c WHERE c.applicant_id = a.applicant_id)
  AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.account_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM entry_permit e
                  WHERE e.applicant_id = a.applicant_id AND e.status = 'valid' AND e.expires_on >= ?)
ORDER BY a.idle_since, a.id LIMIT ?;

-- name: IdleAccountsToRemove
SELECT a.id FROM account a FORCE INDEX (account_idle)
WHERE a.idle_since < ? AND a.state <> 'pending'
  AND a.end_noticed_at >= a.idle_since AND a.end_noticed_at <= ?
  AND NOT EXISTS (SELECT 1 FROM application_case c WHERE c.account_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM application_case c WHERE c.applicant_id = a.applicant_id)
  AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.account_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM entry_permit e
                  WHERE e.applicant_id = a.applicant_id AND e.status = 'valid' AND e.expires_on >= ?)
ORDER BY a.idle_since, a.id LIMIT ?;

-- name: IdleAccountLock
SELECT a.id, a.login_name, a.email, a.language, a.state, a.idle_since, r.chinese_name,
  r.surname, r.given_name,
  CASE WHEN a.end_noticed_at >= a.idle_since THEN a.end_noticed_at END AS noticed_at
FROM account a
JOIN applicant r ON r.id = a.applicant_id
WHERE a.id = ? AND a.idle_since < ? AND a.state <> 'pending'
  AND NOT EXISTS (SELECT 1 FROM application_case c WHERE c.account_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM application_case c WHERE c.applicant_id = a.applicant_id)
  AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.account_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM entry_permit e
                  WHERE e.applicant_id = a.applicant_id AND e.status = 'valid' AND e.expires_on >= ?)
FOR UPDATE;

-- name: IdleAccountNoticed
UPDATE account SET end_noticed_at = ? WHERE id = ?;

-- name: UploadsOfAccountRemove
DELETE FROM upload WHERE account_id = ?;

-- name: DraftsOfAccountRemove
DELETE FROM draft WHERE account_id = ?;

-- name: KeptFormsOfAccountRemove
DELETE FROM kept_form WHERE account_id = ?;

-- name: KeptFilesOfAccountRemove
DELETE FROM kept_file WHERE account_id = ?;

-- name: MailboxChangesOfAccountRemove
DELETE FROM mailbox_change WHERE account_id = ?;

-- Its passkeys go with it.
-- name: IdleAccountRemove
DELETE FROM account WHERE id = ?;
