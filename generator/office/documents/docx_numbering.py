"""Automatic numbers of Word: 一、 (一) 1. ① are not in the text of a paragraph, they are counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from generator.language.chinese_numbers import printed_in_chinese

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VALUE = f"{WORD}val"
PLACE = re.compile("%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How the numbers of one level of a list are printed."""

    text: str
    form: str
    start: int


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each was counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    """List → its levels."""
    abstract: dict[str, str] = field(default_factory=dict)
    """List → what it shares its counting with."""
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Style of paragraphs → list and level."""
    counts: dict[str, Counter[int]] = field(default_factory=dict)

    def next_number(self, paragraph: Element) -> str:
        """The number of a paragraph, or an empty text where it has none."""
        list_, depth = self._list_of(paragraph)
        levels = self.levels.get(list_, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self.counts.setdefault(self.abstract.get(list_, list_), Counter())
        for above in range(depth):
            if above in levels and not counts[above]:
                counts[above] = max(1, levels[above].start)
        counts[depth] = max(counts[depth] + 1, level.start)
        for deeper in [number for number in counts if number > depth]:
            del counts[deeper]
        return PLACE.sub(lambda m: self._printed(levels, int(m[1]) - 1, counts), level.text)

    def _printed(self, levels: dict[int, Level], depth: int, counts: Counter[int]) -> str:
        form = levels[depth].form if depth in levels else ""
        return FORMS.get(form, str)(counts[depth])

    def _list_of(self, paragraph: Element) -> tuple[str, int]:
        """List and level of a paragraph: its own, else those of its style."""
        style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
        list_, depth = self.styles.get("" if style is None else style.get(VALUE, ""), ("", 0))
        own = paragraph.find(f"{WORD}pPr/{WORD}numPr")
        return (list_, depth) if own is None else _list(own, depth)


def _list(properties: Element, depth: int = 0) -> tuple[str, int]:
    number, level = properties.find(f"{WORD}numId"), properties.find(f"{WORD}ilvl")
    printed = "" if level is None else level.get(VALUE, "")
    known = int(printed) if re.fullmatch("[0-8]", printed) else depth
    return "" if number is None else number.get(VALUE, ""), known


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number)


CHINESE = ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand")
FORMS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(CHINESE, printed_in_chinese),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "bullet": lambda _: "",
    "none": lambda _: "",
}
"""Form of a number → how it is printed; any other is printed in digits."""


def read_numbering(numbers: Element | None, styles: Element | None) -> Numbering:
    """The lists of a document, from its two parts that tell of them."""
    found = Numbering()
    if numbers is None:
        return found
    shared = {node.get(f"{WORD}abstractNumId", ""): _levels(node) for node in numbers.iter(f"{WORD}abstractNum")}
    for node in numbers.iter(f"{WORD}num"):
        abstract = node.find(f"{WORD}abstractNumId")
        name = "" if abstract is None else abstract.get(VALUE, "")
        list_ = node.get(f"{WORD}numId", "")
        found.levels[list_] = shared.get(name, {})
        begins_anew = next(node.iter(f"{WORD}startOverride"), None) is not None
        found.abstract[list_] = list_ if begins_anew else f"shared {name}"
    for style in () if styles is None else styles.iter(f"{WORD}style"):
        own = style.find(f"{WORD}pPr/{WORD}numPr")
        if own is not None:
            found.styles[style.get(f"{WORD}styleId", "")] = _list(own)
    return found


def _levels(abstract: Element) -> dict[int, Level]:
    levels = {}
    for node in abstract.iter(f"{WORD}lvl"):
        depth = node.get(f"{WORD}ilvl", "")
        parts = (node.find(f"{WORD}{name}") for name in ("lvlText", "numFmt", "start"))
        text, form, start = ("" if part is None else part.get(VALUE, "") for part in parts)
        if re.fullmatch("[0-8]", depth) and text and form != "bullet":
            first = int(start) if re.fullmatch("[0-9]{1,4}", start) else 1
            levels[int(depth)] = Level(text, form, first)
    return levels
