"""Tests of generator/ledger/wording/responsibility/."""
