"""Git in, changes value by value and releases out."""
