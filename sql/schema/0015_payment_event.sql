-- How many questions a gateway was asked lately is counted before each of a payer's.
ALTER TABLE payment_history ADD KEY payment_history_event (event, at);
