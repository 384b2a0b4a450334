"""Tests of generator/downloads/."""
