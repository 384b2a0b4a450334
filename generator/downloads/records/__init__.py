"""The files of single records."""
