"""Words of rounds: the forms that units fill in, and what they write into them."""
