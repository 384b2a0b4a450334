"""Tests of generator/pages/overviews/promises/."""
