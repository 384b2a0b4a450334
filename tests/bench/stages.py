"""What each stage costs over ledgers of several sizes, and how steeply the cost rises.

``python -m tests.bench.stages DATA`` is the process that is measured; it prints user CPU seconds by stage.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.measure import ROOT, cost, python
from tests.bench.projects import Ledger, Workshop
from tests.bench.report import Row

STAGES = ("reading", "checking", "deriving", "rendering", "exporting", "indexing")
TOGETHER = "all stages"


def user_seconds() -> float:
    """User CPU of this process and of those that it waited for: the indexer is a program of its own."""
    return sum(resource.getrusage(who).ru_utime for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


class Laps:
    """User CPU seconds between one call and the next."""

    def __init__(self) -> None:
        self.spent: list[float] = []
        self._last = user_seconds()

    def __call__(self, _: str = "") -> None:
        now = user_seconds()
        self.spent.append(now - self._last)
        self._last = now


def run(data: Path) -> dict[str, float]:
    """Go through the stages one after the other, in this process."""
    from generator.analysis.ledger_index import LedgerIndex  # noqa: PLC0415
    from generator.downloads.dataset import Dataset  # noqa: PLC0415 their import is no part of a stage
    from generator.downloads.site_files import site_outputs  # noqa: PLC0415 as above
    from generator.language.download_words import OPTIONAL  # noqa: PLC0415 as above
    from generator.ledger.load import Stopwatch, load  # noqa: PLC0415
    from generator.pages import registry  # noqa: PLC0415 their import is no part of a stage
    from generator.pages.components.builder import ComponentBuilder  # noqa: PLC0415 as above
    from generator.publish import search_index  # noqa: PLC0415 their import is no part of a stage

    lap = Laps()
    checked = load(data, ROOT / "datapackage.json", Stopwatch(lap))  # it tells when it has read, and when checked
    index = LedgerIndex(checked)
    lap()
    pages = list(registry.pages(registry.page_context(index, {}, OPTIONAL)))
    lap()
    for output in site_outputs(Dataset(checked, ComponentBuilder(index)), ROOT / "datapackage.json", ()):
        output.make()
    lap()
    with tempfile.TemporaryDirectory() as site:
        search_index.index(((page.path, page.body) for page in pages), Path(site))
    lap()
    spent = dict(zip(STAGES, lap.spent, strict=True))
    return {**spent, TOGETHER: sum(lap.spent), "pages": len(pages)}


def rows(workshop: Workshop, times: int) -> Iterator[Row]:
    """A row for each stage and size."""
    ledgers = workshop.ledgers
    found = [_measure(ledger, times) for ledger in ledgers]
    for stage in (*STAGES, TOGETHER):
        for at, (ledger, spent) in enumerate(zip(ledgers, found, strict=True)):
            slope = _slope(found[at - 1], spent, stage, ledgers[at - 1], ledger) if at else ""
            peak = spent["peak"] if stage == TOGETHER else None
            key = f"stage/{ledger.name}/{stage}"
            yield Row(key, stage, ledger.pages, ledger.observations, spent[stage], peak=peak, note=slope)


def _measure(ledger: Ledger, times: int) -> dict[str, float]:
    """Medians of several processes."""
    costs = [cost(python("-m", "tests.bench.stages", str(ledger.data))) for _ in range(times)]
    told = [json.loads(one.said.splitlines()[-1]) for one in costs]
    assert told[0]["pages"] == ledger.pages, "the bench counts pages as the program does"
    found = {name: median(one[name] for one in told) for name in (*STAGES, TOGETHER)}
    return {**found, "peak": median(one.peak for one in costs)}


def _slope(before: dict[str, float], now: dict[str, float], stage: str, smaller: Ledger, larger: Ledger) -> str:
    """How often the cost of the size before, beside how often its pages and its observations."""
    cost, pages = now[stage] / max(before[stage], 0.01), larger.pages / smaller.pages
    observations = larger.observations / smaller.observations
    grown = f"× {cost:.1f} with pages × {pages:.1f}, observations × {observations:.1f}"
    return f"{grown}; slope {cost / pages:.2f} by pages, {cost / observations:.2f} by observations"


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]))))
