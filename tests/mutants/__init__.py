"""Mutation testing: small faults are put into the program one by one, and the tests of its folder must notice each."""
