-- What is stored about an applicant, each statement a table of the file that the student is given.
-- Accounts that were never activated are left out: somebody else may have registered them. Who
-- acted for the agency is not named.

-- name: PersonalAccounts
SELECT id AS account_number, login_name, category, email, phone, extension, language, state,
  created_at, activated_at, last_login_at
FROM account WHERE applicant_id = ? AND (state = 'active' OR activated_at IS NOT NULL)
ORDER BY id;

-- name: PersonalRegister
SELECT category, mainland_id, chinese_name, surname, given_name, birth_date, birthplace, sex,
  travel_permit, unified_number, school, department, study_level, grade, loaded_at
FROM applicant WHERE id = ?;

-- name: PersonalPermits
SELECT number, kind, issued_on, expires_on, stay_until AS stay_until_day, entered_on,
  taiwan_address, status
FROM entry_permit WHERE applicant_id = ? ORDER BY id;

-- name: PersonalDrafts
SELECT d.id AS draft_id, d.service, e.number AS permit_number, c.receipt_number AS answers_case,
  d.form, d.on_record, d.registered, d.reply, d.created_at, d.updated_at
FROM account a
STRAIGHT_JOIN draft d ON d.account_id = a.id
JOIN entry_permit e ON e.id = d.permit_id
LEFT JOIN application_case c ON c.id = d.case_id
WHERE a.applicant_id = ? AND (a.state = 'active' OR a.activated_at IS NOT NULL)
ORDER BY d.created_at, d.id;

-- name: PersonalKeptForms
SELECT k.path, k.fields, k.kept_at
FROM account a
STRAIGHT_JOIN kept_form k ON k.account_id = a.id
WHERE a.applicant_id = ? AND (a.state = 'active' OR a.activated_at IS NOT NULL)
ORDER BY k.kept_at;

-- name: PersonalCases
SELECT c.receipt_number, g.number AS group_number, c.service, e.number AS permit_number, c.state,
  c.fee, c.form, c.on_record, c.registered, c.submitted_at, c.state_since
FROM application_case c
JOIN case_group g ON g.id = c.group_id
JOIN entry_permit e ON e.id = c.permit_id
WHERE c.applicant_id = ? ORDER BY c.id;

-- name: PersonalCaseHistory
SELECT c.receipt_number, h.at AS happened_at,
  CASE WHEN h.actor LIKE 'student:%' THEN 'student' WHEN h.actor = 'system' THEN 'system'
    ELSE 'agency' END AS actor,
  h.event, h.from_state, h.to_state, h.opinion
FROM application_case c
STRAIGHT_JOIN case_history h ON h.case_id = c.id
WHERE c.applicant_id = ? ORDER BY h.id;

-- name: PersonalCaseChanges
SELECT c.receipt_number, x.field, x.before_value, x.after_value
FROM application_case c
STRAIGHT_JOIN case_change x ON x.case_id = c.id
WHERE c.applicant_id = ? ORDER BY x.id;

-- name: PersonalCaseRemarks
SELECT c.receipt_number, x.kind, x.target, x.remark
FROM application_case c
STRAIGHT_JOIN case_remark x ON x.case_id = c.id
WHERE c.applicant_id = ? ORDER BY x.id;

-- name: PersonalCaseClaims
SELECT c.receipt_number, x.field, x.registered_value, x.claimed_value, x.accepted_at
FROM application_case c
STRAIGHT_JOIN case_claim x ON x.case_id = c.id
WHERE c.applicant_id = ? ORDER BY c.id, x.field;

-- name: PersonalCaseReminders
SELECT c.receipt_number, x.days AS days_ahead, x.sent_at
FROM application_case c
STRAIGHT_JOIN case_reminder x ON x.case_id = c.id
WHERE c.applicant_id = ? ORDER BY x.sent_at;

-- name: PersonalFiles
SELECT u.id AS file_id, c.receipt_number, u.draft_id, u.slot, u.name, u.mime, u.size, u.sha256,
  u.created_at, u.replaced_at, u.removed_at, u.faults
FROM account a
STRAIGHT_JOIN upload u ON u.account_id = a.id
LEFT JOIN application_case c ON c.id = u.case_id
WHERE a.applicant_id = ? AND (a.state = 'active' OR a.activated_at IS NOT NULL)
ORDER BY u.created_at, u.position, u.id;

-- name: PersonalPayments
SELECT p.reference, p.method, p.amount, p.state, p.state_since, p.created_at, p.expires_at,
  p.slip_number, p.deadline, p.paid_at
