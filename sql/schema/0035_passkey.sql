-- Passkeys (WebAuthn credentials) of accounts, and the challenges that were answered.

-- credential_hash: SHA-256 of the credential's id. credential_id, public_key and user_handle are
-- base64url; what the key holds follows from its COSE algorithm (handlers/account/webauthn.h).
CREATE TABLE passkey (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  account_id BIGINT UNSIGNED NOT NULL,
  credential_hash CHAR(64) NOT NULL,
  credential_id VARCHAR(1364) NOT NULL,
  user_handle VARCHAR(86) NOT NULL,
  algorithm INT NOT NULL,
  public_key VARCHAR(400) NOT NULL,
  sign_count BIGINT UNSIGNED NOT NULL,
  name VARCHAR(60) NOT NULL,
  created_at DATETIME(3) NOT NULL,
  last_used_at DATETIME(3) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY passkey_credential (credential_hash),
  KEY passkey_account (account_id),
  CONSTRAINT passkey_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Challenges that were answered; one that was never answered is not stored.
CREATE TABLE passkey_challenge (
  id CHAR(32) NOT NULL,
  used_at DATETIME(3) NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  KEY passkey_challenge_expires (expires_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
