"""The program with all that it needs in one zip for a kind of machine, for offices without a network."""
