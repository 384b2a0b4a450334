"""Tests of generator/ledger/reading/."""
