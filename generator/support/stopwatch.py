"""How long the stages of a command take."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass


def silent(_: str) -> None:
    """Say nothing."""


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """Says how long each stage took."""

    say: Callable[[str], None] = silent
    words: str = ""
    """What is said, with the fields ``stage`` and ``seconds``."""

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what stands inside, and say it."""
        start = time.perf_counter()
        yield
        self.say(self.words.format(stage=name, seconds=time.perf_counter() - start))
