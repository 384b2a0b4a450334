"""How much is tried: ``make test`` holds an example of each kind of thing, ``make endurance`` many."""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from typing import Final, TypeVar

from hypothesis import settings

Value = TypeVar("Value")

TIMES: Final = int(os.environ.get("ENDURANCE", "1"))
"""How many times as many examples as in ``make test``; 1 there."""
SEED: Final = int(os.environ.get("SEED", "1"))
"""What the examples are drawn by; always the same in ``make test``."""


def examples(count: int) -> settings:
    """Settings of a property that is tried with so many examples, in ``make endurance`` with many times as many."""
    return settings(max_examples=count * TIMES, deadline=None)


def dice(name: str) -> random.Random:
    """Chance for one test; the same for the same seed."""
    return random.Random(f"{SEED} {name}")


def some(values: Sequence[Value], most: int = 3) -> Sequence[Value]:
    """The first, the last and others between them, ``most`` in all, or the one in the middle; every value in
    ``make endurance``.

    A test that uses it bears the mark ``sampled``.
    """
    if TIMES > 1 or len(values) <= most:
        return values
    if most == 1:
        return [values[len(values) // 2]]
    return [values[place * (len(values) - 1) // (most - 1)] for place in range(most)]
