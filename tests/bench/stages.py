"""What each stage costs for ledgers of several sizes, one after the other in one process, and how the cost grows.

``python -m tests.bench.stages DATA`` is the process that is measured; it prints user CPU seconds by stage.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median

from tests.bench.measure import ROOT, python, run
from tests.bench.projects import BenchFolder, Sample
from tests.bench.table import Row

STAGES = ("reading", "checking", "deriving", "rendering", "exporting", "indexing")
TOGETHER = "all stages"


def user_seconds() -> float:
    """User CPU of this process and of those that it waited for: the indexer is a program of its own."""
    return sum(resource.getrusage(who).ru_utime for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def run_stages(data: Path) -> dict[str, float]:
    """Go through the stages in this process."""
    from generator.analysis.ledger_index import LedgerIndex  # noqa: PLC0415
    from generator.downloads.dataset import Dataset  # noqa: PLC0415
    from generator.downloads.site_files import site_outputs  # noqa: PLC0415
    from generator.language.download_words import OPTIONAL  # noqa: PLC0415
    from generator.ledger.load import load  # noqa: PLC0415
    from generator.pages import registry  # noqa: PLC0415
    from generator.publish import search_index  # noqa: PLC0415
    from generator.support.stopwatch import Stopwatch  # noqa: PLC0415

    times = [user_seconds()]

    def stage_ends(_: str = "") -> None:
        times.append(user_seconds())

    checked = load(data, ROOT / "datapackage.json", Stopwatch(stage_ends))  # says when it has read, and when checked
    index = LedgerIndex(checked)
    stage_ends()
    context = registry.page_context(index, {}, OPTIONAL)
    pages = list(registry.pages(context))
    stage_ends()
    for output in site_outputs(Dataset(checked, context), ROOT / "datapackage.json", ()):
        output.make()
    stage_ends()
    with tempfile.TemporaryDirectory() as site:
        search_index.index(((page.path, page.body) for page in pages), Path(site))
    stage_ends()
    spent = dict(zip(STAGES, (end - start for start, end in pairwise(times)), strict=True))
    return {**spent, TOGETHER: times[-1] - times[0], "pages": len(pages)}


def rows(folder: BenchFolder, times: int) -> Iterator[Row]:
    """A row for each stage and size."""
    samples = folder.samples
    spent = [_measure(sample, times) for sample in samples]
    for stage in (*STAGES, TOGETHER):
        for at, sample in enumerate(samples):
            growth = _growth(stage, spent[at - 1], spent[at], samples[at - 1], sample) if at else ""
            yield Row(f"stage/{sample.name}/{stage}", stage, sample.size, spent[at][stage], note=growth)


def _measure(sample: Sample, times: int) -> dict[str, float]:
    """Medians of several processes."""
    outputs = [run(python("-m", "tests.bench.stages", str(sample.data))).output for _ in range(times)]
    spent = [json.loads(output.splitlines()[-1]) for output in outputs]
    assert spent[0]["pages"] == sample.size[0], "the bench counts pages as the program does"
    return {name: median(one[name] for one in spent) for name in (*STAGES, TOGETHER)}


def _growth(stage: str, before: dict[str, float], now: dict[str, float], smaller: Sample, larger: Sample) -> str:
    """The cost as a multiple of the size before, beside the multiples of pages and observations."""
    cost = now[stage] / max(before[stage], 0.01)
    pages, observations = (large / small for small, large in zip(smaller.size, larger.size, strict=True))
    grown = f"× {cost:.1f} with pages × {pages:.1f}, observations × {observations:.1f}"
    return f"{grown}; slope {cost / pages:.2f} by pages, {cost / observations:.2f} by observations"


if __name__ == "__main__":
    print(json.dumps(run_stages(Path(sys.argv[1]))))
