"""Words that official documents use around their figures."""
