"""The tables of an office's ledger: heads and rows, and what each kind of table says."""
