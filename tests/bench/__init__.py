"""What the program costs as a ledger grows, beside what it may cost. ``python -m tests.bench`` runs all of it.

Figures of one run may be compared with each other, not with those of another machine. No test: pytest does not collect
this package, and nothing here decides whether a change is good.
"""
