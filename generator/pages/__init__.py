"""Records become HTML pages."""
