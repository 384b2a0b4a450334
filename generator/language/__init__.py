"""Every Chinese word of findings, pages, downloads and commands; numbers and dates in words."""
