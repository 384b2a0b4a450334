"""Forms of breaking down come back: targets of towns and units."""
