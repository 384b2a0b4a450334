"""Words of findings that have a module of their own."""
