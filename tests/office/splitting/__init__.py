"""Tests of the drafts that are made of notices."""
