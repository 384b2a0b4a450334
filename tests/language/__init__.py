"""Tests of generator/language/."""
