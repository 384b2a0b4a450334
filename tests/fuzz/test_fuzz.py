"""A few changed inputs of each reader: nothing is raised that no command turns into Chinese. ``make fuzz`` has more."""

from __future__ import annotations

import pytest

from tests.fuzz.__main__ import NAMES
from tests.fuzz.targets import TARGETS
from tests.helpers.endurance import TIMES, dice

INPUTS = 6
DEAR = {"pages": 2, "plausible": 3}
"""Targets whose inputs take more time."""


def test_every_target_is_run() -> None:
    """The command knows the targets that there are."""
    assert set(NAMES) == set(TARGETS)


@pytest.mark.sampled
@pytest.mark.parametrize("name", NAMES)
def test_changed_inputs(name: str) -> None:
    """A right input, and some that were changed again and again."""
    target, chance = TARGETS[name], dice(f"fuzz {name}")
    seeds = target.seeds()
    target.run(seeds[0])
    for _ in range(DEAR.get(name, INPUTS) * TIMES):
        data = chance.choice(seeds)
        for _ in range(chance.randint(1, 4)):
            data = target.mutate(data, chance)
        target.run(data)
