"""One target in a process of its own: ``python -m tests.fuzz.child TARGET FOLDER SECONDS SEED``.

With atheris the code is watched, and an input that reaches something new is kept; without it inputs are changed by
chance alone. ``python -m tests.fuzz.child TARGET --input FILE`` tries one input, unwatched, and prints what it costs.
"""

from __future__ import annotations

import json
import sys
import time
from contextlib import nullcontext
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, Final

from tests.fuzz.limits import Problem, bounded, megabytes, short_name, tried
from tests.fuzz.mutations import LARGEST
from tests.fuzz.target import Target

WATCHED: Final = ["generator"]
MOST: Final = 50
"""Problems of one target; behind them its time is better spent elsewhere."""


def _target(name: str) -> Target:
    target: Target = import_module("tests.fuzz.targets").TARGETS[name]
    return target


def _shared_templates(folder: str) -> Any:
    from tests.helpers import templates  # noqa: PLC0415 it imports the program, which is watched from its import on

    return templates.shared(Path(folder))


class _Found:
    """The problems of a run, each cause once, as files: the input, and what was told."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.keys = folder, set[str]()
        folder.mkdir(parents=True, exist_ok=True)

    def add(self, problem: Problem, data: bytes) -> None:
        """Keep an input that a problem was found with, unless its cause is known."""
        if problem.key in self.keys or len(self.keys) >= MOST:
            return
        self.keys.add(problem.key)
        name = f"{problem.kind}-{short_name(problem.key)}"
        (self.folder / f"{name}.bin").write_bytes(data)
        (self.folder / f"{name}.txt").write_text(f"{problem.key}\n\n{problem.told}", encoding="utf-8", errors="replace")


def _fuzz(name: str, folder: Path, seconds: int, seed: int) -> None:
    atheris: Any = import_module("atheris") if find_spec("atheris") else None
    with atheris.instrument_imports(include=WATCHED) if atheris else nullcontext():
        target = _target(name)
    found = _Found(folder / "found")
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for data in target.seeds():
        (corpus / f"seed-{short_name(data.hex())}").write_bytes(data)

    def one(data: bytes) -> None:
        if problem := tried(target.run, data):
            found.add(problem, data)

    if atheris is None:
        _by_chance(target, corpus, one, seconds, Random(seed))
        return

    def mutated(data: bytes, most: int, number: int) -> bytes:
        return target.mutate(data, Random(number))[:most]

    options = (f"-max_total_time={seconds}", f"-seed={seed}", f"-max_len={LARGEST}", "-rss_limit_mb=0", "-timeout=60")
    places = (f"-artifact_prefix={folder / 'found'}/", "-print_final_stats=1", "-len_control=0", str(corpus))
    atheris.Setup([sys.argv[0], *options, *places], one, custom_mutator=mutated)
    atheris.Fuzz()


def _by_chance(target: Target, corpus: Path, one: Any, seconds: int, chance: Random) -> None:
    inputs = [path.read_bytes() for path in sorted(corpus.iterdir())]
    count, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        data = target.mutate(chance.choice(inputs), chance)
        one(data)
        count += 1
        if chance.random() < 0.05:
            inputs.append(data)
    print(f"stat::number_of_executed_units: {count}", file=sys.stderr)


def _replay(name: str, file: Path) -> None:
    target = _target(name)
    target.run(target.seeds()[0])  # what is made once for all inputs
    start = time.process_time()
    problem = tried(target.run, file.read_bytes())
    told = {"seconds": round(time.process_time() - start, 2), "megabytes": megabytes()}
    print(json.dumps({**told, "key": problem.key if problem else "", "told": problem.told if problem else ""}))


if __name__ == "__main__":
    bounded()
    with TemporaryDirectory() as compiled, _shared_templates(compiled) if sys.argv[2] == "--input" else nullcontext():
        if sys.argv[2] == "--input":
            _replay(sys.argv[1], Path(sys.argv[3]))
        else:
            _fuzz(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
