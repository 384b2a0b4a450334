"""How long the one who edits waits: from the edit of a value to its page, to findings, and for the next pages."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from tests.bench.projects import DISTRICT, BenchFolder
from tests.bench.table import Row
from tests.bench.value_change import change_value
from tests.helpers.previewing import Preview, served

MISTAKE = ("\n  kind: ", "\n  kindd: ")
"""A key that no record has."""
WHAT = {
    "page": "preview, edit of a value to its page",
    "leaf": "preview, the next page of a record",
    "index": "preview, the next list",
    "findings": "preview, edit with a mistake to findings",
}


def rows(folder: BenchFolder, times: int) -> Iterator[Row]:
    """The rows of the district and of the largest ledger."""
    for sample in (DISTRICT, *folder.samples[-1:]):
        project = folder.project(sample, f"{sample.name}-preview")
        with served(project) as site:
            measured = [_measure(site, project / "data") for _ in range(times)]
        for key, what in WHAT.items():
            wall = median(one[key] for one in measured)
            yield Row(f"preview/{sample.name}/{key}", f"{sample.name}: {what}", sample.size, wall=wall)


def _measure(site: Preview, data: Path) -> dict[str, float]:
    """Seconds of one edit, of the pages that are asked for next, and of an edit with a mistake, which is mended."""
    task = next((data / "tasks").rglob("*.yml")).read_text(encoding="utf-8").split("id: ", 1)[1].split()[0]
    plans = data / "plans.yml"
    text = plans.read_text(encoding="utf-8")

    def show_value() -> None:
        indicator = change_value(data)
        site.renewed()
        site.page(f"indicators/{indicator}/")

    def show_findings() -> None:
        plans.write_text(text.replace(*MISTAKE, 1), encoding="utf-8")
        site.settled()
        assert MISTAKE[1].strip(" :\n") in site.page("tasks/")

    measured = {
        "page": _seconds(show_value),
        "leaf": _seconds(lambda: site.page(f"tasks/{task}/")),
        "index": _seconds(lambda: site.page("indicators/")),
    }
    while site.news["words"]:
        site.hear()
    measured["findings"] = _seconds(show_findings)
    plans.write_text(text, encoding="utf-8")
    site.settled()
    return measured


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
