"""Tests of generator/publish/policy/."""
