"""Files, archives and suggestions: knows nothing of ledgers or pages."""
