"""What changed in the ledger: as rows, and by pages."""
