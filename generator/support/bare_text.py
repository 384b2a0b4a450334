"""A text without what people do not see in it."""

from __future__ import annotations

from unicodedata import category, normalize


def bare(text: str) -> str:
    """A text in normal form without spaces, breaks and signs that nobody sees."""
    return "".join(sign for sign in normalize("NFKC", text) if category(sign)[0] not in "CZ")
