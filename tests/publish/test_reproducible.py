"""The same ledger gives the same site to the byte, wherever and whenever it is built."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import ROOT, project
from tests.helpers import ledger
from tests.helpers.git import PERSON, commit_all
from tests.helpers.sites import different, snapshot

OTHER_DAY = """
import datetime, time
days = 400
late = datetime.timedelta(days=days)
first_date, first_datetime, first_time = datetime.date, datetime.datetime, time.time
class Kind(type):
    def __instancecheck__(cls, value):
        return isinstance(value, cls.__mro__[1])
class Date(first_date, metaclass=Kind):
    @classmethod
    def today(cls):
        return first_date.today() + late
class Datetime(first_datetime, metaclass=Kind):
    @classmethod
    def now(cls, tz=None):
        return first_datetime.now(tz) + late
    @classmethod
    def today(cls):
        return first_datetime.today() + late
datetime.date, datetime.datetime = Date, Datetime
time.time = lambda: first_time() + days * 86400
"""
"""What Python runs at its start on a day that is more than a year away."""


class World(NamedTuple):
    """Where and when a site is built."""

    place: Path
    environment: dict[str, str]
    umask: int
    jobs: int


def built_in(world: World) -> dict[str, bytes]:
    """The files of the small ledger's site, with its history, search and all formats."""
    world.place.mkdir(parents=True)
    folder = project(world.place, ledger.write(world.place.parent, ledger.LEDGER))
    (folder / ".gitignore").write_text("site\nbuild\nstart\n", encoding="utf-8")
    commit_all(folder, "begin")
    (folder / "start").mkdir()
    (folder / "start" / "sitecustomize.py").write_text(world.environment.get("START", ""), encoding="utf-8")
    command = [sys.executable, "-m", "generator", "build", "--site", "site", "--jobs", str(world.jobs)]
    path = os.pathsep.join(map(str, (folder / "start", ROOT)))
    environment = {**os.environ, **PERSON, **world.environment, "PYTHONPATH": path}
    umask = world.umask
    done = subprocess.run(command, cwd=folder, env=environment, umask=umask, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return snapshot(folder / "site")


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="there is no second file system")
def test_two_worlds_give_one_site() -> None:
    """Path, zone, locale, order of sets, day, rights of new files, file system, number of processes."""
    here = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
    there = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "2", "START": OTHER_DAY}
    with tempfile.TemporaryDirectory() as disk, tempfile.TemporaryDirectory(dir="/dev/shm") as memory:
        one = built_in(World(Path(disk) / "a" / "place", here, 0o022, 1))
        two = built_in(World(Path(memory) / "台账" / "another place", there, 0o077, 3))
    assert different(one, two) == []
