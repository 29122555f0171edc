-- Since when payments are to be looked at for a receipt that waits: all that were paid before have
-- theirs. One row; its id is 1.
CREATE TABLE receipt_check (
  id INT NOT NULL,
  paid_since DATETIME(3) NOT NULL,
  PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
