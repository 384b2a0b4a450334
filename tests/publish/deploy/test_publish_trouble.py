"""Killed, two at once, without room: the public sees the old site or the new one, whole, and nothing stays behind."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.language.office import publish_words
from generator.publish.deploy import versions
from generator.publish.site_folder import VERSION
from tests.conftest import ROOT, project
from tests.helpers import ledger, small_disk, trouble
from tests.helpers.endurance import TIMES, dice
from tests.helpers.sites import snapshot, unsearched
from tests.publish.deploy.test_publish import SITE, WWW, changed, names, publish, shows

OPTIONS = (str(SITE), "--only-csv-json", "--jobs", "2")
NEW = "412"


@dataclass(frozen=True)
class Prepared:
    """A place with three versions, of which the oldest is as the third; its ledger has another figure than that."""

    folder: Path
    old: dict[str, bytes]
    new: dict[str, bytes]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """Made once for the tests below, which work on copies."""
    root = tmp_path_factory.mktemp("prepared")
    (root / "place").mkdir()
    (root / "www").mkdir()
    place = unsearched(project(root / "place", ledger.write(root, ledger.LEDGER)))
    sites = []
    with chdir(place):
        for figure in ("411", NEW, "411"):
            assert publish(figure=figure) == 0
            sites.append(snapshot(SITE))
        changed(NEW)
    assert sites[0] == sites[2]
    return Prepared(root, sites[0], sites[1])


@pytest.fixture
def place(prepared: Prepared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the prepared place; commands run in it."""
    shutil.copytree(prepared.folder, tmp_path, symlinks=True, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path / "place")
    return tmp_path / "place"


def started() -> subprocess.Popen[str]:
    """A publication in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "generator", "publish", *OPTIONS]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def first_time() -> None:
    """Let nothing be published yet."""
    shutil.rmtree(WWW)
    WWW.mkdir()


def assert_tidy() -> None:
    """Nothing but versions stands in their folder."""
    left = [name for name in names(WWW / ".site-versions") if not VERSION.fullmatch(name)]
    assert left == [versions.MARK]


BUILDING, REMOVED = "while it is built", "while an old version is removed"
EVENTS = {
    BUILDING: ("open", 60),
    "before the switch": ("os.rename", 2),
    "after the switch": ("os.rename", 3),
    REMOVED: ("os.rmdir", 1),
}


@pytest.mark.parametrize(
    "moment", [pytest.param(m, marks=[pytest.mark.endurance] if m in (BUILDING, REMOVED) else []) for m in EVENTS]
)
def test_a_killed_publication(place: Path, prepared: Prepared, moment: str) -> None:
    """Wherever it is killed: old or new is shown, whole; the next one shows the new one and tidies up."""
    run = trouble.run(place, "kill", *EVENTS[moment], *OPTIONS, "--keep", "2", command="publish", watched=place.parent)
    assert run.returncode == -9
    assert snapshot(SITE) == (prepared.new if moment in ("after the switch", REMOVED) else prepared.old)
    assert publish() == 0
    assert snapshot(SITE) == prepared.new
    assert_tidy()


def test_killed_between_two_renames(quick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are no links, the next publication puts the old site back before it begins."""
    first_time()
    monkeypatch.setattr("generator.publish.deploy.switch._made_link", lambda *_: None)
    assert publish(figure="411") == 0
    old = snapshot(SITE)
    (WWW / ".site-versions/building-1").mkdir()
    SITE.rename(WWW / ".site-versions/0001")
    (quick / "data").rename(quick / "no data")
    assert publish() != 0
    (quick / "no data").rename(quick / "data")
    assert publish() == 0
    assert snapshot(SITE) == old
    assert_tidy()


@pytest.mark.usefixtures("place")
def test_two_at_once() -> None:
    """The second one waits, says so, and then publishes what the ledger holds by then."""
    with versions.locked(versions.public_site(SITE), print):
        second = started()
        assert second.stdout is not None
        assert second.stdout.readline().strip() == publish_words.WAITING
        changed("413")
    said, _ = second.communicate()
    assert second.returncode == 0 and "已发布第 4 版" in said
    assert shows("413")


@pytest.mark.parametrize(
    "number",
    [pytest.param(1, id="at the start", marks=pytest.mark.endurance), pytest.param(300, id="at the end")],
)
def test_a_full_disk(place: Path, prepared: Prepared, number: int) -> None:
    """One Chinese sentence; the public site is as it was, and the room is given back."""
    run = trouble.run(place, "full", "any", number, *OPTIONS, command="publish", watched=place.parent / "www")
    assert run.returncode == 1 and "磁盘已满" in run.stderr and "Traceback" not in run.stderr
    assert snapshot(SITE) == prepared.old
    assert_tidy()


