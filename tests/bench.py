"""What each stage costs as the ledger grows: user CPU, peak memory, and the ratio to the size before.

``python tests/bench.py`` simulates ledgers, runs each in a process of its own, and writes ``build/bench.md`` and
``build/bench.json``. Figures of one run may be compared with each other, not with those of another machine.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SIZES = {"500": (200, 200, 60, 1), "2000": (900, 900, 120, 5), "10000": (4_700, 4_700, 300, 20)}
"""Pages, about → tasks, indicators, organisations, years."""


def stages(data: Path) -> dict[str, float]:
    """User CPU seconds of each stage over one ledger, in this process."""
    from generator import export, render  # noqa: PLC0415 their import is no part of a stage
    from generator.check import check  # noqa: PLC0415
    from generator.contract import load_contract  # noqa: PLC0415
    from generator.derive import Book  # noqa: PLC0415
    from generator.model import build_ledger  # noqa: PLC0415
    from generator.pipeline import Checked  # noqa: PLC0415
    from generator.reader import read_tree  # noqa: PLC0415
    from generator.site import read_site  # noqa: PLC0415
    from generator.tables import build_tables  # noqa: PLC0415

    spent: dict[str, float] = {}

    def run(name: str, step: Callable[[], Any]) -> Any:
        start = time.process_time()
        result = step()
        spent[name] = time.process_time() - start
        return result

    gc.disable()  # as pipeline.undisturbed does
    contract = load_contract(ROOT / "datapackage.json")
    tree = run("read", lambda: read_tree(data))
    tables = run("tables", lambda: build_tables(tree, contract))
    findings = run("check", lambda: check(tables, contract))
    site, _ = read_site(tables.site)
    if findings or site is None:
        raise SystemExit("\n".join(map(str, findings[:5])))
    ledger = run("derive", lambda: build_ledger(tables, data.name))
    gc.freeze()
    gc.enable()
    checked = Checked(contract, tables, ledger, site, data)
    book = Book(ledger)
    pages = run("render", lambda: sum(1 for _ in render.pages(book, site, contract, {})))
    run("export", lambda: (export.package(checked, book.as_of), export.series(checked)))
    spent["pages"] = pages
    spent["rows"] = sum(len(rows) for rows in tables.rows.values())
    spent["peak MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return spent


def simulate(folder: Path, size: tuple[int, int, int, int]) -> Path:
    """A ledger of a size below a folder."""
    tasks, indicators, organizations, years = map(str, size)
    counts = ["--tasks", tasks, "--indicators", indicators, "--organizations", organizations, "--years", years]
    command = [sys.executable, "-m", "generator", "simulate", str(folder / "data"), *counts, "--seed", "1"]
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    return folder / "data"


def measure(data: Path, times: int) -> dict[str, float]:
    """Medians of several runs, each in a process of its own."""
    command = [sys.executable, __file__, "--one", str(data)]
    runs = [json.loads(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(times)]
    return {name: median(run[name] for run in runs) for name in runs[0]}


def table(found: dict[str, dict[str, float]]) -> str:
    """The figures as a Markdown table, with the ratio of each row's cost to that of the first size."""
    sizes = list(found)
    lines = [
        f"Python {platform.python_version()}, {os.cpu_count()} cores; user CPU seconds, medians",
        "",
        f"| stage | {' | '.join(f'{size} pages' for size in sizes)} | ratio |",
        f"|---|{'---|' * (len(sizes) + 1)}",
    ]
    for name in found[sizes[0]]:
        cells = [f"{found[size][name]:.2f}".removesuffix(".00") for size in sizes]
        first, last = found[sizes[0]][name], found[sizes[-1]][name]
        lines.append(f"| {name} | {' | '.join(cells)} | {last / first if first else 0:.1f} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--one", type=Path)
    options.add_argument("--times", type=int, default=3)
    given = options.parse_args()
    if given.one:
        print(json.dumps(stages(given.one)))
        return
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, size in SIZES.items():
            found[name] = measure(simulate(Path(folder) / name, size), given.times)
    (ROOT / "build").mkdir(exist_ok=True)
    (ROOT / "build" / "bench.json").write_text(json.dumps(found, indent=2), encoding="utf-8")
    (ROOT / "build" / "bench.md").write_text(table(found), encoding="utf-8")
    print(table(found), end="")


if __name__ == "__main__":
    main()
