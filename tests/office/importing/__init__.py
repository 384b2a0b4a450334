"""Tests of generator/office/importing/."""
