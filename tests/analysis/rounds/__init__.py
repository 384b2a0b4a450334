"""Tests of generator/analysis/rounds/."""
