-- Answers that differ from the register, and what the register said when a form was begun or sent.

-- A claim stands with its case from the day it is sent; a correction that is sent renews those not
-- yet accepted. registered_value: the register's on that day, after its acceptance the register's
-- when it was accepted.
CREATE TABLE case_claim (
  case_id BIGINT UNSIGNED NOT NULL,
  field VARCHAR(80) NOT NULL,
  registered_value VARCHAR(2000) NOT NULL,
  claimed_value VARCHAR(2000) NOT NULL,
  accepted_by VARCHAR(80) NULL,
  accepted_at DATETIME(3) NULL,
  PRIMARY KEY (case_id, field),
  CONSTRAINT case_claim_case FOREIGN KEY (case_id) REFERENCES application_case (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- The register's values of the identity fields and the school, as JSON. No value: begun or sent
-- before they were kept.
ALTER TABLE draft ADD COLUMN registered MEDIUMTEXT NULL;
ALTER TABLE application_case ADD COLUMN registered MEDIUMTEXT NULL;

-- Who an applicant is stands in the register alone; what an account held beside it is no longer read.
DROP TABLE account_basic_data;
