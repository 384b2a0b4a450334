"""Draft records of a notice: of the document and its plan, of units, tasks, indicators and excluded numbers."""
