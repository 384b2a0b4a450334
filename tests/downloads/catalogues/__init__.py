"""Tests of generator/downloads/catalogues/."""
