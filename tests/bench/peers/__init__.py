"""Other site generators, which build the same pages in the same run."""
