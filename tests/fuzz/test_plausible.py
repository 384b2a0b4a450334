"""What readers must never meet is seen where it stands, and a right ledger has nothing of it."""

from __future__ import annotations

from itertools import combinations

import pytest

from generator.ledger.load import CheckedLedger
from tests.fuzz.plausible.rows import Rows, copied, remove
from tests.fuzz.plausible.shown import wrong_words
from tests.fuzz.targets.plausible import SMALL, allowed, edited, plausible, right, shown
from tests.helpers.endurance import some
from tests.helpers.ledger import contract


@pytest.mark.parametrize("place", [SMALL, "tests/district"])
def test_right_ledgers(place: str) -> None:
    """A right ledger gives every page and file, also those that are made of rows alone."""
    checked, done, log = edited(place, [])
    files = list(shown(checked, log))
    assert not done
    assert {path.rpartition(".")[2] for path, _ in files} >= {"ics", "svg", "xlsx", "csv", "json", "sqlite", "parquet"}
    assert [told for path, content in files for told in wrong_words(path, content)] == []


def test_edits_are_kept() -> None:
    """Most numbers draw an edit that the checks allow, and the same numbers give the same ledger."""
    first, again = edited(SMALL, range(25)), edited(SMALL, range(25))
    assert len(first.done) > 8 and first.done == again.done
    assert first.checked.ledger == again.checked.ledger


def _shown_well(rows: Rows) -> bool:
    """Whether the checks allow rows; then every page of them is made, with nothing wrong in it."""
    ledger = allowed(right(SMALL), rows)
    if ledger is None:
        return False
    assert ledger.site
    files = shown(CheckedLedger(ledger.contract, ledger.tables, ledger.site, ledger.folder), whole=False)
    assert [told for path, content in files for told in wrong_words(path, content)] == []
    return True


@pytest.mark.sampled
def test_every_word_of_the_contract() -> None:
    """Each word that a column may hold stands in all rows of its table, and none where it may be empty."""
    tables = right(SMALL).tables.rows
    walked = [
        (table, field.name, word)
        for table, spec in contract().tables.items()
        for field in spec.fields
        for word in (*field.enum, *(() if field.required else ("",)))
        if tables[table]
    ]
    shown_well = 0
    for table, column, word in some(walked, 6):
        rows = copied(tables)
        for row in rows[table]:
            row.cells[column] = word
        shown_well += _shown_well(rows)
    assert shown_well


@pytest.mark.sampled
def test_tables_without_rows() -> None:
    """Each two tables are empty, with all that refers to their rows."""
    tables = right(SMALL).tables.rows
    shown_well = 0
    for names in some([*combinations([name for name in tables if tables[name]], 2)], 6):
        rows = copied(tables)
        for name in names:
            remove(rows, name, [*rows[name]])
        shown_well += _shown_well(rows)
    assert shown_well


@pytest.mark.parametrize(
    ("path", "content", "wrong"),
    [
        ("indicators/a/", "<p>到 None 为止</p>", "None"),
        ("indicators/a/", "<p>共 nan 个</p>", "nan"),
        ("indicators/a/", "<p>已经 <b>{count}</b> 个</p>", "{count}"),
        ("indicators/a/", "<p>没有达到。<b>。</b></p>", "。。"),
        ("indicators/a/", "<p>例如：；怎样</p>", "：；"),
        ("indicators/a/", "<p>增长<span>（）</span></p>", "（）"),
        ("indicators/a/", '<a title="见（，二）">二</a>', "（，"),
        ("indicators/a/", "<p>增长</p><p>，下降</p>", "，"),
        ("indicators/a/picture.svg", "<svg><desc>到 None</desc></svg>", "None"),
        ("data/targets.json", '[{"note": "Undefined"}]', "Undefined"),
        ("tasks/a/calendar.ics", "SUMMARY:到 No\r\n ne 为止", "None"),
    ],
)
def test_wrong_words_are_seen(path: str, content: str, wrong: str) -> None:
    """In text, attributes, pictures, values and folded lines."""
    (told,) = wrong_words(path, content)
    assert told.startswith(f"{path}: ") and wrong in told


def test_right_words_are_not_told() -> None:
    """Signs at the edges of blocks, sums, code and null are as they should be."""
    page = "<p>达到。</p><p>（一）甲：</p><ul><li>2024 年、2025 年</li></ul><pre>{name}</pre><script>None</script>"
    assert [*wrong_words("a/", page), *wrong_words("a.json", '{"a": null, "b": [1.5, "无"]}')] == []


def test_an_input_that_is_no_ledger() -> None:
    """The fuzzer may change any byte."""
    for data in (b"", b"plan x \xff", b"nowhere 1"):
        plausible(data)
