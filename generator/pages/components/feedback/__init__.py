"""What readers report and ask: the channel for it, and what was answered."""
