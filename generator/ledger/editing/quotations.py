"""Quotations: a record may quote the words it comes from, until passage and fingerprint take their place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.language.official_text import fingerprint, normalise, places_of
from generator.ledger.editing.edits import insert_value, rename_key, replace_value
from generator.ledger.editing.evidence import Evidence
from generator.ledger.editing.yaml_file import Edit
from generator.ledger.reading.findings import Mark
from generator.ledger.reading.nodes import Scalar

QUOTE = "quote"
"""The key of a quotation: words of the document, in the place of passage and fingerprint."""
PASSAGE, FINGERPRINT = "passage", "fingerprint"
LEFT_OUT = re.compile(r"\.{3,}")
"""Stands for words that are left out of a quotation, in normal form."""
MARKED = re.compile("【(.+?)】")
"""What is meant of a quotation whose other words only say which place."""


@dataclass(frozen=True, slots=True)
class Located:
    """A quotation with the passages that its words have in the text."""

    evidence: Evidence
    quote: str
    passages: tuple[tuple[int, int], ...]

    @property
    def mark(self) -> Mark:
        """Where the quotation stands in the file."""
        return self.evidence.mapping.values[QUOTE].mark


def passages_of(text: str, quote: str) -> tuple[tuple[int, int], ...]:
    """Where the words of a quotation stand in a text.

    Args:
        text: the text in normal form.
        quote: words as they are printed; words in the middle may be left out: 治理河道……配合）. Where a part stands in
            【】, that part alone is meant.
    """
    words = normalise(quote)
    found = _places(text, words)
    if not found and (marked := MARKED.search(words)):
        before = marked.start()
        whole = _places(text, words[:before] + marked[1] + words[marked.end() :])
        found = [(start + before, start + before + len(marked[1])) for start, _ in whole]
    if not found and (gap := LEFT_OUT.search(words)):
        found = _around(text, words[: gap.start()], words[gap.end() :])
    return tuple(found)


def _places(text: str, words: str) -> list[tuple[int, int]]:
    """Every place of words in a text."""
    return [(start, start + len(words)) for start in places_of(text, words)]


def _around(text: str, first: str, last: str) -> list[tuple[int, int]]:
    """From each place of the first words to the next one of the last words."""
    ends = {start: text.find(last, end) for start, end in _places(text, first)} if first and last else {}
    return [(start, end + len(last)) for start, end in ends.items() if end >= 0]


def locate_quotations(quotations: Iterable[Evidence], texts: dict[str, str]) -> list[Located]:
    """Look up the words of quotations, in order; those whose document has no text here are found nowhere."""
    return [
        Located(one, one.text(QUOTE), passages_of(texts.get(one.document, ""), one.text(QUOTE))) for one in quotations
    ]


def quotation_edits(located: Located, text: str) -> list[Edit]:
    """Passage and fingerprint in the place of a quotation that was found once. Raises EditRefused."""
    ((start, end),) = located.passages
    file, mapping = located.evidence.file, located.evidence.mapping
    quote = mapping.values[QUOTE]
    assert isinstance(quote, Scalar)
    return [
        rename_key(file, mapping, QUOTE, PASSAGE),
        replace_value(file, quote, f"{start}-{end}", keep_quotes=False),
        insert_value(file, mapping, FINGERPRINT, fingerprint(text[start:end]), QUOTE),
    ]
