"""Filled cells: what is typed, what it says, and whether that can be."""
