"""The bench's own parts: what it counts, what it changes, what it says of a limit."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.ledger.load import load
from generator.simulate import Size, simulate
from tests.bench import limits, table, value_change
from tests.bench.measure import Failed, python, run
from tests.bench.projects import DISTRICT
from tests.bench.search import queries
from tests.conftest import ROOT
from tests.helpers.pages import context_of, specs_of

CONTRACT = ROOT / "datapackage.json"


def test_pages_and_observations_are_counted_as_the_program_counts() -> None:
    """The bench counts in the text of the files, to stay small; it must come to the same."""
    checked = load(DISTRICT.data, CONTRACT)
    assert DISTRICT.size == (len(specs_of(context_of(checked))), len(checked.tables.rows["observations"]))


def test_a_changed_value_is_one_record_and_no_fault(tmp_path: Path) -> None:
    """Figure and words change together, in one observation."""
    shutil.copytree(DISTRICT.data, tmp_path / "data")
    before = load(tmp_path / "data", CONTRACT).ledger.observations
    value_change.change_value(tmp_path / "data")
    after = load(tmp_path / "data", CONTRACT).ledger.observations
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) == 1
    assert changed[0][0].value != changed[0][1].value


def test_the_same_queries_are_taken_again(tmp_path: Path) -> None:
    """Ten of each kind, each with an answer among the ledger's titles."""
    simulate(tmp_path / "data", Size(tasks=60, indicators=60, organizations=30, years=5, seed=1))
    checked = load(tmp_path / "data", CONTRACT)
    taken = queries.sample_queries(checked.ledger)
    assert taken == queries.sample_queries(checked.ledger)
    assert len(taken) == queries.OF_EACH * len(queries.KINDS)
    titles = {spec.make().title for spec in specs_of(context_of(checked))}
    assert all(any(query.answered(kind, title) for kind in query.kinds for title in titles) for query in taken)


def test_files_that_were_written_again_are_seen(tmp_path: Path) -> None:
    """The same content written again is a change of a file in its place, and none between two sites."""
    page = tmp_path / "a.html"
    page.write_text("a", encoding="utf-8")
    before = value_change.snapshot(tmp_path)
    after = {"a.html": (before["a.html"][0] + 1, before["a.html"][1])}  # whatever the clock of the file system
    assert value_change.written(before, after) == {"a.html"}
    assert value_change.differing(before, after) == set()


def test_cpu_and_memory_of_child_processes_count() -> None:
    """A command that leaves the work to a child costs what the child costs."""
    work = "import os; x = b'x' * (64 << 20); sum(range(1 << 25)); print(os.times().user)"
    cost = run(python("-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}], check=True)"))
    assert cost.cpu >= float(cost.output)
    assert cost.memory > 64


def test_a_failed_command_says_why() -> None:
    """The end of its output is the message."""
    with pytest.raises(Failed, match="no such ledger"):
        run(python("-c", "raise SystemExit('no such ledger')"))


def test_a_command_that_takes_too_long_is_stopped() -> None:
    """The other rows of the table are still measured."""
    with pytest.raises(Failed, match="more than 0 s"):
        run(("sh", "-c", "sleep 600 & wait"), time_limit=0.01)


def test_a_limit_says_yes_no_or_that_nothing_was_measured() -> None:
    """A part that was not run is no failure and no success."""
    row = table.Row("build/x/basic", "x", cpu=3.0)
    limit = limits.Limit("x", lambda rows: rows["build/x/basic"].cpu, most=2.5)
    assert limit.row({}).note == "not measured"
    assert limit.row({row.key: row}).note == "3 s: **no**"
    assert limits.Limit("x", lambda rows: rows[row.key].cpu, least=3).row({row.key: row}).note == "3 s: **yes**"


def test_seconds_are_scaled_by_hugo_and_nothing_else_is() -> None:
    """On a machine that is twice as slow, twice as many seconds are allowed, but no more memory."""
    rows = {
        "x": table.Row("x", "x", cpu=3.0, memory=3.0),
        limits.HUGO_ROW: table.Row(limits.HUGO_ROW, "Hugo", cpu=2 * limits.HUGO),
    }
    seconds = limits.Limit("x", lambda rows: rows["x"].cpu, most=2)
    memory = limits.Limit("x", lambda rows: rows["x"].memory, "MB", most=2)
    assert seconds.row(rows).what == "limit: x ≤ 2 s"
    assert seconds.row(rows).note == "3 s (scaled limit 4 s): **yes**"
    assert memory.row(rows).note == "3 MB: **no**"


def test_the_last_table_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    """What stands around the marks stays."""
    file = tmp_path / "page.md"
    file.write_text("one\n<!-- bench -->\n<!-- /bench -->\ntwo\n", encoding="utf-8")
    for text in ("a\n", "b\n"):
        table.record(text, file)
    assert file.read_text(encoding="utf-8") == "one\n<!-- bench -->\nb\n<!-- /bench -->\ntwo\n"
