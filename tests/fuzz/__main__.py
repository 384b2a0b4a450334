"""``make fuzz``: every target for its share of the time, one after the other; prints what was tried and found."""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Final

from tests.fuzz.limits import MEGABYTES, SECONDS
from tests.fuzz.target import ROOT

FOLDER: Final = ROOT / "build" / "fuzz"
NAMES: Final = (
    *("yaml", "site", "engine", "columns", "ledger", "office", "pages", "office-pages", "make-forms", "appraisal"),
    "plausible",
    *("commit", "history", "repository", "official-text", "notice-txt", "notice-docx", "notice-html"),
    *("import", "import-again", "form", "breakdown", "own-table"),
)
"""The targets; a test compares them with those that there are, which are imported in their own processes."""
EXECUTED: Final = re.compile(r"stat::number_of_executed_units:\s*(\d+)")
COVERED: Final = re.compile(r"\bcov: (\d+)")
LONGEST: Final = 120
"""Seconds for one input that is tried alone."""


def _run(name: str, seconds: int, seed: int) -> tuple[str, str, str]:
    """Fuzz one target; returns how often it was run, and how much of the code was seen at first and at last."""
    folder = FOLDER / name
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "log.txt"
    command = [sys.executable, "-m", "tests.fuzz.child", name, str(folder), str(seconds), str(seed)]
    with log.open("wb") as out:
        subprocess.run(command, cwd=ROOT, stdout=out, stderr=out, env=_environment(), check=False)
    text = log.read_text(encoding="utf-8", errors="replace")
    executed, covered = EXECUTED.search(text), COVERED.findall(text) or [""]
    return executed[1] if executed else "?", covered[0], covered[-1]


def _problems(name: str) -> Iterator[str]:
    """What the kept inputs of a target still do, each tried alone in a new process."""
    for file in sorted((FOLDER / name / "found").glob("*")):
        if file.suffix == ".txt":
            continue
        command = [sys.executable, "-m", "tests.fuzz.child", name, "--input", str(file)]
        try:
            done = subprocess.run(
                command, cwd=ROOT, capture_output=True, text=True, env=_environment(), timeout=LONGEST, check=False
            )
        except subprocess.TimeoutExpired:
            yield f"{file.relative_to(ROOT)}: {LONGEST} s"
            continue
        if done.returncode:
            yield f"{file.relative_to(ROOT)}: status {done.returncode}"
            continue
        told = json.loads(done.stdout.splitlines()[-1])
        seconds, room, key = float(told["seconds"]), int(told["megabytes"]), str(told["key"])
        if (key and key != "memory") or seconds > SECONDS or room > MEGABYTES:
            yield f"{file.relative_to(ROOT)}: {key} {seconds} s, {room} MB"


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))}


def main() -> int:
    """Run all targets, or those that are named; the status is 1 where something was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=3600, help="for all targets together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", choices=NAMES, default=NAMES)
    options = parser.parse_args()
    watched = "atheris" if find_spec("atheris") else "by chance"
    print(f"SEED={options.seed}, {options.seconds} s, {watched}", flush=True)
    wrong = []
    for name in options.only:
        executed, first, last = _run(name, max(options.seconds // len(options.only), 1), options.seed)
        problems = [*_problems(name)]
        if executed == "?":  # nothing is counted where the process of the target itself died
            problems.append(f"{(FOLDER / name / 'log.txt').relative_to(ROOT)}: ended early")
        wrong += problems
        print(f"{name:<14}{executed:>9} runs, coverage {first} → {last}, {len(problems)} problems", flush=True)
        for problem in problems:
            print(f"  {problem}", flush=True)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
