"""What the search finds: entries of pages, by which names, and how they are written for Pagefind."""
