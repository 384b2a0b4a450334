"""From notices and workbooks of an office to YAML files: new records, and the drafts that a person confirms."""
