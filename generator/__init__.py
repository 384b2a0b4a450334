"""Open-data publishing site generator for government plans.

The ledger of a plan (targets, assignments, results) is kept as YAML under ``data/``; this package reads it, checks it
against the contract ``datapackage.json``, and turns it into pages and downloads.
"""

__version__ = "0.1.0"
