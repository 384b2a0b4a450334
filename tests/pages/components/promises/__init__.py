"""Tests of generator/pages/components/promises/."""
