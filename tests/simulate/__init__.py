"""Tests of generator/simulate/."""
