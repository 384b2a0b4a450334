"""Planted faults: each a small change of a complete little plan, with the findings that it must lead to."""
