"""Tests of generator/downloads/formats/."""
