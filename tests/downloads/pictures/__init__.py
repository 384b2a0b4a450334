"""Tests of generator/downloads/pictures/."""
