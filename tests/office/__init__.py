"""Tests of generator/office/."""
