"""Tests of generator/analysis/facts/."""
