"""Ledgers of several sizes, and the project folders in which they are built."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.bench.measure import ROOT, cost, python

COUNTS = {500: (60, 260, 24, 4), 2_000: (440, 960, 80, 11), 10_000: (3_500, 4_700, 250, 22)}
"""Least number of pages → tasks, indicators, organisations, years: about 1,000, 10,000, 100,000 observations."""

LISTS = 23
"""Lists that any ledger has: home, the indexes, what is not disclosed, plans, matrix, quality, map and so on."""
YEAR = re.compile(r"^    (?:period|start_year): (\d{4})", re.MULTILINE)
LEDGER = "  - ledger:\n"
"""Where the plugin's settings begin in mkdocs.yml."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """A ledger: what the bench calls it, and its folder."""

    name: str
    data: Path

    @property
    def observations(self) -> int:
        """How many results documents disclose."""
        return self._disclosed("observations")

    @property
    def pages(self) -> int:
        """How many pages are generated: one for each record of these, and the lists."""
        names = ("plans.yml", "documents.yml", "organizations", "sections", "tasks", "indicators")
        return sum(_records(self.data / name) for name in names) + self._disclosed("evaluations") + self._years + LISTS

    @property
    def _years(self) -> int:
        """How many years are told of: by results, reports and annual targets."""
        files = (self.data / "disclosures").glob("*.yml")
        return len({year for file in files for year in YEAR.findall(file.read_text(encoding="utf-8"))})

    def _disclosed(self, group: str) -> int:
        return sum(_of_group(file, group) for file in (self.data / "disclosures").glob("*.yml"))


def _of_group(file: Path, group: str) -> int:
    """Records of a group in a disclosure."""
    count, inside = 0, False
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith((" ", "-")):
                inside = line.startswith(f"{group}:")
            count += inside and line.startswith("  - ")
    return count


def _records(place: Path) -> int:
    """Records with an id of their own, nested ones included."""
    files = place.rglob("*.yml") if place.is_dir() else [place]
    return sum(line.lstrip().startswith("- id: ") for f in files for line in f.read_text(encoding="utf-8").splitlines())


DISTRICT = Ledger("district", ROOT / "data")
"""The project's own ledger."""


class Workshop:
    """A folder in which ledgers and projects are made when they are first asked for."""

    def __init__(self, folder: Path, sizes: list[int]) -> None:
        self.folder = folder
        self.sizes = sizes
        self._ledgers: dict[int, Ledger] = {}

    def ledger(self, size: int) -> Ledger:
        """The ledger of a size; it is simulated once."""
        if size not in self._ledgers:
            data = self.folder / "ledgers" / str(size)
            names = ("--tasks", "--indicators", "--organizations", "--years")
            counts = [word for pair in zip(names, map(str, COUNTS[size]), strict=True) for word in pair]
            cost(python("-m", "generator", "simulate", str(data), *counts, "--seed", "1"))
            self._ledgers[size] = Ledger(str(size), data)
        return self._ledgers[size]

    @property
    def ledgers(self) -> list[Ledger]:
        """The simulated ledgers, smallest first."""
        return [self.ledger(size) for size in self.sizes]

    def project(self, ledger: Ledger, name: str = "", settings: str = "") -> Path:
        """A project with a ledger of its own and settings for the plugin; one that is there is taken as it is."""
        folder = self.folder / "projects" / (name or ledger.name)
        if not folder.exists():
            folder.mkdir(parents=True)
            shutil.copytree(ROOT / "docs", folder / "docs")
            shutil.copy(ROOT / "datapackage.json", folder)
            shutil.copytree(ledger.data, folder / "data")
            engine = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace(LEDGER, LEDGER + settings)
            (folder / "mkdocs.yml").write_text(engine, encoding="utf-8")
        return folder
