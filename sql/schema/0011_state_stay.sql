-- What keeps jobs and lists as quick with a million cases as with a thousand.

-- How long a case stayed in a state that it left in the last 90 days: one row for each row of its
-- history that left one and took time. seconds: since the row before.
CREATE TABLE state_stay (
  history_id BIGINT UNSIGNED NOT NULL,
  service VARCHAR(20) NOT NULL,
  state VARCHAR(30) NOT NULL,
  seconds BIGINT UNSIGNED NOT NULL,
  left_at DATETIME(3) NOT NULL,
  PRIMARY KEY (history_id),
  KEY state_stay_seconds (service, state, seconds),
  KEY state_stay_left (left_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Up to which row of case_history state_stay has been filled; its id is 1.
CREATE TABLE state_stay_progress (
  id INT NOT NULL,
  history_id BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

ALTER TABLE payment ADD KEY payment_state_since (state, state_since);
