"""The normal form of a document's text, passages in it and their fingerprints.

A document's text is its official text after Unicode NFKC with all white space removed. A passage is a half-open range
of characters in it, written ``"start-end"``; the fingerprint is the first 16 hex digits of SHA-256 over that slice.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_left, bisect_right
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from generator.language.chinese_numbers import NUMERALS, parse
from generator.support.files import read_plain

MAX_BYTES = 16 * 1024 * 1024
"""Largest text that is read."""
LINE_BREAKS = "\n\r\v\f\x85\u2028\u2029"
LINE_BREAK = re.compile(f"\r\n|[{LINE_BREAKS}]")
TAB = "\t"
LINE_TOLERANCE = 1
"""Characters that a line which is filled up may be shorter than the longest one."""
WRAPPED = 0.25
"""Share of full lines from which on a text is taken for wrapped."""
ITEM_SIGNS = "①-⒛⓪-⓿❶-➓㈠-㈩"
PIECE = re.compile(rf"(?P<space>\s+)|(?P<item>[{ITEM_SIGNS}])|[^\s{ITEM_SIGNS}]+")
"""White space, one sign that numbers an item, or anything else."""

LOCATOR_WORD = re.compile(rf"[{NUMERALS}]+|[0-9]+|[^\W\d_{NUMERALS}]+")
"""What the id of a clause is made of: numbers in Chinese or Arabic numerals, and words."""
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
    start, end = map(int, match.groups()) if match else (0, 0)
    if start >= end:
        raise ValueError(passage)
    return start, end


@dataclass(frozen=True)
class Layout:
    """How a document was laid out before its white space was removed: places in the normal form of its text."""

    breaks: frozenset[int] = frozenset()
    """Characters with which a line begins."""
    lines: frozenset[int] = frozenset()
    """Those of them that begin something new: a line that is filled up goes on in the next one."""
    paragraphs: frozenset[int] = frozenset()
    """Those of them behind an empty line or an indent."""
    gaps: frozenset[int] = frozenset()
    """Characters with other white space before them."""
    items: frozenset[int] = frozenset()
    """Characters with which a sign such as ① begins: the normal form makes a plain 1 of it."""
    tabs: tuple[int, ...] = ()
    """Characters with a tab before them in their line; with several tabs, as often."""

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where lines begin, in order."""
        return tuple(sorted(self.breaks))

    @cached_property
    def new_lines(self) -> tuple[int, ...]:
        """Where lines begin that begin something new, in order."""
        return tuple(sorted(self.lines))

    @cached_property
    def pieces(self) -> tuple[int, ...]:
        """Where lines begin and what stands behind other white space, in order."""
        return tuple(sorted(self.breaks | self.gaps))


def between(places: Sequence[int], start: int, end: int) -> Sequence[int]:
    """Those of some places in order that stand between two, without these."""
    return places[bisect_right(places, start) : bisect_left(places, end)]


def lay_out(text: str) -> Layout:
    """The layout of a text as it was published. Where its lines are filled up, only the others end a paragraph."""
    breaks, lines, paragraphs, gaps, items = {0}, {0}, {0}, set(), set()
    tabs: list[int] = []
    is_full = _full_lines(text)
    at = line = 0
    for match in PIECE.finditer(text):
        piece = match[0]
        if not match["space"]:
            if match["item"]:
                items.add(at)
            at += len(normalise(piece))
        elif signs := LINE_BREAK.findall(piece):
            breaks.add(at)
            if len(signs) > 1 or piece[-1] not in LINE_BREAKS:
                paragraphs.add(at)
            if at in paragraphs or not is_full[line]:
                lines.add(at)
            line += len(signs)
            tabs += [at] * LINE_BREAK.split(piece)[-1].count(TAB)
        else:
            gaps.add(at)
            tabs += [at] * piece.count(TAB)
    return Layout(
        frozenset(breaks), frozenset(lines), frozenset(paragraphs), frozenset(gaps), frozenset(items), tuple(tabs)
    )


def _full_lines(text: str) -> list[bool]:
    """Which lines of a text are filled up; none where it is not wrapped at all."""
    lengths = [len(line.rstrip()) for line in LINE_BREAK.split(text)]
    longest = max(lengths)
    full = [length >= longest - LINE_TOLERANCE for length in lengths]
    return full if sum(full) > WRAPPED * sum(map(bool, lengths)) else [False] * len(lengths)


def read_text(path: Path) -> str:
    """The text of a file in UTF-8, or in another encoding that offices save: UTF-16 with its mark, or GB 18030.

    Characters that no encoding explains become signs of replacement: fingerprints and checksum tell of them.

    Raises:
        UnfitFile: it is no plain file, or larger than :data:`MAX_BYTES`.
    """
    content = read_plain(path, MAX_BYTES)
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030", errors="replace")


def read_layouts(folder: Path, ids: list[str]) -> dict[str, Layout]:
    """Layouts of those documents whose file ``<id>.txt`` stands in the folder."""
    return {id_: lay_out(read_text(path)) for id_, path in _texts(folder, ids)}


def read_documents(folder: Path, ids: list[str]) -> dict[str, str]:
    """Texts (in normal form) of those documents whose file ``<id>.txt`` stands in the folder."""
    return {id_: normalise(read_text(path)) for id_, path in _texts(folder, ids)}


def _texts(folder: Path, ids: list[str]) -> Iterator[tuple[str, Path]]:
    """The documents whose file is there; a folder of such a name is none."""
    paths = ((id_, folder / f"{id_}.txt") for id_ in ids)
    return ((id_, path) for id_, path in paths if path.exists() and not path.is_dir())


@lru_cache(maxsize=2**16)  # the documents of all years have the same
def clause_anchor(locator: str) -> str:
    """The id of a clause on the page of its document: ``c-2-2-5`` for 二(二)-5; words stay as they are."""
    words = LOCATOR_WORD.findall(normalise(locator))
    return "-".join(["c", *(str(parse(word) or word) if word[0] in NUMERALS else word.lower() for word in words)])


def places_of(text: str, words: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Where words begin in a slice of a text, each place once; empty words begin nowhere."""
    at = text.find(words, start, end) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1, end)
