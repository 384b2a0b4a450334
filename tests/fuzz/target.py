"""What is fuzzed: a reader of one kind of input, where its inputs come from, and how they are changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.fuzz.mutations import Mutate

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT.parent / "shared" / "samples"
CONTRACT = ROOT / "datapackage.json"


@dataclass(frozen=True, slots=True)
class Target:
    """A reader that takes any bytes: it returns, or something is wrong with the program."""

    run: Callable[[bytes], None]
    seeds: Callable[[], Sequence[bytes]]
    """Right inputs, from which all others are made."""
    mutate: Mutate


def contents(*patterns: str) -> list[bytes]:
    """The contents of files of the project and of the samples beside it, as far as these are there."""
    found = [path for pattern in patterns for place in (ROOT, SAMPLES) for path in sorted(place.glob(pattern))]
    return [path.read_bytes() for path in found if path.is_file()]


@cache
def ledger_words() -> tuple[str, ...]:
    """The words of the contract: names of tables and columns, and what their cells may hold."""
    words: dict[str, None] = {}
    for table in json.loads(CONTRACT.read_text(encoding="utf-8"))["resources"]:
        words[table["name"]] = None
        for column in table["schema"]["fields"]:
            words |= dict.fromkeys((column["name"], *column.get("constraints", {}).get("enum", ())))
    return tuple(words)
