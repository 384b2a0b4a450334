"""Ledgers of several sizes, and the project folders in which sites are built."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.bench.measure import ROOT, python, run

COUNTS = {500: (12, 165, 14, 4), 2_000: (100, 960, 60, 11), 10_000: (2_480, 4_700, 250, 22)}
"""Least number of pages → tasks, indicators, organisations, years: about 650, 10,000, 100,000 observations."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A ledger that is measured: its name in the bench, and its folder."""

    name: str
    data: Path

    @property
    def size(self) -> tuple[int, int]:
        """How many pages are generated, and how many observations there are."""
        return _size(self.data)


@cache
def _size(data: Path) -> tuple[int, int]:
    """Counted by the program itself, in a process of its own: the bench stays small."""
    pages, observations = json.loads(run(python("-m", "tests.bench.projects", str(data))).output.splitlines()[-1])
    return pages, observations


def count(data: Path) -> tuple[int, int]:
    """The pages and observations of a ledger, counted in this process."""
    from generator.analysis.ledger_index import LedgerIndex  # noqa: PLC0415
    from generator.language.download_words import OPTIONAL  # noqa: PLC0415
    from generator.ledger.load import load  # noqa: PLC0415
    from generator.pages import registry  # noqa: PLC0415

    checked = load(data, ROOT / "datapackage.json")
    context = registry.page_context(LedgerIndex(checked), {}, OPTIONAL)
    return len(registry.page_specs(context)), len(checked.tables.rows["observations"])


DISTRICT = Sample("district", ROOT / "data")
"""The project's own ledger."""


class BenchFolder:
    """The folder of one run of the bench: its ledgers and projects, each made when it is first needed."""

    def __init__(self, folder: Path, sizes: list[int]) -> None:
        self.folder = folder
        self.sizes = sizes
        self._samples: dict[int, Sample] = {}

    @property
    def samples(self) -> list[Sample]:
        """The simulated ledgers, smallest first."""
        return [self._sample(size) for size in self.sizes]

    def _sample(self, size: int) -> Sample:
        """The ledger of a size; it is simulated once."""
        if size not in self._samples:
            data = self.folder / "ledgers" / str(size)
            names = ("--tasks", "--indicators", "--organizations", "--years")
            counts = [word for pair in zip(names, map(str, COUNTS[size]), strict=True) for word in pair]
            run(python("-m", "generator", "simulate", str(data), *counts, "--seed", "1"))
            self._samples[size] = Sample(str(size), data)
        return self._samples[size]

    def project(self, sample: Sample, name: str = "") -> Path:
        """A project with a copy of a ledger; one that is there stays as it is."""
        folder = self.folder / "projects" / (name or sample.name)
        if not folder.exists():
            folder.mkdir(parents=True)
            shutil.copytree(ROOT / "docs", folder / "docs")
            for file in ("datapackage.json", "mkdocs.yml"):
                shutil.copy(ROOT / file, folder)
            shutil.copytree(sample.data, folder / "data")
        return folder


if __name__ == "__main__":
    print(json.dumps(count(Path(sys.argv[1]))))
