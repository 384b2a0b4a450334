"""Words that official documents use: around figures, in the names of units, to say who is responsible by when."""
