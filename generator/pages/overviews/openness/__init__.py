"""Pages about how open the ledger is: what is missing, what was reported, what changed."""
