-- Files and the scan for viruses.

-- Of a file that came while a scanner was set; one without a row is opened without a scan. It goes
-- with its file. due_at: when one that waits is taken to the scanner next; attempts: how often it
-- was without a verdict. finding: the scanner's name for the virus.
CREATE TABLE upload_scan (
  upload_id CHAR(36) NOT NULL,
  state VARCHAR(12) NOT NULL,
  waits_since DATETIME(3) NOT NULL,
  due_at DATETIME(3) NOT NULL,
  attempts INT NOT NULL DEFAULT 0,
  decided_at DATETIME(3) NULL,
  finding VARCHAR(200) NOT NULL DEFAULT '',
  PRIMARY KEY (upload_id),
  KEY upload_scan_due (state, due_at),
  KEY upload_scan_waits (state, waits_since),
  CONSTRAINT upload_scan_upload FOREIGN KEY (upload_id) REFERENCES upload (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
