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
from functools import cache
from itertools import zip_longest
from pathlib import Path

from tests.mutants import trial
from tests.mutants.changes import Change, changes

ROOT = Path(__file__).resolve().parents[2]
COPY = ROOT if ROOT.name == "copy" else ROOT / "build" / "mutants" / "copy"
FOLDERS = ("generator/ledger/checks", "generator/analysis", "generator/office")
EQUIVALENT = Path(__file__).with_name("equivalent.txt")


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
        os.execve(sys.executable, command, os.environ | {"PYTHONPATH": str(COPY)})
    print(f"种子 SEED={options.seed}，共 {options.count} 处")
    trial.prepare()
    known, counts = _equivalent(), {folder: Counter[str]() for folder in folders}
    samples = [_sample(folder, options.count // len(folders), options.seed) for folder in folders]
    for several in zip_longest(*samples):  # by turns, so that a run that is ended has seen something of each
        for folder, one in zip(folders, several, strict=True):
            if one:
                module, change = one
                counts[folder][_tried(module, change, known)] += 1
    for folder, found in counts.items():
        tried = found.total() - found["等价"]
        numbers = "，".join(f"{name} {number}" for name, number in found.items())
        print(f"{folder}：{numbers}；发现 {(tried - found['存活']) / max(tried, 1):.1%}")


def _tried(module: Path, change: Change, known: set[tuple[str, str, str]]) -> str:
    """What became of one fault; it is printed, with its line where no test noticed it."""
    source = module.read_text(encoding="utf-8")
    line, was, now = change.lines(source)
    if (str(module), was, now) in known:
        result = "等价"
    else:
        tests = trial.tests_of(module)
        result = trial.outcome(module, change.made_in(source), tests, _failing(*sorted(tests)))
    print(f"{result} {module}:{line}", flush=True)
    if result != "杀死":
        print(f"  - {was}\n  + {now}", flush=True)
    return result


@cache
def _failing(*tests: Path) -> list[str]:
    """Tests that fail without any fault; they are printed."""
    names = trial.failing(tests)
    for name in names:
        print(f"没有改动也不通过，不算：{name}", flush=True)
    return names


def _sample(folder: str, count: int, seed: int) -> list[tuple[Path, Change]]:
    """Some of all faults that can be put into a folder, or into one module, always the same for a seed."""
    modules = sorted(Path(folder).rglob("*.py")) if Path(folder).is_dir() else [Path(folder)]
    every = [(module, one) for module in modules for one in changes(module.read_text(encoding="utf-8"))]
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


def _equivalent() -> set[tuple[str, str, str]]:
    """Faults that change nothing: module, line before, line after; each stands with its reason in a paragraph."""
    paragraphs = EQUIVALENT.read_text(encoding="utf-8").strip().split("\n\n")
    lines = [paragraph.splitlines() for paragraph in paragraphs if not paragraph.startswith("#")]
    return {(module, was.removeprefix("- "), now.removeprefix("+ ")) for module, was, now, *_reason in lines}


if __name__ == "__main__":
    main()
