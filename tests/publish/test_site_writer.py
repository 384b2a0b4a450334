"""Files that would come out as they did are taken from the old site, and nothing else is."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

import pytest

from generator.downloads.output import OutputFile
from generator.publish.site_writer import SiteWriter, Stamp, keep_stamps, old_stamps
from generator.support import files as support_files
from generator.support.cache_store import CacheStore, digest
from tests.helpers.sites import snapshot, times

FIRST = {"index.html": b"home", "tasks/a/index.html": b"a", "tasks/b/index.html": b"b", "data/x.csv": b"1,2\n"}


def outputs(files: Mapping[str, bytes], asked: list[str] | None = None) -> list[OutputFile]:
    """Outputs whose key says what their content is; ``asked`` gets the paths that are made."""

    def make(path: str) -> bytes:
        if asked is not None:
            asked.append(path)
        return files[path]

    return [OutputFile(path, digest(content), lambda path=path: make(path)) for path, content in files.items()]  # type: ignore[misc]  # bound now


class Sites:
    """Sites that follow one another in a folder, the newest beside the one before it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.number = folder, 0
        self.stamps: dict[str, Stamp] = {}
        self.carrier = SiteWriter(folder / "0")
        self.asked: list[str] = []

    @property
    def site(self) -> Path:
        return self.folder / str(self.number)

    def next(self, files: Mapping[str, bytes], engine: Mapping[str, bytes] | None = None) -> SiteWriter:
        """Build the next site: ``engine`` has the files that somebody else writes into it."""
        old, self.number, self.asked = self.site, self.number + 1, []
        for path, content in (engine or {}).items():
            (self.site / path).parent.mkdir(parents=True, exist_ok=True)
            (self.site / path).write_bytes(content)
        self.carrier = SiteWriter(self.site, old, self.stamps)
        self.carrier.bring(outputs(files, self.asked))
        self.others = list(self.carrier.adopt(support_files.files(self.site)))
        self.stamps = self.carrier.stamped()
        return self.carrier


@pytest.fixture
def sites(tmp_path: Path) -> Sites:
    """The first site was built."""
    sites = Sites(tmp_path)
    assert sites.next(FIRST).written == list(FIRST)
    return sites


def test_untouched_files_keep_bytes_and_times_and_are_not_made(sites: Sites) -> None:
    """The same outputs again: no file is made, all are the old ones, and each is on the disk once."""
    before, old = times(sites.site), sites.site
    assert sites.next(FIRST).written == []
    assert sites.asked == []
    assert (snapshot(sites.site), times(sites.site)) == (FIRST, before)
    assert all((old / path).samefile(sites.site / path) for path in FIRST)


