"""What the readers of notices and ledgers find in documents that nobody saw who wrote their rules."""
