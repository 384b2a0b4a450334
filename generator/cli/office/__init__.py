"""Commands with which an office brings its documents into the ledger."""
