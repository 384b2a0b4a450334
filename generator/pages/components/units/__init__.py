"""What pages tell of units: their tasks with where these stand, what names a place, whom to ask for what is missing."""
