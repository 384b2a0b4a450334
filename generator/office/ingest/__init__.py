"""What units fill in is read: tolerant of how a cell is typed, strict in what it means."""
