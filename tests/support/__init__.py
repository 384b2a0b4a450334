"""Tests of generator/support/."""
