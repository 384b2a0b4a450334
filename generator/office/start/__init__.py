"""A new place: settings, empty tables with examples, notes and pipelines, or a small made-up plan to look at."""
