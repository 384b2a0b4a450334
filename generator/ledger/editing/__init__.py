"""The one writer of YAML lines: single values are changed where they stand, and all else of a file stays as it is."""
