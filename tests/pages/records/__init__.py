"""Tests of generator/pages/records/."""
