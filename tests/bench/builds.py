"""Whole builds by the command line: the first one, one with nothing changed, one with one value changed.

The pages that show a changed value are found without the program's help: two clean builds, before and after, are
compared byte by byte. The build that follows the change must write these pages and no other.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.bench import change
from tests.bench.measure import Cost, cost, middle, python
from tests.bench.projects import DISTRICT, Ledger, Workshop
from tests.bench.report import Row, costed

NO_INDEX = "--without-search"
PLAIN = "--only-csv-json"
"""Builds are measured with CSV and JSON alone; the part ``formats`` tells what the further ones add."""
FILLED_UP_TO = 3_000
"""Pages of the largest ledger that is also built page by page through MkDocs: minutes for more."""


def build(project: Path, *options: str) -> Cost:
    """Build in a project's folder."""
    return cost(python("-m", "generator", "build", PLAIN, *options), project)


def clean(project: Path, *options: str) -> Cost:
    """Build as if for the first time."""
    for left in ("site", "build"):
        shutil.rmtree(project / left, ignore_errors=True)
    return build(project, *options)


def rows(workshop: Workshop, times: int) -> Iterator[Row]:
    """Rows of all builds of all ledgers."""
    for ledger in (DISTRICT, *workshop.ledgers):
        yield from _builds(workshop, ledger, times)
    for ledger in (DISTRICT, *workshop.ledgers):
        if ledger.pages <= FILLED_UP_TO:
            yield _ordinary(workshop, ledger, times)


def _builds(workshop: Workshop, ledger: Ledger, times: int) -> Iterator[Row]:
    project = workshop.project(ledger)
    size = (ledger.pages, ledger.observations)

    def row(key: str, what: str, found: Cost, note: str = "") -> Row:
        return costed(f"build/{ledger.name}/{key}", f"{ledger.name}: {what}", found, *size, note)

    yield row("clean, no index", "clean build without index", middle(times, lambda: clean(project, NO_INDEX)))
    changes = _Changes(workshop, ledger)
    found, note, _ = changes.measure(times, NO_INDEX)
    yield row("change, no index", "one value changed, without index", found, note)
    yield row("clean", "clean build", middle(times, lambda: clean(project)))
    yield row("unchanged", "nothing changed", middle(times, lambda: build(project)))
    found, note, exact = changes.measure(times)
    yield row("change", "one value changed", found, note)
    yield Row(f"exact/{ledger.name}", f"{ledger.name}: pages that show it, and no other", *size, note=note, value=exact)


class _Changes:
    """Builds after one value changed, in a project that was built before, and what they should write."""

    def __init__(self, workshop: Workshop, ledger: Ledger) -> None:
        self.project = workshop.project(ledger)
        self.edit = change.edit(self.project / "data")
        before = change.snapshot(self.project / "site")
        self.expected = change.pages(change.different(before, self._clean_after(workshop, ledger)))

    def _clean_after(self, workshop: Workshop, ledger: Ledger) -> change.Snapshot:
        """What a clean build elsewhere makes of the changed ledger."""
        apart = workshop.project(ledger, f"{ledger.name}-changed")
        change.edit(apart / "data").do()
        clean(apart, NO_INDEX)
        found = change.snapshot(apart / "site")
        shutil.rmtree(apart)
        return found

    def measure(self, times: int, *options: str) -> tuple[Cost, str, float]:
        """Medians of change and change back; what the first one wrote; 1 when that is just what it should.

        The project was just built with the same options.
        """
        before = change.snapshot(self.project / "site")
        turns = iter([self.edit.do, self.edit.undo] * times)
        files: list[set[str]] = []

        def once() -> Cost:
            next(turns)()
            found = build(self.project, *options)
            if not files:
                files.append(change.touched(before, change.snapshot(self.project / "site")))
            return found

        found = middle(times, once)
        self.edit.undo()
        written = change.pages(files[0])
        wrong = f", {len(written - self.expected)} too many, {len(self.expected - written)} missing"
        exact = written == self.expected
        note = f"{len(written)} pages of {len(files[0])} files written, {len(self.expected)} pages show it"
        return found, note + ("" if exact else wrong), float(exact)


def _ordinary(workshop: Workshop, ledger: Ledger, times: int) -> Row:
    """Every page through MkDocs, to compare with the first row of the same ledger."""
    project = workshop.project(ledger, f"{ledger.name}-ordinary", "      fill: false\n")
    found = middle(times, lambda: clean(project, NO_INDEX))
    shutil.rmtree(project)
    what = f"{ledger.name}: clean build without index, every page through MkDocs"
    return costed(f"build/{ledger.name}/ordinary", what, found, ledger.pages, ledger.observations)
