"""What the program costs as a ledger grows, beside what it may cost. ``python -m tests.bench`` runs all of it.

Figures of one run may be compared with each other, not with those of another machine. This is no test: pytest runs only
the tests of the bench's own functions, and no figure decides whether a change is good.
"""
