"""Links of a built site: what pages point at, and whether it is there."""
