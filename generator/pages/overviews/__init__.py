"""Pages of many records."""
