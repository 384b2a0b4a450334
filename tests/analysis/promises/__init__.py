"""Tests of generator/analysis/promises/."""
