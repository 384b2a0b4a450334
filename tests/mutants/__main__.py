"""``python -m tests.mutants --seed 1 --count 60``: which small faults the tests of checks, analysis and office miss.

Works in a copy below ``build/mutants``. Faults that change nothing are listed with a reason in ``equivalent.txt``; they
are not counted.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from tests.mutants import trial
from tests.mutants.changes import Change, changes
from tests.mutants.collected import collected

ROOT = Path(__file__).resolve().parents[2]
COPY = ROOT if ROOT.name == "copy" else ROOT / "build" / "mutants" / "copy"
FOLDERS = ("generator/ledger/checks", "generator/analysis", "generator/office")
EQUIVALENT = Path(__file__).with_name("equivalent.txt")
EQUAL = "等价"


def main() -> None:
    """Take a sample, try each fault, print what became of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--count", type=int, default=60, help="faults in all, as many in each folder")
    parser.add_argument("--folder", action="append", help="one of the folders, or a folder or module below")
    options = parser.parse_args()
    folders = options.folder or FOLDERS
    if Path.cwd() != COPY:
        _copy()
        os.chdir(COPY)
        command = [sys.executable, "-m", "tests.mutants", f"--seed={options.seed}", *sys.argv[1:]]
        beside = {"PYTHONPATH": str(COPY), "GIT_CEILING_DIRECTORIES": str(COPY.parent)}  # the copy is in no repository
        os.execve(sys.executable, command, os.environ | beside)
    print(f"种子 SEED={options.seed}，共 {options.count} 处", flush=True)
    trial.prepare()
    totals = [_tried(folder, _sample(folder, options.count // len(folders), options.seed)) for folder in folders]
    print(*totals, sep="\n")


def _tried(folder: str, sample: list[tuple[str, Change]]) -> str:
    """Try faults in a folder; each is printed, with its line where no test noticed it. Returns the numbers."""
    known, counts, started = equivalent_faults(), Counter[str](), time.monotonic()
    with collected([*map(str, trial.folders_of(Path(folder)))], {module for module, _ in sample}) as tests:
        for name in tests.seen.failed:
            print(f"没有改动也不通过，不算：{name}", flush=True)
        watched = time.monotonic()
        for module, change in sample:
            line, was, now = change.lines(Path(module).read_text(encoding="utf-8"))
            result = EQUAL if (module, was, now) in known else trial.outcome(module, change, tests)
            counts[result] += 1
            told = "" if result in {EQUAL, trial.KILLED} else f"\n  - {was}\n  + {now}"
            print(f"{result} {module}:{line}{told}", flush=True)
    tried = max(len(sample) - counts[EQUAL], 1)
    noticed = counts[trial.KILLED] + counts[trial.TIMEOUT]
    numbers = "，".join(f"{name} {number}" for name, number in counts.items())
    seconds = f"{watched - started:.0f} 秒看测试，每处错 {(time.monotonic() - watched) / tried:.1f} 秒"
    return f"{folder}：{numbers}；发现 {noticed / tried:.1%}；{seconds}"


def _sample(folder: str, count: int, seed: int) -> list[tuple[str, Change]]:
    """Some of all faults that can be put into a folder, or into one module, always the same for a seed."""
    modules = sorted(Path(folder).rglob("*.py")) if Path(folder).is_dir() else [Path(folder)]
    every = [(str(module), one) for module in modules for one in changes(module.read_text(encoding="utf-8"))]
    return random.Random(seed).sample(every, min(count, len(every)))


def _copy() -> None:
    """A copy of what git knows, beside the inputs that tests look for."""
    shutil.rmtree(COPY.parent, ignore_errors=True)
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, names.split("\0")):
        if (ROOT / name).exists():
            (COPY / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, COPY / name)
    (COPY.parent / "shared").symlink_to(ROOT.parent / "shared")


def equivalent_faults() -> set[tuple[str, str, str]]:
    """Faults that change nothing: module, line before, line after; each stands with its reason in a paragraph."""
    paragraphs = EQUIVALENT.read_text(encoding="utf-8").strip().split("\n\n")
    lines = [paragraph.splitlines() for paragraph in paragraphs if not paragraph.startswith("#")]
    return {(module, was.removeprefix("- "), now.removeprefix("+ ")) for module, was, now, *_reason in lines}


if __name__ == "__main__":
    main()
