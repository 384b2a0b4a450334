"""Tests of the pages of the stages of plans."""
