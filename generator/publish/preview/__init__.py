"""The preview: pages are made when a browser asks for them, and nothing is written to the disk."""
