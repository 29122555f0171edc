-- Which permits were issued or loaded lately: the check of what should not be looks at those.
ALTER TABLE entry_permit ADD KEY entry_permit_loaded (loaded_at);
