-- What a student has written in the basic data of the account where it may differ from the register:
-- a name that changed, a travel document that was renewed. No row: the register's.

CREATE TABLE account_basic_data (
  account_id BIGINT UNSIGNED NOT NULL,
  chinese_name VARCHAR(100) NOT NULL,
  surname VARCHAR(100) NOT NULL,
  given_name VARCHAR(100) NOT NULL,
  birthplace VARCHAR(30) NOT NULL,
  travel_permit VARCHAR(20) NOT NULL,
  saved_at DATETIME(3) NOT NULL,
  PRIMARY KEY (account_id),
  CONSTRAINT account_basic_data_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
