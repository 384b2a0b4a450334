"""Everything that the ledger knows of one record: one module, one answer for each kind of record."""
