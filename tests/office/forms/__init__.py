"""Tests of generator/office/forms/."""
