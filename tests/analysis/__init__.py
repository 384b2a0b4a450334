"""Tests of generator/analysis/."""
