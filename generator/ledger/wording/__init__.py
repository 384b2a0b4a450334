"""How official documents print who is responsible, and figures: read in the same way by every part of the program."""
