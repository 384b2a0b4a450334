"""The formats of whole tables."""
