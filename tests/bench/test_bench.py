"""The bench's own parts: what it counts, what it changes, what it says of a limit."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.ledger.load import load
from generator.pages.registry import page_specs
from generator.simulate import Size, simulate
from tests.bench import change, draws, limits, report
from tests.bench.projects import DISTRICT
from tests.conftest import ROOT
from tests.helpers.pages import context_of

CONTRACT = ROOT / "datapackage.json"


def test_pages_and_observations_are_counted_as_the_program_counts() -> None:
    """The bench counts in the text of the files, to stay small; it must come to the same."""
    checked = load(DISTRICT.data, CONTRACT)
    assert DISTRICT.pages == len(page_specs(context_of(checked)))
    assert DISTRICT.observations == len(checked.tables.rows["observations"])


def test_a_changed_value_is_one_record_and_no_fault(tmp_path: Path) -> None:
    """Figure and words change together, in one observation, and come back."""
    shutil.copytree(DISTRICT.data, tmp_path / "data")
    before = load(tmp_path / "data", CONTRACT).ledger.observations
    edit = change.edit(tmp_path / "data")
    edit.do()
    after = load(tmp_path / "data", CONTRACT).ledger.observations
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) == 1
    assert changed[0][0].value != changed[0][1].value
    edit.undo()
    assert load(tmp_path / "data", CONTRACT).ledger.observations == before


def test_the_same_queries_are_drawn_again(tmp_path: Path) -> None:
    """Ten of each kind, each with an answer among the ledger's titles."""
    simulate(tmp_path / "data", Size(tasks=300, indicators=300, organizations=60, years=5, seed=1))
    checked = load(tmp_path / "data", CONTRACT)
    queries = draws.drawn(checked.ledger)
    assert queries == draws.drawn(checked.ledger)
    assert len(queries) == draws.OF_EACH * len(draws.DRAWS)
    titles = {p.make().title for p in page_specs(context_of(checked))}
    assert all(any(q.answered(kind, title) for kind in q.kinds for title in titles) for q in queries)


def test_files_that_were_written_again_are_seen(tmp_path: Path) -> None:
    """The same bytes written anew are a change of a file in place, and none between two sites."""
    page = tmp_path / "a.html"
    page.write_text("a", encoding="utf-8")
    before = change.snapshot(tmp_path)
    page.unlink()
    page.write_text("a", encoding="utf-8")
    after = change.snapshot(tmp_path)
    after["a.html"] = (before["a.html"][0] + 1, after["a.html"][1])  # whatever the clock of the file system
    assert change.touched(before, after) == {"a.html"}
    assert change.different(before, after) == set()


def test_a_limit_says_yes_no_or_that_nothing_was_measured() -> None:
    """A part that was not run is no failure and no success."""
    row = report.Row("build/x/clean", "x", cpu=3.0)
    limit = limits.Limit("x", lambda rows: rows["build/x/clean"].cpu, most=2.5)
    assert limit.row({}).note == "not measured"
    assert limit.row({row.key: row}).note == "3 s: **no**"
    assert limits.Limit("x", lambda rows: rows[row.key].cpu, least=3).row({row.key: row}).note == "3 s: **yes**"


def test_the_last_table_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    """What stands around the marks stays."""
    file = tmp_path / "page.md"
    file.write_text("one\n<!-- bench -->\n<!-- /bench -->\ntwo\n", encoding="utf-8")
    for found in ("a\n", "b\n"):
        report.record(found, file)
    assert file.read_text(encoding="utf-8") == "one\n<!-- bench -->\nb\n<!-- /bench -->\ntwo\n"
