"""Tests of the forms that break targets down and come back."""
