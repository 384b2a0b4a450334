"""Tests of generator/ledger/editing/."""
