"""What was done in a period, as workbooks for each unit and a circular for the whole place."""
