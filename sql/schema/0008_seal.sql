-- The seals of permits, the permits that the agency withdrew, and the list of all that no longer hold.

-- The bytes as they stand in the code on the paper; signer names the key that made them.
CREATE TABLE permit_seal (
  permit_id BIGINT UNSIGNED NOT NULL,
  signer CHAR(7) NOT NULL,
  seal VARBINARY(512) NOT NULL,
  sealed_at DATETIME(3) NOT NULL,
  PRIMARY KEY (permit_id),
  KEY permit_seal_signer (signer),
  CONSTRAINT permit_seal_permit FOREIGN KEY (permit_id) REFERENCES entry_permit (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE permit_revocation (
  permit_id BIGINT UNSIGNED NOT NULL,
  revoked_at DATETIME(3) NOT NULL,
  actor VARCHAR(80) NOT NULL,
  reason VARCHAR(500) NOT NULL,
  PRIMARY KEY (permit_id),
  CONSTRAINT permit_revocation_permit FOREIGN KEY (permit_id) REFERENCES entry_permit (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- The one that is published; its id is 1.
CREATE TABLE revocation_list (
  id INT NOT NULL,
  made_at DATETIME(3) NOT NULL,
  entries INT NOT NULL,
  sha256 CHAR(64) NOT NULL,
  content MEDIUMBLOB NOT NULL,
  PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
