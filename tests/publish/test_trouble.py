"""Killed or without room, a build leaves the old site or the new one, whole; the next build makes it good."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publish.build import build_site
from tests.conftest import project
from tests.helpers import ledger, small_disk, trouble
from tests.helpers.endurance import TIMES, dice
from tests.helpers.sites import different, edit, snapshot, unsearched

OLD = "value: 410.5\n    value_text: 410.5亿元"
NEW = OLD.replace("410.5", "412.25")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the small ledger and a built site, and one value that changed since."""
    root = tmp_path_factory.mktemp("trouble")
    (root / "project").mkdir()
    folder = unsearched(project(root / "project", ledger.write(root, ledger.LEDGER)))
    build_site(folder / "mkdocs.yml", folder / "site")
    shutil.copytree(folder / "site", root / "before")
    edit(folder / "data/disclosures/doc-2018.yml", OLD, NEW)
    build_site(folder / "mkdocs.yml", folder / "site")
    shutil.move(folder / "site", root / "after")
    return folder


def survives(folder: Path, kind: str, event: str, number: int, *options: str, exchange: bool = True) -> str:
    """Build with trouble: the site is whole, and the next build makes the new one and tidies up."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    shutil.copytree(folder.parent / "before", folder / "site")
    before, after = snapshot(folder.parent / "before"), snapshot(folder.parent / "after")
    run = trouble.run(folder, kind, event, number, *options, exchange=exchange)
    site, work = snapshot(folder / "site"), folder / ".site-build"
    if kind == "full":
        assert site in (before, after)
        assert run.returncode == 0 or not work.exists(), "room is given back at once"
    else:
        assert run.returncode in (-9, 0)  # a child that is killed has its work done by the others, or the build stops
        on_its_way = not exchange and not site and snapshot(work / "old") == before
        assert site in (before, after) or on_its_way
    build_site(folder / "mkdocs.yml", folder / "site")
    assert different(snapshot(folder / "site"), after) == []
    assert not work.exists()
    return run.stdout + run.stderr


STEPS = {
    "writing": ("open", 40),
    "before the manifest": ("any ledger-site.json", 1),
    "before the switch": ("os.rename", 1),
    "removing the old site": ("os.remove new/datapackage.json", 1),
    "removing its folders": ("os.rmdir", 40),
    "between two renames": ("os.rename", 2),
}
"""The steps of a build → the change at which it is killed. Two renames are made where names cannot be exchanged."""
TWO_RENAMES = "between two renames"
SAMPLES = ("before the switch", "removing the old site", TWO_RENAMES)


@pytest.mark.parametrize(
    "step", [pytest.param(s, marks=[] if s in SAMPLES else [pytest.mark.endurance]) for s in STEPS]
)
def test_a_killed_build(folder: Path, step: str) -> None:
    """Wherever a build is killed, the old site or the new one is there, whole; the next build is as good as any."""
    survives(folder, "kill", *STEPS[step], exchange=step != TWO_RENAMES)


@pytest.mark.parametrize(
    "number",
    [
        pytest.param(3, id="at the start", marks=pytest.mark.endurance),
        pytest.param(60, id="in the middle", marks=pytest.mark.endurance),
        pytest.param(150, id="at the end"),
    ],
)
def test_a_full_disk(folder: Path, number: int) -> None:
    """The message says in one Chinese sentence that there is no room; nothing is left behind."""
    said = survives(folder, "full", "any", number)
    assert "磁盘已满" in said and "原来的网站未动" in said and "Traceback" not in said


def test_a_full_disk_met_by_another_process(folder: Path) -> None:
    """What a child meets is said as if this process had met it."""
    said = survives(folder, "full", "any", 100, "--jobs", "3")
    assert "磁盘已满" in said and "Traceback" not in said


@pytest.mark.endurance
def test_small_disks(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    """A real small disk, at many levels of filling; the site has an index of the search, which a helper program makes.

    Every page is another one than before, so that all of them need room.
    """
    (tmp_path / "project").mkdir()
    (tmp_path / "www").mkdir()
    place, site = project(tmp_path / "project", ledger.write(tmp_path, ledger.LEDGER)), tmp_path / "www/site"
    build_site(place / "mkdocs.yml", site)
    shutil.move(site, tmp_path / "old")
    edit(place / "data/site.yml", "name: 云澜区规划台账", "name: 云澜区规划任务台账")
    build_site(place / "mkdocs.yml", site)
    new = snapshot(site)
    shutil.rmtree(site)
    shutil.move(tmp_path / "old", site)
    old = snapshot(site)
    command, refused = ("build", "--site", str(site)), 0
    needed = 2 * sum(len(content) for content in new.values())  # a disk gives whole blocks
    levels = 1 + 3 * TIMES // 2
    for level in range(levels):
        done = small_disk.run(place, site.parent, needed * level // levels, command)
        assert done.below("site") == (old if done.status else new)
        if done.status:
            refused += 1
            assert "磁盘已满" in done.said and "Traceback" not in done.said
            assert done.files.keys() == {f"site/{name}" for name in old}, "room is given back at once"
            assert done.again == 0 and done.below_again("site") == new
    record_property("tried", f"{levels} levels: {levels - refused} built, {refused} refused")


@pytest.mark.endurance
@pytest.mark.parametrize("kind", ["kill", "full"])
def test_trouble_anywhere(folder: Path, kind: str, record_property: Callable[[str, object], None]) -> None:
    """As above, at many places."""
    changes = int(trouble.run(folder, "none", "any", 0).stdout.splitlines()[-1])
    numbers = dice(kind).sample(range(1, changes), min(8 * TIMES, changes - 1))
    record_property("tried", f"{len(numbers)} of {changes} places")
    for number in numbers:
        survives(folder, kind, "any", number)
