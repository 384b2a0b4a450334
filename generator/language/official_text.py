"""The normal form of a document's text, passages in it and their fingerprints.

A document's text is its official text after Unicode NFKC with all white space removed. A passage is a half-open range
of characters in it, written ``"start-end"``; the fingerprint is the first 16 hex digits of SHA-256 over that slice.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

PASSAGE = re.compile(r"(0|[1-9][0-9]{0,11})-([1-9][0-9]{0,11})")


def normalise(text: str) -> str:
    """Text of a document in its normal form."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def digest(text: str) -> str:
    """SHA-256 of a text in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def fingerprint(slice_: str) -> str:
    """The first 16 hex digits of SHA-256 over a slice."""
    return digest(slice_)[:16]


def span(passage: str) -> tuple[int, int]:
    """Start and end of a passage in characters.

    Raises ValueError when it is not written ``start-end`` or is empty.
    """
    match = PASSAGE.fullmatch(passage)
    if not match or int(match[1]) >= int(match[2]):
        raise ValueError(passage)
    return int(match[1]), int(match[2])


def read_documents(folder: Path, ids: list[str]) -> dict[str, str]:
    """Texts (in normal form) of those documents whose file ``<id>.txt`` stands in the folder."""
    texts = {}
    for id_ in ids:
        path = folder / f"{id_}.txt"
        if path.is_file():
            texts[id_] = normalise(path.read_text(encoding="utf-8-sig"))
    return texts
