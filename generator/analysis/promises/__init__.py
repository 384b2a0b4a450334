"""What became of each promise: admissions of documents, clues, what is still needed, and the chain of all of these."""
