"""Builds that are killed at any moment, stopped before their switch, or started together: one of two sites is there."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.publish.site_folder import MARK
from tests.conftest import project
from tests.helpers import ledger, trouble
from tests.helpers.endurance import TIMES, dice
from tests.helpers.sites import edit, snapshot, unsearched

FIGURES = ("410.5", "412.25")
COMMAND = ("build", "--only-csv-json", "--jobs", "2")
SWITCH = ("os.rename", 1)
LAST = 25
"""So many changes at the end of a build are tried more often than others: the switch is among them."""


@dataclass
class Place:
    """A project with one of two figures in its ledger, and the site of each figure."""

    folder: Path
    sites: dict[str, dict[str, bytes]]
    figure: str
    """The one in the ledger."""

    def change(self) -> None:
        """Let the ledger have the other figure."""
        (other,) = set(FIGURES) - {self.figure}
        old, new = (f"value: {one}\n    value_text: {one}亿元" for one in (self.figure, other))
        edit(self.folder / "data/disclosures/doc-2018.yml", old, new)
        self.figure = other

    def shown(self) -> str:
        """The figure of the site that is there, whole. Fails where it is neither of the two."""
        site = snapshot(self.folder / "site")
        (figure,) = (figure for figure, one in self.sites.items() if one == site)
        return figure

    def started(self, kind: str = "none", event: str = "any", number: int = 0) -> subprocess.Popen[str]:
        """A build in a process of its own, with trouble."""
        return trouble.started(self.folder, kind, event, number, *COMMAND)

    def is_tidy(self) -> bool:
        """Whether nothing stands beside the site."""
        return not [*self.folder.glob(".site*")]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Made once; tests work on copies."""
    root = tmp_path_factory.mktemp("at-once")
    (root / "project").mkdir()
    place = Place(unsearched(project(root / "project", ledger.write(root, ledger.LEDGER))), {}, FIGURES[0])
    for _ in range(2):
        assert trouble.run(place.folder, "none", "any", 0, *COMMAND[1:]).returncode == 0
        place.sites[place.figure] = snapshot(place.folder / "site")
        place.change()
    return place


@pytest.fixture
def place(prepared: Place, tmp_path: Path) -> Place:
    """A project whose site has one figure and whose ledger has the other."""
    folder = Path(shutil.copytree(prepared.folder, tmp_path / "project"))
    return Place(folder, prepared.sites, prepared.figure)


def kill_all(running: subprocess.Popen[str]) -> None:
    """End a build with its children at one stroke, as a power cut does."""
    os.killpg(running.pid, signal.SIGKILL)
    running.communicate()


def ends_well(place: Place) -> bool:
    """Build once more without trouble: the site has the figure of the ledger, and nothing is left beside it."""
    assert place.started().communicate()
    return place.shown() == place.figure and place.is_tidy()


@pytest.mark.parametrize("kills", [1, pytest.param(5 * TIMES, marks=pytest.mark.endurance)])
def test_killed_after_a_random_time(place: Place, kills: int, record_property: Callable[[str, object], None]) -> None:
    """``kill -9`` at any moment, of the build alone or with its children; the next one begins with what that left."""
    chance, killed, builds, switched, longest = dice("moments"), 0, 0, 0, 1.5
    while killed < kills:
        builds += 1
        before = place.shown()
        if before == place.figure:
            place.change()
        running = place.started()
        try:
            running.communicate(timeout=chance.uniform(0, longest))
        except subprocess.TimeoutExpired:
            if chance.random() < 0.5:
                kill_all(running)
            else:
                running.kill()
                running.communicate()
            killed, longest = killed + 1, longest * 1.02
        else:
            assert running.returncode == 0
            longest *= 0.9
        switched += place.shown() != before
    record_property("tried", f"{killed} kills of {builds} builds, {switched} switches")
    assert ends_well(place)


@pytest.mark.endurance
def test_killed_at_random_changes(place: Place, record_property: Callable[[str, object], None]) -> None:
    """As above, before one of the changes that a build makes; half of them around the switch and after it."""
    counted = place.started().communicate()[0]
    changes, chance, switched = int(counted.splitlines()[-1]), dice("changes"), 0
    renamed = 0
    for number in range(5 * TIMES):
        before = place.shown()
        if before == place.figure:
            place.change()
        if number % 4 == 0:
            running, renamed = place.started("kill", *SWITCH), renamed + 1
        else:
            low = 1 if number % 2 else changes - LAST
            running = place.started("kill", "any", chance.randint(low, changes))
        running.communicate()
        assert number % 4 or (running.returncode == -signal.SIGKILL and place.shown() == before)
        switched += place.shown() != before
    tried = f"{5 * TIMES} kills, {renamed} at the switch, the others before one of {changes} changes"
    record_property("tried", f"{tried}; {switched} switches")
    assert ends_well(place)


@pytest.mark.parametrize("pairs", [1, pytest.param(5 * TIMES, marks=pytest.mark.endurance)])
def test_two_at_once_with_changed_data(
    place: Place, pairs: int, record_property: Callable[[str, object], None]
) -> None:
    """The ledger changes between the two; both end well, and the site is that of the ledger as it is."""
    chance, waited = dice("pairs"), 0
    for _ in range(pairs):
        first = place.started()
        with suppress(subprocess.TimeoutExpired):
            first.wait(timeout=chance.uniform(0, 1))
        place.change()
        second = place.started()
        said = [running.communicate()[0] for running in (first, second)]
        assert [running.returncode for running in (first, second)] == [0, 0], said
        assert place.shown() == place.figure
        waited += any("另一次建站" in words for words in said)
    record_property("tried", f"{pairs} pairs; in {waited} of them one waited for the other")
    assert place.is_tidy()


@pytest.mark.parametrize("pauses", [1, pytest.param(TIMES, marks=pytest.mark.endurance)])
def test_stopped_before_the_switch(place: Place, pauses: int, record_property: Callable[[str, object], None]) -> None:
    """Another build waits until the stopped one goes on, or is killed; the site is that of the last one."""
    went_on = 0
    for number in range(pauses):
        before = place.shown()
        if before == place.figure:
            place.change()
        stopped = place.started("pause", *SWITCH)
        with trouble.none_left(stopped):
            assert os.WIFSTOPPED(os.waitpid(stopped.pid, os.WUNTRACED)[1])
            assert place.shown() == before and (place.folder / ".site-build" / MARK).is_file()
            place.change()
            second = place.started()
            with trouble.none_left(second):
                assert second.stdout is not None
                assert any("另一次建站" in line for line in second.stdout), "it says why it waits"
                assert place.shown() == before
                if number % 2:
                    kill_all(stopped)
                else:
                    went_on += 1
                    stopped.send_signal(signal.SIGCONT)
                    assert stopped.communicate() and stopped.returncode == 0
                assert second.communicate() and second.returncode == 0
        assert place.shown() == place.figure and place.is_tidy()
    record_property("tried", f"{pauses} builds stopped; {went_on} went on, the others were killed")
