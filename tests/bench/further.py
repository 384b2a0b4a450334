"""What each further format of the data package costs, over ledgers of several sizes.

``python -m tests.bench.further DATA`` is the process that is measured; it prints user CPU seconds by format. The states
of the targets are found before, as they are in a build, where the pages ask for them first.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.measure import ROOT, cost, python
from tests.bench.projects import Workshop
from tests.bench.report import Row
from tests.bench.stages import Laps

MEASURED = ("xlsx", "sqlite", "parquet")


def run(data: Path) -> dict[str, float]:
    """Make the files of each format, one after the other, in this process."""
    from generator.analysis.ledger_index import LedgerIndex  # noqa: PLC0415
    from generator.downloads.dataset import Dataset  # noqa: PLC0415 their import is no part of a format
    from generator.downloads.registry import format_outputs  # noqa: PLC0415 as above
    from generator.language.download_words import FORMATS  # noqa: PLC0415 as above
    from generator.ledger.load import load  # noqa: PLC0415
    from generator.pages.components.builder import ComponentBuilder  # noqa: PLC0415

    checked = load(data, ROOT / "datapackage.json")
    dataset = Dataset(checked, ComponentBuilder(LedgerIndex(checked)))
    for target in dataset.index.ledger.targets:
        dataset.components.statuses.of(target)
    lap = Laps()
    for form in FORMATS:
        if form.name in MEASURED:
            for output in format_outputs(dataset, form):
                output.make()
            lap()
    return dict(zip(MEASURED, lap.spent, strict=True))


def rows(workshop: Workshop, times: int) -> Iterator[Row]:
    """A row for each format and size."""
    for ledger in workshop.ledgers:
        costs = [cost(python("-m", "tests.bench.further", str(ledger.data))) for _ in range(times)]
        told = [json.loads(one.said.splitlines()[-1]) for one in costs]
        for name in MEASURED:
            what, spent = f"{name} of the data package", median(one[name] for one in told)
            yield Row(f"format/{ledger.name}/{name}", what, ledger.pages, ledger.observations, spent)


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]))))
