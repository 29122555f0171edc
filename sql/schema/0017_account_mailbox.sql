-- Whether a mailbox is another account's is asked without regard to case.
ALTER TABLE account
  MODIFY email VARCHAR(254) COLLATE utf8mb4_general_ci NOT NULL,
  ADD KEY account_email (email);
