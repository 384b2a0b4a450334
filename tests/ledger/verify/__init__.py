"""Tests of generator/ledger/verify/."""
