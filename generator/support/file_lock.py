"""A lock on a file: the system gives it back when the process ends, however it ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]  # nothing is locked there

HAS_LOCKS: Final = fcntl is not None
"""Whether this system has such locks."""


def lock(file: int, when_busy: Callable[[], None]) -> None:
    """Lock an open file; it is free again when it is closed in this process and in all that it was handed to.

    Args:
        file: the number of the open file.
        when_busy: called where another process has the lock; when it returns, the other one is waited for.
    """
    if fcntl is None:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        when_busy()
        fcntl.flock(file, fcntl.LOCK_EX)
