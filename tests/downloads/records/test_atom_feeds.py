"""The feeds, as a reader of feeds understands them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import feedparser
import pytest

from generator.analysis.ledger_index import LedgerIndex
from generator.downloads.dataset import Dataset
from generator.downloads.output import Files, make_all
from generator.downloads.records import atom_feeds
from generator.downloads.records.atom_feeds import feed_outputs, owners_of_units
from generator.downloads.records.change_files import change_outputs
from generator.history.log_reader import read_log
from generator.ledger.load import load
from generator.pages.context import PageContext
from generator.support.cache_store import CacheStore
from tests.conftest import ROOT
from tests.helpers.git import Writer
from tests.helpers.ledger import LEDGER
from tests.history.test_log_reader import data

ODD = 'R&D <投入> "强度"'


Made = tuple[Files, Dataset]
"""The files of a ledger, and what they were made of."""


def files(folder: Path, *states: dict[str, str]) -> Made:
    """The downloads of a ledger that was committed in these states, one on top of the other."""
    writer, mark, laid = Writer(folder), 0, dict(LEDGER)
    for state in states:
        laid |= state
        mark = writer.commit(f"第 {writer.marks} 次 & <b>", data(laid), (mark,) if mark else ())
    checked = load(writer.write() / "data", ROOT / "datapackage.json")
    log = read_log(checked.folder, checked.contract, CacheStore(None))
    dataset = Dataset(checked, PageContext(LedgerIndex(checked, log)))
    return make_all([*change_outputs(dataset), *feed_outputs(dataset)]), dataset


def replaced(name: str, old: str, new: str, text: str | None = None) -> dict[str, str]:
    text = text or LEDGER[name]
    assert old in text
    return {name: text.replace(old, new)}


def parsed(content: bytes) -> Any:
    found = feedparser.parse(content)
    assert not found.bozo, found.bozo_exception
    return found


STATES: tuple[dict[str, str], ...] = (
    {},
    replaced("indicators/five/01-industry.yml", "name: 产值", f"name: '{ODD}'"),
    replaced("organizations/towns.yml", "name: 望星镇\n", "name: 望星镇\n  note: 新设\n"),
)
UNLINKED = replaced("site.yml", "url: https://ledger.example/\n", "")


@pytest.fixture(scope="module")
def made_files(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return files(tmp_path_factory.mktemp("feeds"), *STATES)


def test_every_feed_is_one(made_files: Made) -> None:
    """One for all and one for each unit, none with a fault, each with a title, an id and a date."""
    found = {name: parsed(content) for name, content in made_files[0].items() if name.endswith(".xml")}
    assert set(found) == {
        "changes/feed.xml",
        *(f"departments/{unit}/feed.xml" for unit in ("development", "culture", "culture-tourism", "towns")),
        *(f"towns/{unit}/feed.xml" for unit in ("rain", "star")),
    }
    for feed in found.values():
        assert feed.version == "atom10" and feed.feed.title and feed.feed.author
        assert feed.feed.updated.startswith("2017-07-14T")
    assert len({feed.feed.id for feed in found.values()}) == len(found)


def test_the_feed_of_all_has_an_entry_for_each_record_and_commit(
    made_files: Made,
) -> None:
    """Newest first, absolute links, stable ids with the commit in them, and the beginning of the ledger last."""
    feed = parsed(made_files[0]["changes/feed.xml"])
    assert [e.title for e in feed.entries][:2] == [
        "望星镇：改动 1 个值",
        f"{ODD}：改动 1 个值",
    ]
    assert feed.entries[-1].title.startswith("台账建立：文件 2 条")
    assert [e.link for e in feed.entries] == [
        "https://ledger.example/towns/star/",
        "https://ledger.example/indicators/output/",
        "https://ledger.example/changes/",
    ]
    ids = [e.id for e in feed.entries]
    commits = [entry.id for entry in reversed(made_files[1].index.changes.log.entries)]
    assert len(set(ids)) == 3
    assert ids[0] == f"tag:ledger.example,2017-07-14:/{commits[0]}/organizations/star"
    assert [e.updated for e in feed.entries] == [
        entry.date for entry in reversed(made_files[1].index.changes.log.entries)
    ]
    assert "说明：空 → 新设" in feed.entries[0].content[0].value


def test_a_unit_is_told_of_itself_its_tasks_and_their_indicators(
    made_files: Made,
) -> None:
    """The unit that leads the task of the renamed indicator, and the town with the note, and nobody else."""
    told = {
        name.split("/")[1]: [e.link for e in parsed(content).entries]
        for name, content in made_files[0].items()
        if name.endswith(".xml") and not name.startswith("changes/")
    }
    assert {unit: links for unit, links in told.items() if links} == {
        "development": ["https://ledger.example/indicators/output/"],
        "star": ["https://ledger.example/towns/star/"],
    }
    dataset = made_files[1]
    assert owners_of_units(dataset, dataset.index.changes) == {
        "development": ["indicators/output"],
        "star": ["organizations/star"],
    }


def test_without_an_address_links_are_relative_and_ids_are_urns(tmp_path: Path) -> None:
    """A site that does not know where it will live has feeds that are still sound."""
    found, _ = files(tmp_path, {**UNLINKED}, STATES[1])
    for path, root in (("changes/feed.xml", "../"), ("departments/development/feed.xml", "../../")):
        feed = parsed(found[path])
        assert feed.feed.id.startswith("urn:uuid:") and feed.entries[0].id.startswith("urn:uuid:")
        assert feed.entries[0].link == f"{root}indicators/output/"


def test_a_later_commit_leaves_entries_and_other_feeds_as_they_were(made_files: Made, tmp_path: Path) -> None:
    """Ids, dates and words of older entries stay; feeds of units that it does not touch are the same."""
    later, _ = files(tmp_path, *STATES, replaced("tasks/five/01-industry.yml", "把产业做大", "做大产业"))
    old, new = parsed(made_files[0]["changes/feed.xml"]), parsed(later["changes/feed.xml"])
    assert [e.id for e in new.entries][1:] == [e.id for e in old.entries]
    changed = {name for name in later if later[name] != made_files[0].get(name)}
    assert changed == {f"changes/{n}" for n in ("feed.xml", "changes.csv", "changes.json")} | {
        "departments/development/feed.xml"
    }


def test_a_feed_ends_somewhere(made_files: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    """The newest entries, no more than there is room for."""
    monkeypatch.setattr(atom_feeds, "MOST", 2)
    found = make_all(feed_outputs(made_files[1]))
    assert [e.link.split("/")[-2] for e in parsed(found["changes/feed.xml"]).entries] == ["star", "output"]
