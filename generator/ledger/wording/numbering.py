"""The numbers that begin headings and items: 第一章 一、 (一) 1. 第一条 (1) ①."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.language.chinese_numbers import parse
from generator.language.official_text import Layout

HAN = "一二三四五六七八九十"
LEVELS = (
    rf"(?<![第{HAN}])[{HAN}]{{1,3}}、(?![{HAN}])",
    rf"\([{HAN}]{{1,3}}\)",
    rf"(?<![0-9.A-Za-z(])[0-9]{{1,3}}(?:\.(?![0-9])|、(?![0-9]))|第[{HAN}]{{1,3}}条",
    r"(?<![0-9A-Za-z])\([0-9]{1,2}\)",
)
PARTS = {"部分": -2, "篇": -2, "章": -1, "节": 0}
"""The levels of the parts of a long document, above all other headings."""
PART_NUMBER = re.compile(rf"第[{HAN}]{{1,3}}(?P<part>{'|'.join(PARTS)})(?![的、,;和及与至第课])")
TASK_NUMBER = re.compile(rf"(?:任务|事项|实事|举措|措施)(?:[0-9]{{1,3}}|[{HAN}]{{1,3}})[:.、](?![0-9])")
NUMBER = re.compile("|".join(f"(?P<l{level}>{form})" for level, form in enumerate(LEVELS, start=1)))
ITEM_BEFORE = re.compile(r"(?<![0-9.])[0-9]{1,3}[.、]$")
BEFORE_DIGITS = re.compile(r"([0-9]{1,2})\.(?=[0-9])")
DIGITS = re.compile("[0-9]{1,2}")
STARS = "★☆▲△●○◆◇■□※*"
"""Signs that mark some items, right before their numbers."""
BEHIND_DIGIT = re.compile(r"(?<=[0-9])[0-9]{1,3}[.、](?![0-9])")
ANY_NUMBER = re.compile(f"[0-9]+|[{HAN}]+")
SENTENCE_END = "。;:!?)]〕】"
"""What stands before the number of an item in the middle of a line."""
HEADING = 2
"""The level of (一)."""
ITEM = 3
"""The level of 1.: what is above are headings."""
LONGEST_LINE = 400
"""Characters of a line, on average, from which on lines are taken for unknown."""
SIGN = 5
"""The level of ①."""


@dataclass(frozen=True, slots=True)
class Marker:
    """The number of a heading or of an item: where it stands, and how deep it is; 一、 is 1, a chapter less."""

    start: int
    end: int
    level: int


def item_number(text: str, marker: Marker) -> int | None:
    """The number that a marker prints."""
    found = ANY_NUMBER.search(text, marker.start, marker.end)
    value = parse(found[0]) if found else None
    return None if value is None else int(value)


def markers(text: str, layout: Layout) -> list[Marker]:
    """Every number of a heading or an item, in order.

    A document whose lines are not known shows them in the middle of its text; there 1. and (1) count everywhere.
    """
    found = []
    lines = knows_lines(text, layout)
    for match in NUMBER.finditer(text):
        level = int(str(match.lastgroup)[1:])
        at = match.start()
        begins = at in layout.breaks or at in layout.gaps or text[at - 1 : at] in SENTENCE_END
        if at - 1 in layout.breaks and text[at - 1] in STARS:
            found.append(Marker(at - 1, match.end(), level))
        elif begins or (not lines and (level != ITEM or match[0].endswith("."))):
            found.append(Marker(at, match.end(), level))
    behind_digits = (found_at for at in layout.breaks if (found_at := BEHIND_DIGIT.match(text, at)))
    found += [Marker(one.start(), one.end(), ITEM) for one in behind_digits]
    found += _parts(text, layout) if lines else []
    found += _before_signs(text, layout)
    found += _task_numbers(text, layout)
    found += _before_digits(text, layout, found)
    signs = [Marker(at, _sign_end(text, at), _sign_level(text, at)) for at in layout.items]
    taken = {sign.start for sign in signs}
    return sorted([*signs, *(m for m in found if m.start not in taken)], key=lambda m: m.start)


def _parts(text: str, layout: Layout) -> list[Marker]:
    """Numbers of parts of the document, at the beginning of a line."""
    found = (m for at in layout.breaks | {0} if (m := PART_NUMBER.match(text, at)))
    return [Marker(m.start(), m.end(), PARTS[m["part"]]) for m in found]


def _before_signs(text: str, layout: Layout) -> list[Marker]:
    """Numbers of items right before a sign: 5.① is 5.1 in normal form, and looks like one number."""
    before = ((at, ITEM_BEFORE.search(text, max(at - 4, 0), at)) for at in layout.items)
    return [Marker(m.start(), at, ITEM) for at, m in before if m and m.start() in layout.breaks]


def _task_numbers(text: str, layout: Layout) -> list[Marker]:
    """Numbers with a word before them at the beginning of a line: 任务1:, but no heading 任务 above an item 1."""
    found = (m for at in layout.breaks if (m := TASK_NUMBER.match(text, at)))
    return [Marker(m.start(), m.end(), ITEM) for m in found if not layout.breaks & set(range(m.start() + 1, m.end()))]


def _before_digits(text: str, layout: Layout, found: list[Marker]) -> list[Marker]:
    """Numbers of items whose words begin with digits (6.12345热线): they go on from the item before."""
    items = sorted(
        (m.start, int(digits[0])) for m in found if m.level == ITEM and (digits := DIGITS.match(text, m.start))
    )
    more = []
    for at in sorted(layout.breaks):
        match = BEFORE_DIGITS.match(text, at)
        last = max((item for item in items if item[0] < at), default=None)
        if match and last and int(match[1]) == last[1] + 1:
            more.append(Marker(at, match.end(), ITEM))
    return more


def knows_lines(text: str, layout: Layout) -> bool:
    """Whether the lines of a document are known: some texts are published as one."""
    return len(layout.breaks) * LONGEST_LINE >= len(text)


def _sign_level(text: str, at: int) -> int:
    """㈠ is a heading as (一) is, ① an item."""
    match = NUMBER.match(text, at)
    return HEADING if match and match.lastgroup == f"l{HEADING}" else SIGN


def _sign_end(text: str, at: int) -> int:
    match = NUMBER.match(text, at) or DIGITS.match(text, at)
    return match.end() if match else at + 1
