"""Tests of generator/ledger/wording/."""
