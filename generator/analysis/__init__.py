"""Look-ups, target states and chart data over checked records; no HTML, no files."""
