"""Forms that units fill in: one workbook for each, made from what it owes."""
