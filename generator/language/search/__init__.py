"""Words of readers: how they ask, what they call things and units that documents call otherwise."""
