"""``python -m tests.bench``: measure, print one table, write it to ``build/bench.md`` and ``build/bench.json``."""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator

from tests.bench import builds, forms, limits, page_writing, preview, stages, table
from tests.bench.measure import ROOT, temporary_folder
from tests.bench.peers import peer_builds
from tests.bench.projects import COUNTS, BenchFolder
from tests.bench.search import first_search
from tests.bench.table import Row

PARTS: dict[str, Callable[[BenchFolder, int], Iterator[Row]]] = {
    "stages": stages.rows,
    "builds": builds.rows,
    "pages": page_writing.rows,
    "preview": preview.rows,
    "peers": peer_builds.rows,
    "search": first_search.rows,
    "forms": forms.rows,
}
"""Part → what measures it, with a number of runs."""
RECORDED = ROOT / "maintaining" / "performance.md"


def _some_of(known: Iterable[str]) -> Callable[[str], list[str]]:
    """Reads names between commas; they are measured in the order in which they are known."""
    order = list(known)

    def read(text: str) -> list[str]:
        names = text.split(",")
        if unknown := set(names) - set(order):
            raise argparse.ArgumentTypeError(f"{', '.join(sorted(unknown))} is none of {', '.join(order)}")
        return [name for name in order if name in names]

    return read


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    sizes, parts = ",".join(map(str, COUNTS)), ",".join(PARTS)
    options.add_argument("--sizes", type=_some_of(sizes.split(",")), default=sizes, help=f"pages, some of {sizes}")
    options.add_argument("--times", type=int, default=3, help="runs of each measurement, of which the median counts")
    options.add_argument("--only", type=_some_of(PARTS), default=parts, help=f"some of {parts}")
    options.add_argument("--install-peers", action="store_true", help="install Eleventy into build/bench-peers")
    options.add_argument("--record", action="store_true", help=f"put the table into {RECORDED.name}, too")
    return options.parse_args()


def main() -> None:
    """Measure part by part; what was measured so far is written after each."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # the folder of gigabytes is removed then, too
    options = _options()
    if options.install_peers:
        peer_builds.install()
    measured: list[Row] = []
    with temporary_folder() as path:
        folder = BenchFolder(path, [int(size) for size in options.sizes])
        for part in options.only:
            start = time.perf_counter()
            measured += PARTS[part](folder, options.times)
            print(f"{part}: {time.perf_counter() - start:.0f} s", file=sys.stderr)
            rows = [*measured, *limits.rows(measured)]
            table.write(rows, options.times, ROOT / "build")
    text = table.table(rows, options.times)
    if options.record:
        table.record(text, RECORDED)
    print(text, end="")


if __name__ == "__main__":
    main()
