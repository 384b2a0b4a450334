"""What a document is made of: its headings, its clauses, the parts in which they are shown, its text in blocks."""
