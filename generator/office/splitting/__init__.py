"""From the text of a notice to a draft of its ledger: pure functions, by rules; a person confirms each record."""
