"""Tests of what the search finds and by which names."""
