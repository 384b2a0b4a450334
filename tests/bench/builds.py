"""Whole builds by the command line, each from nothing, and which files a second build writes again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Cost, median_cost, python, run
from tests.bench.projects import DISTRICT, BenchFolder, Sample
from tests.bench.table import Row, cost_row
from tests.bench.value_change import Snapshot, change_value, differing, snapshot, written

BASIC = ("--only-csv-json", "--without-search")
"""With checks, CSV and JSON; without index, workbook, SQLite, Parquet and files of records."""


def build(project: Path, *options: str) -> Cost:
    """Build in a project's folder, over the site that is there."""
    return run(python("-m", "generator", "build", *options), project)


def first_build(project: Path, *options: str) -> Cost:
    """Build in a project's folder as it is after a clone."""
    for name in ("site", "build"):
        shutil.rmtree(project / name, ignore_errors=True)
    return build(project, *options)


def rows(folder: BenchFolder, times: int) -> Iterator[Row]:
    """Rows of all builds of all ledgers."""
    for sample in (DISTRICT, *folder.samples):
        project, name = folder.project(sample), sample.name
        cost = median_cost(times, lambda project=project: first_build(project))  # type: ignore[misc]  # bound now
        yield cost_row(f"build/{name}/whole", f"{name}: clean build with everything", sample.size, cost)
        cost = median_cost(times, lambda project=project: first_build(project, *BASIC))  # type: ignore[misc]  # as above
        yield cost_row(f"build/{name}/basic", f"{name}: clean build, CSV and JSON, no index", sample.size, cost)
        yield from _rewritten(folder, sample)


def _rewritten(folder: BenchFolder, sample: Sample) -> Iterator[Row]:
    """Which files are written again when nothing changed, and when one value changed; the project was just built.

    What a changed value should change is learned from a build in another folder, whose files are compared byte by byte
    with those of the site before the change.
    """
    project, elsewhere = folder.project(sample), folder.project(sample, f"{sample.name}-changed")
    change_value(elsewhere / "data")
    first_build(elsewhere, *BASIC)
    changed = snapshot(elsewhere / "site")
    shutil.rmtree(elsewhere)

    def row(key: str, what: str, expected: Snapshot) -> Row:
        before = snapshot(project / "site")
        build(project, *BASIC)
        after = snapshot(project / "site")
        files = written(before, after)
        wrong = (files ^ differing(before, expected)) | differing(after, expected)
        right = f"wrong: {', '.join(sorted(wrong)[:3])}" if wrong else "exactly those whose content changed"
        note = f"{len(files)} files rewritten; {right}"
        return Row(f"rewritten/{sample.name}/{key}", f"{sample.name}: {what}", sample.size, note=note, value=len(wrong))

    yield row("nothing", "built again, nothing changed", snapshot(project / "site"))
    change_value(project / "data")
    yield row("value", "built again, one value changed", changed)
    shutil.copytree(sample.data, project / "data", dirs_exist_ok=True)
