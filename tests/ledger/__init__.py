"""Tests of generator/ledger/."""
