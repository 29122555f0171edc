-- name: BasicDataOfAccount
SELECT COALESCE(b.chinese_name, p.chinese_name) AS chinese_name,
       COALESCE(b.surname, p.surname) AS surname,
       COALESCE(b.given_name, p.given_name) AS given_name,
       p.mainland_id, COALESCE(b.birthplace, p.birthplace) AS birthplace, p.birth_date, p.sex,
       COALESCE(b.travel_permit, p.travel_permit) AS travel_permit,
       a.phone, a.extension, a.email
FROM account a
JOIN applicant p ON p.id = a.applicant_id
LEFT JOIN account_basic_data b ON b.account_id = a.id
WHERE a.id = ?;

-- name: BasicDataSave
INSERT INTO account_basic_data
  (account_id, chinese_name, surname, given_name, birthplace, travel_permit, saved_at)
VALUES (?, ?, ?, ?, ?, ?, ?)
ON DUPLICATE KEY UPDATE chinese_name = VALUES(chinese_name), surname = VALUES(surname),
  given_name = VALUES(given_name), birthplace = VALUES(birthplace),
  travel_permit = VALUES(travel_permit), saved_at = VALUES(saved_at);

-- name: WaitingMailbox
SELECT payload FROM account_token
WHERE account_id = ? AND purpose = 'mailbox' AND used_at IS NULL AND expires_at > ?
ORDER BY created_at DESC LIMIT 1;
