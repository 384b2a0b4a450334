"""Four invented places as small ledgers: what a district, a county and a city other than the first one need."""
