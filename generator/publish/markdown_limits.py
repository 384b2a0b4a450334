"""Hand-written pages that would take very long: they are found before the engine makes HTML of them.

Its reader of Markdown looks for the other half of each bracket and tag again and again, and goes one step deeper for
each list in a list: without limits 5,000 brackets take many seconds, and a thousand lists end in an error of Python.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.ledger.reading.findings import Finding, Mark

OPENING: Final = {"]": "[", ")": "(", "}": "{"}
SIGNS: Final = "\n*_`[]<>|&\\!#{}()"
MOST_SIGNS: Final = 50_000
"""Of a page, with the ends of its lines: 5,000 rows of a table have about so many. They take up to 2 s."""
MOST_OPEN: Final = 100
"""Brackets of a paragraph, and tags of a page, that wait for their other half."""
MOST_LAYERS: Final = 50
"""Lists and quotes in one another."""
MOST_LINES: Final = 5_000
"""Of a paragraph, list or table."""
LONGEST_LINE: Final = 20_000
"""Characters."""
STEP: Final = 4
"""Blanks by which a list stands in another one."""
_FENCE = re.compile(r"(`{3,}|~{3,})[^`~]*$")
_LAYERS = re.compile(r"^[ \t]*(?:(?:>|[-*+](?=[ \t])|\d+[.](?=[ \t]))[ \t]*)+", re.MULTILINE)
_MARKS = re.compile(r">|[-*+](?=[ \t])|\d+[.]")
_BRACKET = re.compile(r"[\[\]{}]|(?<=\])\(|\)|\n[ \t]*\n")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_TAG = re.compile(r"<(?=[A-Za-z/!?])|>")


def costly_places(text: str, name: str) -> Iterator[Finding]:
    """The first place of each kind at which a page would take too long; ``name`` is how its file is called."""
    plain = _without_code(text.replace("\r\n", "\n"))
    count = sum(map(plain.count, SIGNS))
    if count > MOST_SIGNS:
        yield Finding("page-signs", Mark(name), {"count": count, "limit": MOST_SIGNS})
        return
    if line := next((number for number, line in enumerate(plain.split("\n"), 1) if len(line) > LONGEST_LINE), 0):
        yield Finding("page-line", Mark(name, line), {"limit": LONGEST_LINE})
        return
    for at in (_open_brackets(plain), _open_tags(plain)):
        if at is not None:
            yield Finding("page-open", Mark(name, _line(plain, at)), {"value": plain[at], "limit": MOST_OPEN})
    start_line = 1
    for paragraph in _PARAGRAPH.split(plain):
        if paragraph.count("\n") >= MOST_LINES:
            yield Finding("page-lines", Mark(name, start_line), {"limit": MOST_LINES})
            return
        start_line += paragraph.count("\n") + 2
    for start in _LAYERS.finditer(plain):
        indent = len(start[0].expandtabs(STEP)) - len(start[0].expandtabs(STEP).lstrip())
        layers = indent // STEP + len(_MARKS.findall(start[0]))
        if layers > MOST_LAYERS:
            mark = Mark(name, _line(plain, start.start()))
            yield Finding("page-layers", mark, {"count": layers, "limit": MOST_LAYERS})
            return


def _without_code(text: str) -> str:
    """A text with empty lines in the place of code between fences; a fence that is not closed begins no code."""
    kept: list[str] = []
    code: list[str] = []
    fence = ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if fence:
            code.append(line)
            if line.rstrip() == fence:
                kept += [""] * len(code)
                code, fence = [], ""
        elif found:
            code, fence = [line], found[1]
        else:
            kept.append(line)
    return "\n".join([*kept, *code])


def _open_brackets(text: str) -> int | None:
    """Where more brackets of one paragraph wait for their other half than may; None where that is nowhere."""
    waiting = dict.fromkeys(OPENING.values(), 0)
    for found in _BRACKET.finditer(text):
        sign = found[0]
        if sign in waiting:
            waiting[sign] += 1
            if waiting[sign] > MOST_OPEN:
                return found.start()
        elif sign in OPENING:
            waiting[OPENING[sign]] = max(waiting[OPENING[sign]] - 1, 0)
        else:
            waiting = dict.fromkeys(waiting, 0)
    return None


def _open_tags(text: str) -> int | None:
    """Where more tags have been begun, and not ended before the next one, than may; None where that is nowhere."""
    open_, is_open = 0, False
    for found in _TAG.finditer(text):
        open_ += is_open and found[0] == "<"
        is_open = found[0] == "<"
        if open_ > MOST_OPEN:
            return found.start()
    return None


def _line(text: str, at: int) -> int:
    """The line of a place in a text."""
    return text.count("\n", 0, at) + 1
