"""A round in git: its branch, what is asked back, what is approved, what is public."""
