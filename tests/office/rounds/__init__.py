"""Rounds in git: their branches, what is asked back, what is approved, what is public."""
