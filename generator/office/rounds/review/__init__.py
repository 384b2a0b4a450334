"""A round in a browser on this machine: what came in beside what was told last, to be accepted or sent back."""
