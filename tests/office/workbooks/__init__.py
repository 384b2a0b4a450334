"""Tests of generator/office/workbooks/."""
