"""Tests of generator/publish/links/."""
