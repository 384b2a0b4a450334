"""Tests of the forms that break targets down."""
