"""What was kept away from Python's collector while a site is made can be collected when the process goes on."""

from __future__ import annotations

import gc
import weakref

from generator.support.collector import collector_off, collector_paused


class Node:
    """An object that refers to itself."""

    def __init__(self) -> None:
        self.itself = self


def test_a_process_that_goes_on_gets_its_memory_back() -> None:
    """Objects of a site that was made, in cycles, are gone at the next collection; the collector works as before."""
    gc.enable()
    with collector_off():
        assert not gc.isenabled()
        with collector_paused():
            made = weakref.ref(Node())
        assert not gc.isenabled()
    assert (gc.isenabled(), gc.get_freeze_count()) == (True, 0)
    gc.collect()
    assert made() is None
