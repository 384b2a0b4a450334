"""What became of a promise, in words: the chain, the first sentence, the arithmetic, admissions, clues."""
