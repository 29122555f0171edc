-- The agency's register of admitted students and the permits they hold.

CREATE TABLE applicant (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  category VARCHAR(20) NOT NULL DEFAULT 'mainland',
  identity_number VARCHAR(18) NOT NULL,
  chinese_name VARCHAR(100) NOT NULL,
  english_surname VARCHAR(100) NOT NULL,
  english_given_name VARCHAR(100) NOT NULL,
  birth_date DATE NOT NULL,
  birth_place VARCHAR(60) NOT NULL,
  sex CHAR(1) NOT NULL,
  travel_permit_number VARCHAR(20) NOT NULL,
  unified_number VARCHAR(12) NULL,
  school VARCHAR(120) NOT NULL,
  department VARCHAR(120) NOT NULL,
  degree VARCHAR(20) NOT NULL,
  grade SMALLINT NOT NULL,
  loaded_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY applicant_identity (identity_number),
  CONSTRAINT applicant_sex CHECK (sex IN ('M', 'F'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- status: valid, exchanged (a single permit given for a multiple one), replaced (a multiple permit
-- by a later one), revoked. Whether the days have run out is told by the dates alone.
CREATE TABLE entry_permit (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  number VARCHAR(20) NOT NULL,
  kind VARCHAR(10) NOT NULL,
  applicant_id BIGINT UNSIGNED NOT NULL,
  issued_on DATE NOT NULL,
  expires_on DATE NOT NULL,
  stay_until DATE NULL,
  entered_on DATE NULL,
  status VARCHAR(10) NOT NULL DEFAULT 'valid',
  case_id BIGINT UNSIGNED NULL,
  replaced_by BIGINT UNSIGNED NULL,
  loaded_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY entry_permit_number (number),
  UNIQUE KEY entry_permit_case (case_id),
  KEY entry_permit_applicant (applicant_id),
  CONSTRAINT entry_permit_applicant FOREIGN KEY (applicant_id) REFERENCES applicant (id),
  CONSTRAINT entry_permit_kind CHECK (kind IN ('single', 'multiple')),
  CONSTRAINT entry_permit_status CHECK (status IN ('valid', 'exchanged', 'replaced', 'revoked'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE permit_paper (
  permit_id BIGINT UNSIGNED NOT NULL,
  sha256 CHAR(64) NOT NULL,
  pdf MEDIUMBLOB NOT NULL,
  drawn_at DATETIME(3) NOT NULL,
  PRIMARY KEY (permit_id),
  CONSTRAINT permit_paper_permit FOREIGN KEY (permit_id) REFERENCES entry_permit (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