@pytest.mark.usefixtures("quick")
def test_a_read_only_target(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """One Chinese sentence."""
    first_time()

    def refuse(path: Path, *_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert main(["publish", str(SITE)]) == 1
    assert "这里只能读" in capfd.readouterr().err and names(WWW) == []


# -- counts, in make endurance


@pytest.mark.endurance
@pytest.mark.usefixtures("place")
def test_killed_at_random_moments(prepared: Prepared, record_property: Callable[[str, object], None]) -> None:
    """``kill -9`` after a random time, again and again; each publication begins with what the one before has left."""
    chance, killed, publications, switched, longest = dice("publish"), 0, 0, 0, 3.0
    while killed < 10 * TIMES:
        publications += 1
        before = snapshot(SITE)
        changed("411" if before == prepared.new else NEW)
        running = started()
        try:
            running.communicate(timeout=chance.uniform(0, longest))
        except subprocess.TimeoutExpired:
            running.kill()
            running.communicate()
            killed, longest = killed + 1, longest * 1.02
        else:
            assert running.returncode == 0
            longest *= 0.9
        after = snapshot(SITE)
        assert after in (prepared.old, prepared.new)
        switched += after != before
    record_property("tried", f"{killed} kills of {publications} publications, {switched} switches")
    assert publish(figure=NEW) == 0
    assert snapshot(SITE) == prepared.new
    assert_tidy()


@pytest.mark.endurance
def test_killed_at_random_changes(
    place: Path, prepared: Prepared, record_property: Callable[[str, object], None]
) -> None:
    """As above, before a random one of the changes that it makes; half of them around the switch and after it."""
    www, options = place.parent / "www", (*OPTIONS, "--keep", "2")
    counted = trouble.run(place, "none", "any", 0, *options, command="publish", watched=www)
    changes = int(counted.stdout.splitlines()[-1])
    chance, numbers = dice("changes"), []
    for _ in range(TIMES):
        numbers += [chance.randint(1, changes), chance.randint(changes - 25, changes)]
    switched = 0
    for number in numbers:
        before = snapshot(SITE)
        changed("411" if before == prepared.new else NEW)
        trouble.run(place, "kill", "any", number, *options, command="publish", watched=www)
        after = snapshot(SITE)
        assert after in (prepared.old, prepared.new)
        switched += after != before
    tried = f"{len(numbers)} kills before one of {changes} changes, half of them in the last 25; {switched} switches"
    record_property("tried", tried)
    assert publish(figure=NEW) == 0
    assert snapshot(SITE) == prepared.new
    assert_tidy()


@pytest.mark.endurance
@pytest.mark.usefixtures("place")
def test_pairs_at_once(record_property: Callable[[str, object], None]) -> None:
    """Two are started together; both succeed, one after the other."""
    for number in range(TIMES):
        figure = f"4{number + 20}"
        changed(figure)
        pair = [started(), started()]
        said = [running.communicate()[0] for running in pair]
        assert [running.returncode for running in pair] == [0, 0], said
        assert shows(figure)
    record_property("tried", f"{TIMES} pairs")
    assert_tidy()


@pytest.mark.endurance
def test_small_disks(place: Path, prepared: Prepared, record_property: Callable[[str, object], None]) -> None:
    """A real small disk, at many levels of filling, and a real read-only one."""
    needed = 2 * sum(len(content) for content in prepared.new.values())  # a disk gives whole blocks
    levels = [needed * level // (3 * TIMES // 2) for level in range(3 * TIMES // 2)]
    statuses = []
    for free in levels:
        done = published(place, free)
        assert "Traceback" not in done.said
        assert done.below("site") == (prepared.old if done.status else prepared.new)
        if done.status:
            left = {name.partition("/")[0] for name in done.below(".site-versions")}
            assert "磁盘已满" in done.said and [name for name in left if not name.isdigit()] == [versions.MARK]
            assert done.again == 0 and done.below_again("site") == prepared.new
        statuses.append(done.status)
    read_only = published(place, None)
    assert read_only.status == 1 and "这里只能读" in read_only.said and read_only.below("site") == prepared.old
    refused = statuses.count(1)
    record_property("tried", f"{len(levels)} levels: {len(levels) - refused} published, {refused} refused; 1 read-only")


def published(place: Path, free: int | None) -> small_disk.Done:
    """A publication on a small disk."""
    return small_disk.run(place, place.parent / "www", free, ("publish", *OPTIONS))
