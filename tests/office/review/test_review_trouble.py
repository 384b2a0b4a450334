"""The server of a review is killed while it writes: a decision is written whole or not at all, or taken back so."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.ledger.contract import load_contract
from generator.ledger.editing.yaml_file import EditRefused
from generator.office.review.actions import Entry, Verdict
from generator.office.review.session import Session
from generator.support import files
from tests.conftest import ROOT
from tests.helpers import killing, trouble
from tests.helpers.drafts import write_drafts
from tests.helpers.sites import edit, snapshot

HELD = "document: doc-five\ntitle: 台账\nsheets: []\nids:\n  - [tasks, 表, 3, '', grow]\n"
DECISIONS = {
    "another id": {"grow": Entry(Verdict.ACCEPT, {"id": "grow-industry", "summary": "把产业做大"})},
    "a reason for a doubt": {"parks": Entry(Verdict.ACCEPT, {"summary": "建几个园区"}, reason="文件里就是两项")},
    "a clause that goes": {"bridge": Entry(Verdict.REJECT), "grow": Entry(Verdict.ACCEPT, {"summary": "把产业做大"})},
}
QUICK = "another id"


def laid(folder: Path) -> Path:
    """A ledger with drafts, one of which is doubted, and what a workbook held."""
    folder.mkdir()
    write_drafts(folder)
    (folder / "data/exclusions/doc-five.yml").unlink()
    (folder / "imports").mkdir()
    (folder / "imports/ledger.yml").write_text(HELD, encoding="utf-8")
    edit(folder / "data/tasks/five/01-industry.yml", "title: 建设园区", "title: 扩大产业规模")
    return folder


def session_of(folder: Path) -> Session:
    """A review of a folder."""
    return Session(folder, load_contract(ROOT / "datapackage.json"))


def decide(folder: Path, decision: str) -> int:
    """Write a decision as the server does; nothing where it has been written."""
    session = session_of(folder)
    keys = {record.row["id"]: record.key for record in session.state().records}
    session.write({keys[id_]: entry for id_, entry in DECISIONS[decision].items() if id_ in keys})
    return 0


def check() -> int:
    """Any command that looks at the ledger."""
    return main(["--contract", str(ROOT / "datapackage.json"), "check"])


@pytest.mark.sampled
@pytest.mark.parametrize(
    "decision", [pytest.param(d, marks=() if d == QUICK else pytest.mark.endurance) for d in DECISIONS]
)
def test_killed_while_a_decision_is_written(
    decision: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Ids and all that refer to them, records and what is written beside them change together."""
    before, place = laid(tmp_path / "before"), tmp_path / "place"
    record_property("tried", killing.assert_all_or_nothing(before, place, lambda: decide(place, decision), check))


@pytest.mark.sampled
@pytest.mark.parametrize(
    "decision", [pytest.param(d, marks=() if d == "a clause that goes" else pytest.mark.endurance) for d in DECISIONS]
)
def test_killed_while_a_decision_is_taken_back(
    decision: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """A file that the decision made anew is gone with the rest, or still there with the rest."""
    place = laid(tmp_path / "place")
    first, session = snapshot(place), session_of(place)
    keys = {record.row["id"]: record.key for record in session.state().records}
    session.write({keys[id_]: entry for id_, entry in DECISIONS[decision].items()})
    place.rename(tmp_path / "before")

    def undo() -> int:
        if snapshot(place) != first:
            session.undo()
        return 0

    record_property("tried", killing.assert_all_or_nothing(tmp_path / "before", place, undo, check))
    assert snapshot(place) == first


def test_a_command_that_was_killed_is_ended_first(tmp_path: Path) -> None:
    """A decision that was made before is not written over it: it is told, and written when it is sent again."""
    place = laid(tmp_path / "place")
    session = session_of(place)
    traffic = next(record.key for record in session.state().records if record.row["id"] == "traffic")
    last = trouble.forked_work(place, "none", 0, lambda: decide(place, QUICK))[2]
    killing.lay(laid(tmp_path / "before"), place)
    assert trouble.forked_work(place, "kill", last - 1, lambda: decide(place, QUICK))[0] == -9
    with pytest.raises(EditRefused, match=r"已经替它写完(.|\n)*请再按一次"):
        session.write({traffic: Entry(Verdict.ACCEPT)})
    session.write({traffic: Entry(Verdict.ACCEPT)})
    decided = snapshot(place)
    assert b"draft" in decided["data/tasks/five/01-industry.yml"]
    assert b"grow-industry" in decided["imports/ledger.yml"]


@pytest.mark.skipif(not files.HAS_LOCKS, reason="nobody waits where there are no locks")
def test_a_decision_waits_for_a_command_that_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Taking back waits, too: it is done when the other one has ended."""
    place = laid(tmp_path / "place")
    session = session_of(place)
    traffic = next(record.key for record in session.state().records if record.row["id"] == "traffic")
    session.write({traffic: Entry(Verdict.ACCEPT)})
    (place / "notice-2030.txt").write_text("云澜区重点工作\n1.修路。（区交通局负责）\n", encoding="utf-8")
    split = trouble.started(place, "pause", "os.rename", 1, "split", "notice-2030.txt", "--into", ".")
    with trouble.none_left(split):
        assert os.WIFSTOPPED(os.waitpid(split.pid, os.WUNTRACED)[1])
        alone = partial(files.locked_folder, when_busy=lambda: os.kill(split.pid, signal.SIGCONT))
        monkeypatch.setattr("generator.office.review.session.locked_folder", lambda folder, _: alone(folder))
        assert session.undo() == traffic
        assert split.wait() == 0
    assert "notice-2030" in (place / "data/documents.yml").read_text(encoding="utf-8")
