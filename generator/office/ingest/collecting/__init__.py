"""Forms come back, many at once: each is read, all are tried in the ledger, and what holds is written."""
