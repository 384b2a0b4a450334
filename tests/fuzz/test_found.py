"""Inputs that were found by fuzzing, each for its kind: they are read, or refused, within the limits of an input."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest

from tests.fuzz.limits import tried
from tests.fuzz.targets import TARGETS
from tests.fuzz.targets.ledgers import joined
from tests.helpers.ledger import LEDGER
from tests.helpers.office_documents import docx, paragraph

HEAD: Final = "序号\t重点任务\t牵头单位\t完成时限\n"


def _title(text: str) -> bytes:
    """The small ledger with another title of a task."""
    file = "tasks/five/01-industry.yml"
    return joined({**LEDGER, file: LEDGER[file].replace("  title: ", f"  title: {text}", 1)})


def _notice(text: str) -> bytes:
    """A notice with a text in the middle of its tasks."""
    whole = TARGETS["notice-txt"].seeds()[-1].decode("utf-8-sig")
    half = len(whole) // 2
    return (whole[:half] + text + whole[half:]).encode()


def _wide_cell(columns: str) -> bytes:
    """A Word file with a table of which a cell goes over so many columns; one cell alone would be a frame."""
    span = f'<w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr>'
    cells = f"<w:tc>{span}{paragraph('修渠')}</w:tc><w:tc>{paragraph('区水务局')}</w:tc>"
    return docx(paragraph("重点任务") + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")


def _cell(text: str) -> bytes:
    """A unit's own table with a text where a number is asked for."""
    return TARGETS["own-table"].seeds()[-1].replace(b"12.3", text.encode(), 1)


FOUND: Final[dict[str, tuple[str, Callable[[], bytes]]]] = {
    "a long word with a number": ("ledger", lambda: _title("12345678901" + "a" * 60_000)),
    "a long name of a host": ("ledger", lambda: _title("a@" + "b." * 30_000)),
    "a head of a table many times": ("notice-txt", (HEAD * 800 + "、" * 20_000).encode),
    "many brackets behind each other": ("notice-txt", lambda: _notice("（一）" * 2_000)),
    "many numbers behind each other": ("notice-txt", lambda: _notice("一、" * 6_000)),
    "many dashes behind a number": ("notice-txt", lambda: _notice("第一" + "~" * 3_000 + "第二" + "- " * 2_000)),
    "many figures in a clause": ("notice-txt", lambda: _notice("翻一番" * 250)),
    "many dates and numbers": ("notice-txt", lambda: _notice("2025年3月1日，5" * 900)),
    "many digits": ("notice-txt", lambda: _notice("7" * 33_000)),
    "many numerals": ("notice-txt", lambda: _notice("一" * 33_000)),
    "many strokes": ("notice-txt", lambda: _notice("/" * 33_000)),
    "many numbers in brackets": ("notice-txt", lambda: _notice("[5]" * 9_000)),
    "many lines with a number in brackets": ("notice-txt", lambda: _notice("（5）\n" * 5_000)),
    "many colons apart": ("notice-txt", lambda: _notice(": " * 10_000)),
    "many words that labels begin with": ("notice-txt", lambda: _notice("县" * 33_000)),
    "thousands of figures of one name": ("notice-txt", lambda: _notice("翻一番" * 1_000)),
    "days without an end": ("notice-txt", lambda: _notice("2025-02-30" * 1_500)),
    "fractions without an end": ("notice-txt", lambda: _notice("成三" * 1_000)),
    "a heading with a character that could not be read": ("notice-txt", lambda: _notice("\n九、加�强督查\n")),
    "a long cell for a number": ("own-table", lambda: _cell("单位" * 10_000)),
    "a long cell with words of periods": ("own-table", lambda: _cell("累计" * 10_000)),
    "a cell of a web page over very many columns": (
        "notice-html",
        ("<table><tr><td colspan=" + "9" * 5_000 + ">修渠<td>区教育局牵头</table>").encode,
    ),
    "a cell of a Word file over very many columns": ("notice-docx", lambda: _wide_cell("9" * 5_000)),
    "a commit with two trees": (
        "commit",
        lambda: (seed := TARGETS["commit"].seeds()[0]).partition(b"\n")[0] + b"\n" + seed,
    ),
}
"""What is special about an input → its target, and what makes it."""


@pytest.mark.parametrize("name", FOUND)
def test_found(name: str) -> None:
    """Nothing is raised, and its CPU time is that of any other input."""
    target, make = FOUND[name]
    assert tried(TARGETS[target].run, make()) is None
