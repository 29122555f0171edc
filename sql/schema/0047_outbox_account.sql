-- The mails of an account are found by it when its student takes out what is stored.
ALTER TABLE outbox ADD KEY outbox_account (account_id, created_at);
