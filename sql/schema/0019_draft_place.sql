-- Drafts and corrections do not stand in each other's way: an account has one draft for a service and
-- permit; a correction's place is its case (draft_case).
ALTER TABLE draft
  ADD COLUMN draft_permit_id BIGINT UNSIGNED AS (CASE WHEN case_id IS NULL THEN permit_id END)
    VIRTUAL,
  ADD UNIQUE KEY draft_of_account (account_id, service, draft_permit_id),
  DROP KEY draft_place;
