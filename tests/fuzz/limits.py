"""One input is tried: what goes wrong, how long it takes, how much room it needs."""

from __future__ import annotations

import resource
import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from types import FrameType
from typing import Final

SECONDS: Final = 2.0
"""CPU time of an input."""
MEGABYTES: Final = 300
"""Memory of a process that reads an input."""
GROWTH: Final = 120
"""Megabytes that one input may add before it is looked at alone."""
ROOM: Final = 2 * 1024**3
"""Bytes of address space: what wants more fails here, and not the machine."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong; problems of one ``key`` have one cause."""

    kind: str
    """``error``, ``slow`` or ``memory``."""
    key: str
    told: str


class TooSlow(BaseException):
    """The time of an input is over; no reader may catch it."""


def bounded() -> None:
    """Set the limit of memory for this process."""
    resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))


def megabytes() -> int:
    """The most memory that this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def tried(run: Callable[[bytes], None], data: bytes) -> Problem | None:
    """Try one input with its limits; None where all is well."""
    before = megabytes()
    try:
        with _time_limit():
            run(data)
    except TooSlow as error:
        return Problem("slow", "slow " + _place(error), _trace(error))
    except Exception as error:
        return Problem("error", f"{type(error).__name__} {_place(error)}", _trace(error))
    grown = megabytes() - before
    return Problem("memory", "memory", f"{grown} MB more") if grown > GROWTH else None


@contextmanager
def _time_limit() -> Iterator[None]:
    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooSlow

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _place(error: BaseException) -> str:
    """Where in the program an error was raised."""
    own = [frame for frame in traceback.extract_tb(error.__traceback__) if "/generator/" in frame.filename]
    last = own[-1:] or traceback.extract_tb(error.__traceback__)[-1:]
    return " ".join(f"{frame.filename.rpartition('/generator/')[2]}:{frame.lineno}" for frame in last)


def _trace(error: BaseException) -> str:
    return "".join(traceback.format_exception(error, limit=-30))


def short_name(text: str) -> str:
    """A name for a file, made of a key."""
    return sha256(text.encode(errors="replace")).hexdigest()[:12]
