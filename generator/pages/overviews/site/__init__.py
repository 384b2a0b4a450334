"""Pages that lead through the site: home, search, map, data."""
