"""Rounds of asking: which unit owes what, and what has come in."""
