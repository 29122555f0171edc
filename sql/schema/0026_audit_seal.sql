-- The audit is chained by seals over its rows, and is listed by who acted.

-- Seal n covers one row of the audit and seal n - 1; handlers/jobs/audit_chain.h has the digest. The
-- sequence starts at 1 and has no gaps. Append only.
CREATE TABLE audit_seal (
  sequence BIGINT UNSIGNED NOT NULL,
  audit_id BIGINT UNSIGNED NOT NULL,
  digest CHAR(64) NOT NULL,
  PRIMARY KEY (sequence),
  UNIQUE KEY audit_seal_audit (audit_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- inserted_at: by the clock of the database, whatever the program took for the time of the act.
ALTER TABLE audit
  ADD COLUMN inserted_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  ADD KEY audit_actor (actor, at);
