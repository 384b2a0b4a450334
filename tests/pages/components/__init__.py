"""Tests of generator/pages/components/."""
