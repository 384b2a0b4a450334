"""Tests of generator/browser/."""
