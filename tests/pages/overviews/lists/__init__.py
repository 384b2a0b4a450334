"""Tests of generator/pages/overviews/."""
