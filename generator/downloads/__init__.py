"""Every file that a reader can take along."""
