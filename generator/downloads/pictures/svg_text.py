"""Texts in pictures: lines of a width, one under the other, and the documents that they name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import Final

from generator.downloads.dataset import Dataset

DIGIT, WORD = 70, 125
"""The width of a digit and of a Chinese character, in tenths of a pixel of letters of 12 pixels."""

CLOSING: Final = "，、；：。？！）》”%‰"
"""Signs that stand behind what they belong to, in the same line."""
BEFORE_CLOSING: Final = re.compile(f".[{CLOSING}]*$")

MARGIN, LINE = 8, 18
"""The room around texts, and the height of a line of 13."""


def text_lines(texts: Iterable[str], kind: str, y: int, step: int, x: int = MARGIN) -> tuple[str, int]:
    """Lines of text one under the other, and where the next would stand."""
    lines = []
    for text in texts:
        lines.append(f'<text class="{kind}" x="{x}" y="{y}">{escape(text)}</text>')
        y += step
    return "\n".join(lines), y


def wrapped(text: str, width: int, size: int) -> list[str]:
    """A text in lines of a width in pixels, in letters of a size; none begins with a sign that closes."""
    lines, used, room = [""], 0, width * 120 // size
    for letter in text:
        used += _width(letter)
        if used > room:
            ended = BEFORE_CLOSING.search(lines[-1]) if letter in CLOSING else None
            kept = ended[0] if ended and ended.start() else ""
            lines[-1:] = [lines[-1].removesuffix(kept), kept]
            used = _width(kept + letter)
        lines[-1] += letter
    return lines if text else []


def _width(text: str) -> int:
    return sum(DIGIT if letter.isascii() else WORD for letter in text)


def at_most(lines: list[str], most: int) -> list[str]:
    """The first lines; what is left out is told by a sign."""
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1][:-1]}…"]


def documents_of(dataset: Dataset, indicator: str) -> tuple[str, ...]:
    """Titles of the documents that the figures of a chart come from."""
    index = dataset.index
    targets, observations = index.targets_of.get(indicator, ()), index.observations_of.get(indicator, ())
    ids = [target.document for target in targets if target.organization is None]
    ids += [observation.document for observation in observations if observation.organization is None]
    return tuple(index.documents[id_].title for id_ in dict.fromkeys(ids))