def test_without_hard_links_files_are_copied_with_their_times(sites: Sites, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system that knows no hard links gives the same site, bytes and times."""

    def refuse(*_: object) -> NoReturn:
        raise OSError("no hard links here")

    monkeypatch.setattr(os, "link", refuse)
    before = times(sites.site)
    assert sites.next({**FIRST, "data/x.csv": b"3,4\n"}, {"style.css": b"x"}).written == ["data/x.csv", "style.css"]
    assert sites.next({**FIRST, "data/x.csv": b"3,4\n"}, {"style.css": b"x"}).written == []
    assert snapshot(sites.site) == {**FIRST, "data/x.csv": b"3,4\n", "style.css": b"x"}
    after = times(sites.site)
    assert {path: after[path] for path in FIRST if path != "data/x.csv"} == {
        path: before[path] for path in FIRST if path != "data/x.csv"
    }
    assert sites.next(FIRST).written == ["data/x.csv"], "the stamps of copies hold as those of links do"
    assert sites.asked == ["data/x.csv"]


def test_a_changed_output_is_written_and_leaves_the_old_site_alone(sites: Sites) -> None:
    """The new file is another file on the disk: who still reads the old site sees the old bytes."""
    old = sites.site
    assert sites.next({**FIRST, "tasks/a/index.html": b"A"}).written == ["tasks/a/index.html"]
    assert sites.asked == ["tasks/a/index.html"]
    assert snapshot(old) == FIRST
    assert snapshot(sites.site) == {**FIRST, "tasks/a/index.html": b"A"}


def test_another_key_with_the_same_bytes_is_no_change(sites: Sites) -> None:
    """What was made anew and came out the same is the old file with its time."""
    before = times(sites.site)
    again = [OutputFile(path, digest("another", content), lambda c=content: c) for path, content in FIRST.items()]  # type: ignore[misc]  # bound now
    carrier = SiteWriter(sites.folder / "new", sites.site, sites.stamps)
    carrier.bring(again)
    assert (carrier.written, times(carrier.new)) == ([], before)


@pytest.mark.parametrize(
    ("content", "later"), [(b"aa", 0), (b"x", 1), (b"", 0)], ids=["other size", "other time", "emptied"]
)
def test_a_file_that_was_altered_behind_our_back_is_written_again(sites: Sites, content: bytes, later: int) -> None:
    """A file of another size or time than ours is not trusted."""
    file = sites.site / "tasks" / "a" / "index.html"
    time = file.stat().st_mtime_ns
    file.write_bytes(content)
    os.utime(file, ns=(time + later, time + later))
    assert sites.next(FIRST).written == ["tasks/a/index.html"]
    assert snapshot(sites.site) == FIRST


def test_a_file_whose_time_alone_changed_is_made_and_kept(sites: Sites) -> None:
    """A file that was copied back from somewhere has the right bytes: it is looked at and stays."""
    os.utime(sites.site / "index.html", ns=(5, 5))
    assert sites.next(FIRST).written == []
    assert sites.asked == ["index.html"]
    assert times(sites.site)["index.html"] == 5
    sites.next(FIRST)
    assert sites.asked == []


@pytest.mark.parametrize("folder", [False, True])
def test_a_file_that_vanished_is_written(sites: Sites, folder: bool) -> None:
    """What the old site has lost comes back, also where a folder stands in its place."""
    file = sites.site / "tasks" / "b" / "index.html"
    file.unlink()
    if folder:
        file.mkdir()
    assert sites.next(FIRST).written == ["tasks/b/index.html"]
    assert snapshot(sites.site) == FIRST


def test_an_old_site_that_is_gone_is_no_fault(sites: Sites, tmp_path: Path) -> None:
    """Stamps of a site that somebody deleted are worth nothing."""
    carrier = SiteWriter(tmp_path / "new", tmp_path / "nowhere", sites.stamps)
    carrier.bring(outputs(FIRST))
    assert (carrier.written, snapshot(carrier.new)) == (list(FIRST), FIRST)


def test_what_is_no_longer_an_output_does_not_appear(sites: Sites) -> None:
    """A page that is gone is gone, with its stamp; when it comes again it is made."""
    fewer = {path: content for path, content in FIRST.items() if path != "tasks/b/index.html"}
    assert sites.next(fewer).written == []
    assert snapshot(sites.site) == fewer
    assert sites.stamps.keys() == fewer.keys()
    assert sites.next(FIRST).written == ["tasks/b/index.html"]


def test_files_of_others_are_taken_from_the_old_site_when_they_are_the_same(sites: Sites) -> None:
    """Of the files that the engine wrote, those with the same bytes become the old ones; all of them are told."""
    sites.next(FIRST, {"404.html": b"no", "assets/a.css": b"x"})
    before = times(sites.site)
    carrier = sites.next(FIRST, {"404.html": b"no", "assets/a.css": b"y", "assets/b.css": b"z"})
    assert sites.others == ["404.html", "assets/a.css", "assets/b.css"]
    assert carrier.written == ["assets/a.css", "assets/b.css"]
    after = times(sites.site)
    assert {path for path in before if before[path] == after[path]} == {*FIRST, "404.html"}
    assert snapshot(sites.site)["assets/a.css"] == b"y"
    assert sites.stamps.keys() == FIRST.keys(), "only what was brought has a key"


def test_a_brought_file_takes_the_place_of_one_that_stands_there(sites: Sites) -> None:
    """Where the engine left a file of its own, ours stands in the end, linked or written."""
    sample = {"index.html": b"sample", "tasks/a/index.html": b"sample"}
    carrier = sites.next({**FIRST, "tasks/a/index.html": b"A"}, sample)
    assert (carrier.written, sites.others) == (["tasks/a/index.html"], [])
    assert snapshot(sites.site) == {**FIRST, "tasks/a/index.html": b"A"}


def test_known_asks_for_the_same_key(sites: Sites) -> None:
    """A file is known when the old site has it untouched and made from the same; no key is known by nobody."""
    carrier = SiteWriter(sites.folder / "new", sites.site, sites.stamps)
    assert carrier.known("index.html", digest(b"home"))
    assert not carrier.known("index.html", digest(b"other"))
    assert not carrier.known("index.html", None)
    assert not carrier.known("nowhere.html", digest(b"home"))
    assert not SiteWriter(sites.folder / "new", None, sites.stamps).known("index.html", digest(b"home"))


def test_stamps_are_those_of_one_site(sites: Sites, tmp_path: Path) -> None:
    """Stamps come back to who builds the same folder, under whichever name, and to nobody else."""
    store = CacheStore(tmp_path / "cache")
    assert old_stamps(store, sites.site) == {}
    keep_stamps(store, sites.site, sites.stamps)
    assert old_stamps(store, sites.folder / "." / sites.site.name) == sites.stamps
    assert old_stamps(store, sites.folder / "elsewhere") == {}


def test_removing_a_folder_leaves_what_its_links_lead_to(tmp_path: Path) -> None:
    """Everything in it goes, links too; what a link leads to stays. A folder that is not there is none to remove."""
    kept, folder = tmp_path / "kept", tmp_path / "folder"
    (kept / "deep").mkdir(parents=True)
    (kept / "deep" / "file").write_bytes(b"x")
    (folder / "a" / "b").mkdir(parents=True)
    (folder / "a" / "file").write_bytes(b"y")
    (folder / "link").symlink_to(kept)
    support_files.remove(folder)
    support_files.remove(folder)
    assert not folder.exists()
    assert (kept / "deep" / "file").read_bytes() == b"x"
