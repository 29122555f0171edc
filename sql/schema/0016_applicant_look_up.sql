-- What was sent is found through its applicant, whichever account the applicant has: cases by
-- applicant, and by state and applicant. An account's cases are no longer looked for by their state.
ALTER TABLE application_case
  ADD KEY application_case_applicant_submitted (applicant_id, submitted_at),
  ADD KEY application_case_applicant_state (applicant_id, state, submitted_at),
  DROP KEY application_case_applicant,
  DROP KEY application_case_account_state;
