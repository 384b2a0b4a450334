"""Charts as HTML: one large, or many small ones beside each other."""
