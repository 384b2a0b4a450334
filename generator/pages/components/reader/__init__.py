"""What a reader of a document sees: its headings, its clauses, and what the ledger has from each."""
