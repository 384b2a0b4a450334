"""``python -m tests.bench``: measure, print one table, write it to ``build/bench.md`` and ``build/bench.json``."""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

from tests.bench import builds, further, limits, peers, report, searching, stages, writing
from tests.bench.measure import ROOT
from tests.bench.projects import COUNTS, Workshop
from tests.bench.report import Row


def _peers(workshop: Workshop, times: int) -> Iterator[Row]:
    """The peers, beside what is comparable of our own."""
    return chain(writing.rows(workshop, times), peers.rows(workshop, times))


PARTS: dict[str, Callable[[Workshop, int], Iterator[Row]]] = {
    "stages": stages.rows,
    "formats": further.rows,
    "builds": builds.rows,
    "peers": _peers,
    "search": searching.rows,
}


def _some_of(known: Iterable[str]) -> Callable[[str], list[str]]:
    """Reads names between commas; they are measured in the order in which they are known."""
    order = list(known)

    def read(text: str) -> list[str]:
        given = text.split(",")
        if unknown := set(given) - set(order):
            raise argparse.ArgumentTypeError(f"{', '.join(sorted(unknown))} is none of {', '.join(order)}")
        return [name for name in order if name in given]

    return read


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    sizes, parts = ",".join(map(str, COUNTS)), ",".join(PARTS)
    options.add_argument("--sizes", type=_some_of(sizes.split(",")), default=sizes, help=f"pages, some of {sizes}")
    options.add_argument("--times", type=int, default=3, help="runs of each measurement, of which the median counts")
    options.add_argument("--only", type=_some_of(PARTS), default=parts, help=f"some of {parts}")
    options.add_argument(
        "--install-peers", action="store_true", help="bring Eleventy and Zensical to build/bench-peers"
    )
    options.add_argument("--record", action="store_true", help="put the table into CONTRIBUTING.md, too")
    return options.parse_args()


def main() -> None:
    """Measure part by part; what was measured so far is written after each."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # the folder of gigabytes goes away then, too
    options = _options()
    sizes = [int(size) for size in options.sizes]
    if options.install_peers:
        peers.install()
    found: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        workshop = Workshop(Path(folder), sizes)
        for part in options.only:
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
