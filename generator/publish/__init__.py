"""Writes the site: the engine, the page shells, the link check, the search index."""
