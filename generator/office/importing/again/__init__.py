"""A workbook that was read before: what of it is stored, what changed in it, and which lines of the ledger that is."""
