"""Ledgers of several sizes, and the project folders in which sites are built."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.bench.measure import ROOT, python, run

COUNTS = {500: (60, 260, 24, 4), 2_000: (440, 960, 80, 11), 10_000: (3_500, 4_700, 250, 22)}
"""Least number of pages → tasks, indicators, organisations, years: about 1,000, 10,000, 100,000 observations."""
LISTS = 23
"""Lists that any ledger has: home, the indexes, what is not disclosed, plans, matrix, quality, map and so on."""
YEAR = re.compile(r"^    (?:period|start_year): (\d{4})", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sample:
    """A ledger that is measured: its name in the bench, and its folder."""

    name: str
    data: Path

    @property
    def size(self) -> tuple[int, int]:
        """How many pages are generated, and how many observations there are."""
        return self.pages, self._disclosed("observations")

    @property
    def pages(self) -> int:
        """One page for each record of these tables and each year, and the lists."""
        names = ("plans.yml", "documents.yml", "organizations", "sections", "tasks", "indicators")
        records = sum(_records(self.data / name) for name in names)
        return records + self._disclosed("evaluations") + self._years + LISTS

    @property
    def _years(self) -> int:
        """How many years have results, reports or annual targets."""
        files = (self.data / "disclosures").glob("*.yml")
        return len({year for file in files for year in YEAR.findall(file.read_text(encoding="utf-8"))})

    def _disclosed(self, group: str) -> int:
        return sum(_records_of_group(file, group) for file in (self.data / "disclosures").glob("*.yml"))


def _records_of_group(file: Path, group: str) -> int:
    """How many records of a group a disclosure has."""
    count, inside = 0, False
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith((" ", "-")):
                inside = line.startswith(f"{group}:")
            count += inside and line.startswith("  - ")
    return count


def _records(place: Path) -> int:
    """How many records with an id a file or folder has, nested ones included."""
    files = place.rglob("*.yml") if place.is_dir() else [place]
    return sum(line.lstrip().startswith("- id: ") for f in files for line in f.read_text(encoding="utf-8").splitlines())


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
