-- name: BasicDataOfAccount
SELECT p.chinese_name, p.surname, p.given_name, p.mainland_id, p.birthplace, p.birth_date, p.sex,
       p.travel_permit, a.phone, a.extension, a.email
FROM account a
JOIN applicant p ON p.id = a.applicant_id
WHERE a.id = ?;

-- name: AccountMailLanguage
UPDATE account SET language = ? WHERE id = ?;

-- name: WaitingMailbox
SELECT payload FROM account_token
WHERE account_id = ? AND purpose = 'mailbox' AND used_at IS NULL AND expires_at > ?
ORDER BY created_at DESC LIMIT 1;
