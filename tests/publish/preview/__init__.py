"""Tests of generator/publish/preview/."""
