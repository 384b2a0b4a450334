"""The search of a built site, as a reader meets it in Chromium."""
