"""Only what this program wrote is ever deleted, and a site is there whole at any moment."""

from __future__ import annotations

import errno
import json
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.publish.build import build_site
from generator.publish.site_folder import MANIFEST, MARK, manifest, replaced_site
from generator.publish.site_writer import BuildStopped
from generator.support import files
from tests.conftest import project
from tests.helpers import ledger
from tests.helpers.sites import edit, snapshot, times, unsearched

OLD = "value: 410.5\n    value_text: 410.5亿元"


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with the small ledger, not built yet; commands run in it."""
    (tmp_path / "project").mkdir()
    folder = unsearched(project(tmp_path / "project", ledger.write(tmp_path, ledger.LEDGER)))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def whole(tmp_path: Path, copied: Callable[[Path], Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same project with its site."""
    folder = copied(tmp_path / "whole")
    monkeypatch.chdir(folder)
    return folder


def refused(*options: str, capfd: pytest.CaptureFixture[str]) -> str:
    """What a build says that does nothing."""
    assert main(["build", *options]) == 1
    return capfd.readouterr().err


def test_a_folder_without_our_manifest_is_never_emptied(small: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """``--site data`` leaves the ledger alone, and so does any folder with something in it."""
    before = snapshot(small)
    for site in ("data", "docs", "."):
        assert "没有建站程序的清单" in refused("--site", site, capfd=capfd)
        assert snapshot(small) == before


def test_an_empty_folder_and_none_are_taken(small: Path) -> None:
    """A folder that somebody made for the site may be there already."""
    (small / "empty").mkdir()
    assert main(["build", "--site", "empty"]) == 0
    assert main(["build", "--site", "not/there/yet"]) == 0
    assert snapshot(small / "empty") == snapshot(small / "not/there/yet")


def test_the_manifest_names_every_file(whole: Path) -> None:
    """Itself included; the same site has the same one."""
    named = json.loads((whole / "site" / MANIFEST).read_bytes())["files"]
    assert named == sorted(snapshot(whole / "site"))
    before = times(whole / "site")
    assert build_site(whole / "mkdocs.yml", whole / "site").written == []
    assert times(whole / "site") == before


def test_a_file_of_somebody_else_stops_the_build(whole: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """It is named; nothing is lost."""
    (whole / "site" / "CNAME").write_text("ledger.example", encoding="utf-8")
    (whole / "site" / "tasks" / "notes.txt").write_text("x", encoding="utf-8")
    before = snapshot(whole / "site")
    said = refused(capfd=capfd)
    assert "2 个文件不是建站程序写的" in said and "CNAME、tasks/notes.txt" in said
    assert snapshot(whole / "site") == before


def test_settings_keep_files_of_somebody_else(whole: Path) -> None:
    """``keep`` has names and patterns; what they match goes on to the new site with its bytes and times."""
    edit(whole / "mkdocs.yml", "  - ledger:\n", "  - ledger:\n      keep: [CNAME, '.git/*']\n")
    for name in ("CNAME", ".git/HEAD", ".git/objects/aa"):
        (whole / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (whole / "site" / name).write_text(name, encoding="utf-8")
        os.utime(whole / "site" / name, (1, 1))
    edit(whole / "data/disclosures/doc-2018.yml", OLD, OLD.replace("410.5", "411"))
    for _ in range(2):
        build_site(whole / "mkdocs.yml", whole / "site")
        assert (whole / "site/.git/objects/aa").read_text(encoding="utf-8") == ".git/objects/aa"
        assert (whole / "site/CNAME").stat().st_mtime == 1
        assert "CNAME" not in json.loads((whole / "site" / MANIFEST).read_bytes())["files"]
    (whole / "site" / "other").touch()
    with pytest.raises(BuildStopped, match="other"):
        build_site(whole / "mkdocs.yml", whole / "site")


def test_a_page_that_is_gone_from_the_ledger_is_gone_from_the_site(whole: Path) -> None:
    """The manifest of the old site knows its files, so that they may go."""
    extra = whole / "docs" / "extra.md"
    extra.write_text("# 另一页\n", encoding="utf-8")
    build_site(whole / "mkdocs.yml", whole / "site")
    assert (whole / "site/extra/index.html").is_file()
    extra.unlink()
    build_site(whole / "mkdocs.yml", whole / "site")
    assert not (whole / "site/extra").exists()
    assert not list(whole.glob(".site-*"))


def test_a_link_and_a_file_are_no_site(small: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A folder cannot take the place of a link without taking it away from what it leads to."""
    (small / "elsewhere").mkdir()
    (small / "linked").symlink_to("elsewhere")
    (small / "file").write_text("x", encoding="utf-8")
    said = refused("--site", "linked", capfd=capfd)
    assert "是一个链接" in said and "目录 elsewhere，" in said
    assert "不是目录" in refused("--site", "file", capfd=capfd)
    assert (small / "linked").is_symlink() and not list((small / "elsewhere").iterdir())


def test_a_site_is_not_built_among_its_sources(small: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """In the folder of hand-written pages the next build would take the site for pages."""
    pages = small / "docs"
    before = sorted(pages.rglob("*"))
    assert main(["build", "--config", str(small / "mkdocs.yml"), "--site", str(pages / "public")]) == 1
    assert "下一次会把网站当成原稿" in capfd.readouterr().err
    assert sorted(pages.rglob("*")) == before


def test_a_mount_point_is_no_site(
    small: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message says to build into a folder inside of it."""
    (small / "disk").mkdir()
    monkeypatch.setattr("os.path.ismount", lambda path: Path(path).name == "disk")
    said = refused("--site", "disk", capfd=capfd)
    assert "是挂载点" in said and "disk/site" in said
    assert main(["build", "--site", "disk/site"]) == 0


@pytest.mark.parametrize("in_one_step", [True, False])
def test_the_disk_has_the_new_site_before_it_is_shown(
    in_one_step: bool, tmp_path: Path, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a power cut the site is the old or the new one: the old one goes only when the disk knows of the switch."""
    site, done = tmp_path / "site", []

    def noted(name: str, call: Callable[..., object]) -> Callable[..., object]:
        def noting(*paths: Path) -> object:
            done.append((name, *(path.relative_to(tmp_path).as_posix() for path in paths)))
            return call(*paths)

        return noting

    for name in ("flush_all", "flush_folder", "move", "remove"):
        monkeypatch.setattr(files, name, noted(name, getattr(files, name)))
    monkeypatch.setattr(files, "exchange", noted("exchange", files.exchange if in_one_step else lambda *_: False))
    for _ in range(2):
        with replaced_site(site, []) as folder:
            folder.new.mkdir()
            (folder.new / MANIFEST).write_bytes(manifest([]))
            done.clear()
            folder.replace()
    new, old = f"{work.name}/new", f"{work.name}/old"
    renames = [] if in_one_step else [("move", "site", old), ("move", new, "site")]
    assert done == [
        ("flush_all", new),
        ("exchange", new, "site"),
        *renames,
        ("flush_folder", work.name),
        ("flush_folder", "."),
        ("remove", new),
        ("remove", old),
    ]


def test_a_disk_that_cannot_keep_the_new_site_leaves_the_old_one(
    whole: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence; some disks find out only at the end that they are full."""

    def full(folder: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))

    before = snapshot(whole / "site")
    edit(whole / "data/disclosures/doc-2018.yml", OLD, OLD.replace("410.5", "411"))
    monkeypatch.setattr(files, "flush_all", full)
    assert "磁盘已满" in refused(capfd=capfd)
    assert snapshot(whole / "site") == before and not list(whole.glob(".site-*"))


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Path]:
    """The work folder of a site."""
    yield tmp_path / ".site-build"


def test_what_a_killed_build_left_is_cleaned_up(tmp_path: Path, work: Path) -> None:
    """A work folder with our mark, or with nothing in it, is ours."""
    for begun in (False, True):
        work.mkdir()
        if begun:
            (work / MARK).touch()
            (work / "new" / "tasks").mkdir(parents=True)
            (work / "new" / "tasks" / "index.html").touch()
        with replaced_site(tmp_path / "site", []) as folder:
            assert not folder.new.exists()
        assert not work.exists()


def test_a_work_folder_of_somebody_else_is_left_alone(tmp_path: Path, work: Path) -> None:
    """The build says which name it needs."""
    (work / "new").mkdir(parents=True)
    (work / "new" / "mine.txt").touch()
    with pytest.raises(BuildStopped, match=r"\.site-build"), replaced_site(tmp_path / "site", []):
        pass
    assert (work / "new" / "mine.txt").is_file()


def test_two_builds_of_one_site_do_not_meet(tmp_path: Path, work: Path) -> None:
    """The others wait, say so, and go on one after the other with the site that they find then."""
    site, said, inside = tmp_path / "site", threading.Semaphore(0), []

    def build(number: int) -> None:
        with replaced_site(site, [], lambda _: said.release()) as folder:
            inside.append(number)
            folder.new.mkdir()
            assert (work / MARK).exists(), "the lock is on the file that the next one will find"
            count = len(list(site.iterdir())) - 1
            for name in (*(f"{n}.html" for n in range(count + 1)), MANIFEST):
                (folder.new / name).write_bytes(manifest([f"{n}.html" for n in range(count + 1)]))
            assert inside == [number], "nobody else is at work"
            folder.replace()
            inside.clear()

    with ThreadPoolExecutor(2) as threads:
        with replaced_site(site, []) as first:
            others = [threads.submit(build, number) for number in (2, 3)]
            for _ in others:
                assert said.acquire(timeout=60)
            first.new.mkdir()
            for name in ("0.html", MANIFEST):
                (first.new / name).write_bytes(manifest(["0.html"]))
            first.replace()
        for other in others:
            other.result()
    assert {path.name for path in site.iterdir()} == {"0.html", "1.html", "2.html", MANIFEST}
    assert not work.exists()
