"""A fault that is put into a module is a small one, and its own."""

from __future__ import annotations

import ast

import pytest

from generator.analysis import target_states
from generator.ledger.checks.rules import periods
from tests.conftest import ROOT
from tests.mutants.__main__ import FOLDERS, equivalent_faults
from tests.mutants.changes import changes


@pytest.mark.parametrize(
    ("source", "faulty"),
    [
        ("a = 1 < b", {"a = 2 < b", "a = 1 <= b"}),
        ("a = b is not None and c", {"a = b is None and c", "a = b is not None or c"}),
        ("a = x in y", {"a = x not in y"}),
        ("a = '甲' + '乙'", set()),
        ("a = b // c", {"a = b / c"}),
        ("a = (b) - (c)", {"a = (b) + (c)"}),
        ("a = not (b or c)", {"a = (b or c)", "a = not (b and c)"}),
        ("a = [x for x in y if x.good]", {"a = [x for x in y if (not (x.good))]"}),
        ("a = f'{b + 1}'", set()),
        ("a: tuple[int, ...] = min(b)", {"a: tuple[int, ...] = max(b)"}),
        ("if 甲:\n    raise 乙", {"if (not (甲)):\n    raise 乙", "if 甲:\n    pass"}),
        ("def f():\n    '''1 < 2'''\n    return g()", {"def f():\n    '''1 < 2'''\n    return None"}),
        ("def f():\n    yield True", {"def f():\n    pass", "def f():\n    yield False"}),
        ("@cache(1)\ndef f():\n    return None", set()),
        ("assert a is not None, 'always'", set()),
    ],
)
def test_faults(source: str, faulty: set[str]) -> None:
    """Each piece that decides something is changed once; words, texts, hints and decorators are left alone."""
    assert {change.made_in(source) for change in changes(source)} == faulty


@pytest.mark.parametrize("module", [target_states, periods])
def test_every_fault_is_python_in_one_place(module: object) -> None:
    """What Python cannot read would count as noticed by any test."""
    source = (ROOT / (module.__name__.replace(".", "/") + ".py")).read_text(encoding="utf-8")  # type: ignore[attr-defined]
    every = changes(source)
    assert len({change.made_in(source) for change in every}) == len(every)
    for change in every:
        ast.parse(change.made_in(source))
        number, was, now = change.lines(source)
        assert source.split("\n")[number - 1].strip() == was != now


@pytest.mark.parametrize(
    ("now", "lines"),
    [("a = (1,", [1, 2]), ("if b < 2 and (", [3, 4]), ("c > 1):", [3, 4]), ("d *= 3", [5]), ("def f(g=8):", [7, 8, 9])],
)
def test_statement(now: str, lines: list[int]) -> None:
    """A fault belongs to all lines of its statement, and of one that holds others to the lines before those."""
    source = "a = (0,\n1)\nif b < 1 and (\nc >= 1):\n    d *= 2\n\n@e\n@h\ndef f(g=7):\n    pass"
    assert [[*change.statement(source)] for change in changes(source) if change.lines(source)[2] == now] == [lines]


def test_each_known_equivalent_can_still_be_made() -> None:
    """A paragraph whose line was rewritten is taken out."""
    for module, was, now in equivalent_faults():
        assert module.startswith(FOLDERS)
        source = (ROOT / module).read_text(encoding="utf-8")
        assert (was, now) in {change.lines(source)[1:] for change in changes(source)}, module
