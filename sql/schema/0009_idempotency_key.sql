-- The keys of requests that change something, under their usual name.
RENAME TABLE act TO idempotency_key;
