"""What pages may load and run: the Content-Security-Policy, and the few scripts that stand inside of pages."""
