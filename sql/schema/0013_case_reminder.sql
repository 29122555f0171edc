-- Reminders of the day by which a case must be answered or paid.

-- One row for each reminder of a wait: the case in the state that it entered at state_since. days:
-- how many days before the last day the reminder was due.
CREATE TABLE case_reminder (
  case_id BIGINT UNSIGNED NOT NULL,
  state_since DATETIME(3) NOT NULL,
  days INT NOT NULL,
  sent_at DATETIME(3) NOT NULL,
  PRIMARY KEY (case_id, state_since, days),
  CONSTRAINT case_reminder_case FOREIGN KEY (case_id) REFERENCES application_case (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
