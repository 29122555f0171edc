-- Who may do what in the database. `permitctl schema grants` prints this with the names of schema,
-- user (the setting database.user) and host filled in, for a user who may grant to run after every
-- upgrade of the schema. The three users must be there. It takes nothing away.

-- Changes the schema (permitctl schema upgrade) and draws issued papers anew (permit reissue).
GRANT ALL PRIVILEGES ON `{schema}`.* TO 'permit-admin'@'{host}';

-- Makes the backups. Who lacks the right TRIGGER does not see the triggers of a table, and a dump is
-- then silently made without them; with it triggers can also be dropped, so it is given for the
-- tables that have some alone.
GRANT SELECT, SHOW VIEW ON `{schema}`.* TO 'permit-backup'@'{host}';
GRANT TRIGGER ON `{schema}`.audit TO 'permit-backup'@'{host}';
GRANT TRIGGER ON `{schema}`.audit_seal TO 'permit-backup'@'{host}';
GRANT TRIGGER ON `{schema}`.case_history TO 'permit-backup'@'{host}';
GRANT TRIGGER ON `{schema}`.ledger_entry TO 'permit-backup'@'{host}';
GRANT TRIGGER ON `{schema}`.payment_history TO 'permit-backup'@'{host}';
GRANT TRIGGER ON `{schema}`.permit_paper TO 'permit-backup'@'{host}';
GRANT TRIGGER ON `{schema}`.permit_revocation TO 'permit-backup'@'{host}';
GRANT TRIGGER ON `{schema}`.permit_seal TO 'permit-backup'@'{host}';
GRANT TRIGGER ON `{schema}`.receipt TO 'permit-backup'@'{host}';
GRANT TRIGGER ON `{schema}`.receipt_paper TO 'permit-backup'@'{host}';

-- The site: permit-web, permit-mailer, the jobs and permitctl.

-- Append only: what was done, booked and issued is never changed or deleted by the site.
GRANT SELECT, INSERT ON `{schema}`.audit TO '{user}'@'{host}';
GRANT SELECT, INSERT ON `{schema}`.audit_seal TO '{user}'@'{host}';
GRANT SELECT, INSERT ON `{schema}`.case_change TO '{user}'@'{host}';
GRANT SELECT, INSERT ON `{schema}`.case_history TO '{user}'@'{host}';
GRANT SELECT, INSERT ON `{schema}`.case_remark TO '{user}'@'{host}';
GRANT SELECT, INSERT ON `{schema}`.case_reminder TO '{user}'@'{host}';
GRANT SELECT, INSERT ON `{schema}`.draft_change TO '{user}'@'{host}';
GRANT SELECT, INSERT ON `{schema}`.ledger_entry TO '{user}'@'{host}';
GRANT SELECT, INSERT ON `{schema}`.payment_history TO '{user}'@'{host}';
GRANT SELECT, INSERT ON `{schema}`.permit_paper TO '{user}'@'{host}';
GRANT SELECT, INSERT ON `{schema}`.permit_revocation TO '{user}'@'{host}';
GRANT SELECT, INSERT ON `{schema}`.permit_seal TO '{user}'@'{host}';
GRANT SELECT, INSERT ON `{schema}`.receipt TO '{user}'@'{host}';
GRANT SELECT, INSERT ON `{schema}`.receipt_paper TO '{user}'@'{host}';
GRANT SELECT, INSERT ON `{schema}`.settlement_file TO '{user}'@'{host}';
GRANT SELECT, INSERT ON `{schema}`.settlement_line TO '{user}'@'{host}';

-- Changed, but never deleted. Of case_group no statement changes a row, but MySQL wants the right of
-- who locks one.
GRANT SELECT, INSERT, UPDATE ON `{schema}`.announcement TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE ON `{schema}`.applicant TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE ON `{schema}`.application_case TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE ON `{schema}`.case_group TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE ON `{schema}`.counter TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE ON `{schema}`.entry_permit TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE ON `{schema}`.gateway_rest TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE ON `{schema}`.payment TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE ON `{schema}`.payment_case TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE ON `{schema}`.payment_exception TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE ON `{schema}`.receipt_check TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE ON `{schema}`.reviewer TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE ON `{schema}`.revocation_list TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE ON `{schema}`.state_stay_progress TO '{user}'@'{host}';

-- Inserted and deleted.
GRANT SELECT, INSERT, DELETE ON `{schema}`.captcha TO '{user}'@'{host}';
GRANT SELECT, INSERT, DELETE ON `{schema}`.correction_removal TO '{user}'@'{host}';
GRANT SELECT, INSERT, DELETE ON `{schema}`.kept_file TO '{user}'@'{host}';
GRANT SELECT, INSERT, DELETE ON `{schema}`.passkey_challenge TO '{user}'@'{host}';
GRANT SELECT, INSERT, DELETE ON `{schema}`.password_history TO '{user}'@'{host}';
GRANT SELECT, INSERT, DELETE ON `{schema}`.state_stay TO '{user}'@'{host}';

-- What serves its time; of accounts, those that were never activated.
GRANT SELECT, INSERT, UPDATE, DELETE ON `{schema}`.account TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON `{schema}`.account_token TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON `{schema}`.case_claim TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON `{schema}`.draft TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON `{schema}`.idempotency_key TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON `{schema}`.kept_form TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON `{schema}`.mailbox_change TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON `{schema}`.outbox TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON `{schema}`.passkey TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON `{schema}`.photo_original TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON `{schema}`.rate_counter TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON `{schema}`.session TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON `{schema}`.upload TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON `{schema}`.upload_scan TO '{user}'@'{host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON `{schema}`.usual_time TO '{user}'@'{host}';

-- Whether the schema is up to date.
GRANT SELECT ON `{schema}`.schema_migration TO '{user}'@'{host}';
