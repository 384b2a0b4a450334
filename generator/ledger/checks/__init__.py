"""Rows become findings: characters, schema, rules."""
