"""Builds by the other generators: of the pages of our own ledgers, as Markdown files."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import ROOT, Cost, Failed, median_cost, python, run
from tests.bench.peers.generators import GENERATORS, INSTALL, Generator
from tests.bench.projects import BenchFolder, Sample
from tests.bench.table import Row, cost_row

TIME_LIMIT = 300
"""Seconds after which a generator is stopped."""


def install() -> None:
    """Install Eleventy; where that is not possible, it is not measured."""
    try:
        run(INSTALL, time_limit=TIME_LIMIT)
    except (Failed, OSError) as failed:
        print(f"{INSTALL[0]}: {failed}")


def rows(folder: BenchFolder, times: int) -> Iterator[Row]:
    """A row for each generator and size."""
    for sample in folder.samples:
        pages = folder.folder / "markdown" / sample.name
        contract = str(ROOT / "datapackage.json")
        run(python("-m", "generator", "--data", str(sample.data), "--contract", contract, "pages", str(pages)))
        for generator in GENERATORS:
            yield _row(folder.folder / "peer", sample, generator, pages, times)
        shutil.rmtree(pages)


def _row(folder: Path, sample: Sample, generator: Generator, pages: Path, times: int) -> Row:
    key, what = f"peer/{sample.name}/{generator.name}", f"{sample.name}: {generator.name}, {generator.theme}"
    if not generator.installed:
        return Row(key, what, sample.size, note="not installed")
    folder.mkdir()
    try:
        generator.lay_out(folder, pages)
        cost = median_cost(times, lambda: _build(generator, folder))
        count = sum(1 for _ in (folder / generator.output).rglob("*.html"))
    except Failed as failed:
        return Row(key, what, sample.size, note=f"failed: {str(failed)[-80:]!r}")
    finally:
        shutil.rmtree(folder)
    return cost_row(key, what, sample.size, cost, f"{count:,} pages written")


def _build(generator: Generator, folder: Path) -> Cost:
    """A first build: whatever the last one left is removed."""
    for name in (generator.output, "resources", ".cache"):
        shutil.rmtree(folder / name, ignore_errors=True)
    return run(generator.command, folder, TIME_LIMIT)
