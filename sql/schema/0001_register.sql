-- The agency's register of admitted students and the permits they hold.

-- Columns are named after the form's fields and hold its codes (birthplace "jiangsu", sex "female",
-- study_level "bachelor", grade "1").
CREATE TABLE applicant (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  category VARCHAR(20) NOT NULL DEFAULT 'mainland',
  mainland_id VARCHAR(18) NOT NULL,
  chinese_name VARCHAR(100) NOT NULL,
  surname VARCHAR(100) NOT NULL,
  given_name VARCHAR(100) NOT NULL,
  birth_date DATE NOT NULL,
  birthplace VARCHAR(30) NOT NULL,
  sex VARCHAR(6) NOT NULL,
  travel_permit VARCHAR(20) NOT NULL,
  unified_number VARCHAR(12) NULL,
  school VARCHAR(120) NOT NULL,
  department VARCHAR(120) NOT NULL,
  study_level VARCHAR(20) NOT NULL,
  grade VARCHAR(10) NOT NULL,
  loaded_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY applicant_mainland_id (mainland_id),
  CONSTRAINT applicant_sex CHECK (sex IN ('male', 'female'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- status: valid, replaced (by the permit replaced_by: exchanged, extended or reissued), revoked.
-- Whether the days have run out is told by the dates alone: expires_on is the last day on which the
-- permit holds, stay_until the last day of the permitted stay. taiwan_address: of one that was issued
-- elsewhere, as printed on it; one issued here has it in its case.
CREATE TABLE entry_permit (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  number VARCHAR(20) NOT NULL,
  kind VARCHAR(10) NOT NULL,
  applicant_id BIGINT UNSIGNED NOT NULL,
  issued_on DATE NOT NULL,
  expires_on DATE NOT NULL,
  stay_until DATE NOT NULL,
  entered_on DATE NULL,
  taiwan_address VARCHAR(200) NULL,
  status VARCHAR(10) NOT NULL DEFAULT 'valid',
  case_id BIGINT UNSIGNED NULL,
  replaced_by BIGINT UNSIGNED NULL,
  loaded_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY entry_permit_number (number),
  UNIQUE KEY entry_permit_case (case_id),
  KEY entry_permit_applicant (applicant_id),
  KEY entry_permit_status (status, expires_on),
  CONSTRAINT entry_permit_applicant FOREIGN KEY (applicant_id) REFERENCES applicant (id),
  CONSTRAINT entry_permit_kind CHECK (kind IN ('single', 'multiple')),
  CONSTRAINT entry_permit_status CHECK (status IN ('valid', 'replaced', 'revoked'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE permit_paper (
  permit_id BIGINT UNSIGNED NOT NULL,
  birth_date DATE NOT NULL, -- as printed
  sha256 CHAR(64) NOT NULL,
  pdf MEDIUMBLOB NOT NULL,
  drawn_at DATETIME(3) NOT NULL,
  PRIMARY KEY (permit_id),
  CONSTRAINT permit_paper_permit FOREIGN KEY (permit_id) REFERENCES entry_permit (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
