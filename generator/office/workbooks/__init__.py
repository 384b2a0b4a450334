"""Workbooks of an office, read with care: sheets as plain texts, and a finding where a file cannot be read."""
