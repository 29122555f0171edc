-- name: GroupInsert
INSERT INTO case_group (number, account_id, applicants, created_at) VALUES (?, ?, ?, ?);

-- name: CaseInsert
INSERT INTO application_case (receipt_number, group_id, account_id, applicant_id, service, permit_id,
                              state, fee, form, on_record, registered, submitted_at, state_since)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: CaseOfApplicant
SELECT c.id, c.receipt_number, c.group_id, g.number AS group_number, g.applicants, c.account_id,
       c.applicant_id, c.service, c.permit_id, e.number AS permit_number, c.state, c.returned_by,
       c.fee, c.form, c.on_record, c.registered, c.submitted_at, c.state_since, p.chinese_name, p.surname, p.given_name
FROM application_case c
JOIN case_group g ON g.id = c.group_id
JOIN applicant p ON p.id = c.applicant_id
JOIN entry_permit e ON e.id = c.permit_id
WHERE c.receipt_number = ? AND c.applicant_id = ?;

-- name: CaseOpenOnPermit
SELECT receipt_number FROM application_case WHERE open_permit_id = ?;

-- name: CaseApprovedExchange
SELECT receipt_number FROM application_case FORCE INDEX (application_case_applicant_state)
WHERE applicant_id = ? AND service = 'exchange'
  AND state IN ('approved', 'awaiting-payment', 'paid') ORDER BY id LIMIT 1;

-- name: CaseLock
SELECT id FROM application_case WHERE id = ? FOR UPDATE;

-- name: CaseLockOfApplicant
SELECT id FROM application_case WHERE receipt_number = ? AND applicant_id = ? FOR UPDATE;

-- name: CaseByReceipt
SELECT c.id, c.receipt_number, c.group_id, g.number AS group_number, g.applicants, c.account_id,
       c.applicant_id, c.service, c.permit_id, e.number AS permit_number, c.state, c.returned_by,
       c.fee, c.form, c.on_record, c.registered, c.submitted_at, c.state_since, p.chinese_name, p.surname, p.given_name
FROM application_case c
JOIN case_group g ON g.id = c.group_id
JOIN applicant p ON p.id = c.applicant_id
JOIN entry_permit e ON e.id = c.permit_id
WHERE c.receipt_number = ?;

-- name: CaseById
SELECT c.id, c.receipt_number, c.group_id, g.number AS group_number, g.applicants, c.account_id,
       c.applicant_id, c.service, c.permit_id, e.number AS permit_number, c.state, c.returned_by,
       c.fee, c.form, c.on_record, c.registered, c.submitted_at, c.state_since, p.chinese_name, p.surname, p.given_name
FROM application_case c
JOIN case_group g ON g.id = c.group_id
JOIN applicant p ON p.id = c.applicant_id
JOIN entry_permit e ON e.id = c.permit_id
WHERE c.id = ?;

-- name: CaseListLatest
SELECT c.receipt_number, g.number AS group_number, g.applicants, c.service, c.state, c.fee,
       c.submitted_at, c.state_since, p.chinese_name, p.surname, p.given_name
FROM application_case c FORCE INDEX (PRIMARY)
STRAIGHT_JOIN case_group g ON g.id = c.group_id
STRAIGHT_JOIN applicant p ON p.id = c.applicant_id
WHERE c.id < ? ORDER BY c.id DESC LIMIT ?;

-- name: CaseListByState
SELECT c.receipt_number, g.number AS group_number, g.applicants, c.service, c.state, c.fee,
       c.submitted_at, c.state_since, p.chinese_name, p.surname, p.given_name
FROM application_case c FORCE INDEX (application_case_state)
STRAIGHT_JOIN case_group g ON g.id = c.group_id
STRAIGHT_JOIN applicant p ON p.id = c.applicant_id
WHERE c.state = ? AND c.state_since >= ? AND (c.state_since > ? OR c.id > ?)
ORDER BY c.state_since, c.id LIMIT ?;

-- name: CaseForMove
SELECT state, returned_by FROM application_case WHERE id = ?;

-- name: CaseMove
UPDATE application_case SET state = ?, returned_by = ?, state_since = ? WHERE id = ? AND state = ?;

-- name: CasesMove
UPDATE JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$[0]',
    from_state VARCHAR(40) PATH '$[1]', to_state VARCHAR(40) PATH '$[2]')) given
  STRAIGHT_JOIN application_case c FORCE INDEX (PRIMARY) ON c.id = given.id
SET c.state = given.to_state, c.state_since = ?
WHERE c.state = given.from_state;

-- name: CasesHistoryInsert
INSERT INTO case_history (case_id, at, actor, event, from_state, to_state, opinion)
SELECT given.case_id, given.at, given.actor, given.event, given.from_state, given.to_state,
       given.opinion
FROM JSON_TABLE(?, '$[*]' COLUMNS (case_id BIGINT UNSIGNED PATH '$[0]', at DATETIME(3) PATH '$[1]',
  actor VARCHAR(80) PATH '$[2]', event VARCHAR(40) PATH '$[3]', from_state VARCHAR(40) PATH '$[4]',
  to_state VARCHAR(40) PATH '$[5]', opinion TEXT PATH '$[6]')) given;

-- name: CaseHistoryInsert
INSERT INTO case_history (case_id, at, actor, event, from_state, to_state, opinion)
VALUES (?, ?, ?, ?, ?, ?, ?);

-- name: CaseHistoryList
SELECT id, at, actor, event, from_state, to_state, opinion FROM case_history
WHERE case_id = ? ORDER BY id;

-- name: CaseRemarkInsert
INSERT INTO case_remark (case_id, history_id, kind, target, remark) VALUES (?, ?, ?, ?, ?);

-- name: CaseRemarkList
SELECT history_id, kind, target, remark FROM case_remark WHERE case_id = ? ORDER BY history_id, id;

-- name: CaseFileList
SELECT u.id, u.slot, u.name, u.mime, u.size, u.sha256, u.created_at, u.replaced_at, u.removed_at,
       s.state AS scan, s.finding, u.faults
FROM upload u LEFT JOIN upload_scan s ON s.upload_id = u.id
WHERE u.case_id = ? ORDER BY u.slot, u.created_at, u.position, u.id;

-- name: CaseChangeInsert
INSERT INTO case_change (case_id, history_id, field, before_value, after_value)
VALUES (?, ?, ?, ?, ?);

-- name: CaseChangeList
SELECT history_id, field, before_value, after_value FROM case_change
WHERE case_id = ? ORDER BY history_id, id;
