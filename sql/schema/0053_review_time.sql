-- A decision ends two stays: that in the state it was made in, and the whole review since the
-- application was sent, which stands under the state "review".
ALTER TABLE state_stay DROP PRIMARY KEY, ADD PRIMARY KEY (history_id, state);
