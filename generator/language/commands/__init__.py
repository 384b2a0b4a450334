"""Words of the command line that explain commands."""
