"""The office's own ledger, a workbook, becomes a ledger of YAML files; a second reading brings in what changed."""
