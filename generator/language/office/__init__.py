"""Words of the commands that turn the documents of an office into a ledger."""
