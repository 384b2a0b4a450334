"""Charts of targets: what is drawn, in which words, and where; as numbers and texts."""
