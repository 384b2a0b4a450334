"""Tests of generator/downloads/records/."""
