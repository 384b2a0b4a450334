"""Something that writes files is killed at each of its changes, or at some: all is old or all is new afterwards."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.helpers import endurance, trouble
from tests.helpers.sites import snapshot

KILLS = 3
"""How many of its changes something is killed at in ``make test``."""
MOST = 100
"""At how many, about, it is killed in ``make endurance`` where there are more."""


def assert_all_or_nothing(
    before: Path, place: Path, work: Callable[[], int], other: Callable[[], int], again: int = 0
) -> str:
    """Assert that the next command, whichever it is, makes all old or all new, and the same work once more all new.

    Args:
        before: a folder as it is before the work.
        place: where it is copied to, and where the work is done.
        work: what writes; returns the exit status.
        other: what writes nothing, and ends what was left.
        again: the exit status of the work when it has been done already.

    Returns:
        How much was tried.
    """
    lay(before, place)
    status, said, changes = trouble.forked_work(place, "none", 0, work)
    assert status == 0, said
    old, new = snapshot(before), snapshot(place)
    numbers = endurance.some(range(1, changes + 1, 1 + changes // MOST), KILLS)
    for number in numbers:
        lay(before, place)
        assert trouble.forked_work(place, "kill", number, work)[0] == -9
        left = snapshot(place)
        assert all(left.get(file) in (content, new.get(file)) for file, content in old.items())
        said = trouble.forked_work(place, "none", 0, other)[1]
        assert "Traceback" not in said, said
        assert snapshot(place) in (old, new), (number, said)
        status, said, _ = trouble.forked_work(place, "none", 0, work)
        assert (status in (0, again), "Traceback" not in said) == (True, True), said
        assert snapshot(place) == new, number
    return f"{len(numbers)} kills at {changes} changes"


def lay(before: Path, place: Path) -> None:
    """Have a folder as it was before."""
    if place.exists():
        shutil.rmtree(place)
    shutil.copytree(before, place, symlinks=True)
