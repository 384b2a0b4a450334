"""Ledgers that pass the checks, made of a right one by edits of an office, and all that readers see of them."""