FROM account a
STRAIGHT_JOIN payment p ON p.account_id = a.id
WHERE a.applicant_id = ? AND (a.state = 'active' OR a.activated_at IS NOT NULL)
ORDER BY p.id;

-- name: PersonalPaymentCases
SELECT p.reference, c.receipt_number, x.amount
FROM account a
STRAIGHT_JOIN payment p ON p.account_id = a.id
STRAIGHT_JOIN payment_case x ON x.payment_id = p.id
JOIN application_case c ON c.id = x.case_id
WHERE a.applicant_id = ? AND (a.state = 'active' OR a.activated_at IS NOT NULL)
ORDER BY p.id, c.id;

-- name: PersonalPaymentHistory
SELECT p.reference, h.at AS happened_at, h.event, h.from_state, h.to_state
FROM account a
STRAIGHT_JOIN payment p ON p.account_id = a.id
STRAIGHT_JOIN payment_history h ON h.payment_id = p.id
WHERE a.applicant_id = ? AND (a.state = 'active' OR a.activated_at IS NOT NULL)
ORDER BY h.id;

-- name: PersonalReceipts
SELECT r.number, p.reference, r.payer, r.amount, r.issued_at
FROM account a
STRAIGHT_JOIN payment p ON p.account_id = a.id
STRAIGHT_JOIN receipt r ON r.payment_id = p.id
WHERE a.applicant_id = ? AND (a.state = 'active' OR a.activated_at IS NOT NULL)
ORDER BY r.id;

-- name: PersonalMails
SELECT o.recipient, o.subject, o.state, o.created_at, o.sent_at
FROM account a
STRAIGHT_JOIN outbox o FORCE INDEX (outbox_account) ON o.account_id = a.id
WHERE a.applicant_id = ? AND (a.state = 'active' OR a.activated_at IS NOT NULL)
ORDER BY o.id;

-- name: PersonalKeptFiles
SELECT k.slot, k.name, k.mime, k.size, k.sha256, k.kept_at, k.faults
FROM account a
STRAIGHT_JOIN kept_file k ON k.account_id = a.id
WHERE a.applicant_id = ? AND (a.state = 'active' OR a.activated_at IS NOT NULL)
ORDER BY k.kept_at, k.id;

-- name: PersonalPasskeys
SELECT p.name, p.created_at, p.last_used_at
FROM account a
STRAIGHT_JOIN passkey p ON p.account_id = a.id
WHERE a.applicant_id = ? AND (a.state = 'active' OR a.activated_at IS NOT NULL)
ORDER BY p.id;

-- name: PersonalMailboxChanges
SELECT m.old_mailbox, m.asked_at, m.confirmed_at, m.objected_at
FROM account a
STRAIGHT_JOIN mailbox_change m ON m.account_id = a.id
WHERE a.applicant_id = ? AND (a.state = 'active' OR a.activated_at IS NOT NULL)
ORDER BY m.asked_at;

-- name: PersonalSessions
SELECT s.created_at, s.last_seen_at, s.ends_at, s.address, s.browser, s.platform
FROM account a
STRAIGHT_JOIN session s ON s.account_id = a.id
WHERE a.applicant_id = ? AND (a.state = 'active' OR a.activated_at IS NOT NULL)
ORDER BY s.created_at;

-- name: PersonalLinks
SELECT t.purpose, t.payload AS new_mailbox, t.created_at, t.expires_at, t.used_at
FROM account a
STRAIGHT_JOIN account_token t ON t.account_id = a.id
WHERE a.applicant_id = ? AND (a.state = 'active' OR a.activated_at IS NOT NULL)
ORDER BY t.created_at;

-- name: PersonalPasswords
SELECT h.set_at
FROM account a
STRAIGHT_JOIN password_history h ON h.account_id = a.id
WHERE a.applicant_id = ? AND (a.state = 'active' OR a.activated_at IS NOT NULL)
ORDER BY h.id;

-- What a stranger or the agency did to them may name other people in its detail.
-- name: PersonalAudit
SELECT x.id AS entry, x.at AS happened_at,
  CASE WHEN x.actor LIKE 'account:%' THEN 'student' WHEN x.actor IN ('system', 'visitor') THEN x.actor
    ELSE 'agency' END AS actor,
  x.action, x.object,
  CASE WHEN x.actor LIKE 'account:%' OR x.actor = 'system' THEN x.detail ELSE '' END AS detail
FROM JSON_TABLE(?, '$[*]' COLUMNS (object VARCHAR(120) PATH '$[0]')) given
  STRAIGHT_JOIN audit x FORCE INDEX (audit_object) ON x.object = given.object
ORDER BY x.id;
