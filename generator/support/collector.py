"""Python's collector of cyclic garbage, kept away from millions of objects that all stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

NEVER = 1 << 30
USUAL = gc.get_threshold()
"""How often Python collects by itself."""


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the collector while a ledger is read: its rows are in no cycle, and all of them stay.

    Without this each full collection walks everything that was read so far, and reading costs the square of the rows.
    Afterwards what is young is still collected, but never everything.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(100_000, 20, NEVER)
        if was_enabled:
            gc.enable()


@contextmanager
def collector_off() -> Iterator[None]:
    """Collect nothing while a site is made: next to nothing is in a cycle, and most processes end with it.

    In one that goes on everything can be collected afterwards, what was kept away from the collector, too.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*USUAL)
        if was_enabled:
            gc.enable()
