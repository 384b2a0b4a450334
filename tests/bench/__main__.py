"""``python -m tests.bench``: measure, print one table, write it to ``build/bench.md`` and ``build/bench.json``."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

from tests.bench import builds, limits, peers, report, searching, stages, writing
from tests.bench.measure import ROOT
from tests.bench.projects import COUNTS, Workshop
from tests.bench.report import Row


def _peers(workshop: Workshop, times: int) -> Iterator[Row]:
    """The peers, beside what is comparable of our own."""
    return chain(writing.rows(workshop, times), peers.rows(workshop, times))


PARTS: dict[str, Callable[[Workshop, int], Iterator[Row]]] = {
    "stages": stages.rows,
    "builds": builds.rows,
    "peers": _peers,
    "search": searching.rows,
}


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    everything, parts = ",".join(map(str, COUNTS)), ",".join(PARTS)
    options.add_argument("--sizes", default=everything, help=f"pages, some of {everything}")
    options.add_argument("--times", type=int, default=3, help="runs of each measurement, of which the median counts")
    options.add_argument("--only", default=parts, help=f"some of {parts}")
    options.add_argument(
        "--install-peers", action="store_true", help="bring Eleventy and Zensical to build/bench-peers"
    )
    options.add_argument("--record", action="store_true", help="put the table into CONTRIBUTING.md, too")
    return options.parse_args()


def main() -> None:
    """Measure part by part; what was measured so far is written after each."""
    options = _options()
    sizes = sorted(map(int, options.sizes.split(",")))
    if options.install_peers:
        peers.install()
    found: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        workshop = Workshop(Path(folder), sizes)
        for part in options.only.split(","):
            start = time.perf_counter()
            found += PARTS[part](workshop, options.times)
            print(f"{part}: {time.perf_counter() - start:.0f} s", file=sys.stderr)
            shown = [*found, *limits.rows(found, sizes)]
            report.write(shown, options.times, ROOT / "build")
    table = report.table(shown, options.times)
    if options.record:
        report.record(table, ROOT / "CONTRIBUTING.md")
    print(table, end="")


if __name__ == "__main__":
    main()
