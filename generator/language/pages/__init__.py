"""Words of some kinds of pages and of what stands on them."""
