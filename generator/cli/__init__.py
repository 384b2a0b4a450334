"""The command line: arguments and messages only, one module for each group of commands."""
