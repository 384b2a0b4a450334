"""The collection of forms meets trouble: it is killed, the disk is full, the ledger may not be written."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.analysis.ledger_index import LedgerIndex
from generator.cli.main import main
from generator.ledger.editing.yaml_file import EditRefused
from generator.ledger.load import load
from generator.office.ingest.collecting.collect import collect, write_collection
from generator.office.ingest.collecting.received_files import ReceivedFile
from tests.helpers import endurance, trouble
from tests.helpers.filled_forms import CONTRACT, copied_ledger
from tests.helpers.odd_forms import ON, returned
from tests.helpers.sites import snapshot

OPTIONS = ("form.xlsx", "--on", "2023-10-13")
SUBMISSIONS = "submissions/2023-q3.yml"
KILLS = 1


@pytest.fixture(name="place")
def _place(tmp_path: Path) -> Path:
    """A ledger and a form that came back."""
    copied_ledger(tmp_path)
    (tmp_path / "form.xlsx").write_bytes(returned())
    return tmp_path


def run(place: Path, kind: str, number: int) -> tuple[int, str]:
    """Ingest with trouble at a change of the ledger's folder: exit status and what is said."""
    done = trouble.run(place, kind, "any", number, *OPTIONS, command="ingest", watched=Path("data"))
    return done.returncode, done.stdout + done.stderr


def ingested(place: Path) -> int:
    """Ingest in this process, without trouble; returns the exit status."""
    return main(["--data", str(place / "data"), "ingest", str(place / OPTIONS[0]), *OPTIONS[1:]])


def plain(place: Path) -> dict[str, bytes]:
    """The files of the ledger, those left out that a process began beside them."""
    return {name: content for name, content in snapshot(place / "data").items() if not name.endswith(".new")}


def whole(place: Path, before: dict[str, bytes], after: dict[str, bytes]) -> bool:
    """Whether each file is the old or the new one, as a whole, and the ledger can be read."""
    load(place / "data", CONTRACT)
    return all(content in (before.get(name), after[name]) for name, content in plain(place).items())


@pytest.mark.sampled
def test_killed_at_any_change(place: Path, record_property: Callable[[str, object], None]) -> None:
    """No file is half written; the same form once more brings the ledger to where it would have been."""
    before = plain(place)
    changes = int(run(place, "none", 0)[1].splitlines()[-1])
    after = plain(place)
    assert changes > 3
    record_property("kills", changes)
    for number in endurance.some(range(1, changes + 1), KILLS):
        for name, content in before.items():
            (place / "data" / name).write_bytes(content)
        assert run(place, "kill", number)[0] == -9
        assert whole(place, before, after)
        assert ingested(place) == 0
        assert plain(place) == after


@pytest.mark.parametrize("number", [1, 2])
def test_a_full_disk(place: Path, number: int) -> None:
    """One Chinese sentence, and the ledger is as it was."""
    before = snapshot(place / "data")
    status, said = run(place, "full", number)
    assert status == 1
    assert "磁盘" in said
    assert "Traceback" not in said
    assert snapshot(place / "data") == before


def test_a_ledger_that_changed_meanwhile(place: Path) -> None:
    """What an editor saved while forms were read is not written over."""
    checked = load(place / "data", CONTRACT)
    collection = collect(LedgerIndex(checked), checked, [ReceivedFile("form.xlsx", returned())], ON)
    file = place / "data" / SUBMISSIONS
    file.write_text(file.read_text(encoding="utf-8") + "# 刚刚改过\n", encoding="utf-8")
    before = snapshot(place / "data")
    with pytest.raises(EditRefused, match="有人改过"):
        write_collection(place / "data", collection)
    assert snapshot(place / "data") == before


def test_again_on_another_day(place: Path) -> None:
    """The day on which the same form comes once more changes nothing."""
    assert ingested(place) == 0
    after = plain(place)
    checked = load(place / "data", CONTRACT)
    again = collect(LedgerIndex(checked), checked, [ReceivedFile("b.xlsx", returned())], date(2023, 11, 1))
    assert not again.contents
    assert plain(place) == after


def test_a_file_that_there_is_not(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is named in one sentence."""
    assert main(["--data", str(place / "data"), "ingest", str(place / "none.xlsx")]) == 2
    assert "none.xlsx 这个文件或目录" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="a folder of this name cannot be made from a file there")
def test_forms_and_requests_that_cannot_be_written(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file stands where the folder would be: one sentence, no trace of Python."""
    data, out = str(place / "data"), str(place / "form.xlsx" / "out")
    assert main(["--data", data, "forms", "2023-q3", "--out", out]) == 1
    assert main(["--data", data, "round", "2023-q3", "--on", "2023-10-14", "--out", out]) == 1
    assert capsys.readouterr().err.count("form.xlsx") == 2
