"""Tests of generator/ledger/checks/."""
