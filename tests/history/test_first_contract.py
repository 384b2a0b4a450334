"""A ledger whose history begins with the first version of the contract: the upgrade is no change, releases stay."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest

from generator.cli import main as cli
from generator.history.due_version import LedgerState
from generator.history.log_reader import differences, read_log
from generator.history.releases import read_releases, state_of, tag_message
from generator.ledger.contract import load_contract
from generator.ledger.editing.ledger_upgrade import upgrade_ledger
from generator.ledger.reading.ledger_files import find_files
from generator.ledger.reading.tables import build_tables
from generator.support.cache_store import CacheStore
from tests.conftest import ROOT
from tests.helpers.git import PERSON, commit_all, git
from tests.helpers.ledger import FIRST_CONTRACT, contract, old_ledger, write

CONTRACT: Final = FIRST_CONTRACT / "datapackage.json"
DIGEST: Final = "fd724abe1cefc05044d0f1b383bf375bf5972333891ee75865cb93415f46a89f"
"""Of the rows of the small old ledger, as the program computed it when the first contract was the present one."""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of that time in a repository, with a release, and upgraded in a second commit."""
    for name, value in PERSON.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    data = write(tmp_path, old_ledger())
    shutil.copy(CONTRACT, tmp_path / "datapackage.json")
    commit_all(tmp_path, "begin")
    old = load_contract(CONTRACT)
    words = tag_message(LedgerState(old, build_tables(find_files(data), old).rows), "第一版")
    git(tmp_path, "tag", "--annotate", "--cleanup=verbatim", "--message", words, "data-v0.1.0")
    shutil.copy(ROOT / "datapackage.json", tmp_path / "datapackage.json")
    upgrade_ledger(data)
    return tmp_path


def test_the_upgrade_is_no_change(office: Path) -> None:
    """Neither for the log nor for a comparison, with the files as they are or with a commit."""
    assert differences(office / "data", contract(), "HEAD", None) == []
    commit_all(office, "upgrade")
    assert differences(office / "data", contract(), "HEAD~1", "HEAD") == []
    log = read_log(office / "data", contract(), CacheStore(None))
    assert [(entry.unreadable, entry.changes) for entry in log.entries] == [((), ()), ((), ())]


def test_what_changes_with_the_upgrade_is_told_without_it(office: Path) -> None:
    """A value that somebody corrects in the same commit is the only change."""
    towns = office / "data" / "organizations" / "towns.yml"
    towns.write_text(
        towns.read_text(encoding="utf-8").replace("aliases: 各镇\n", "aliases: 全部镇、各镇\n"), encoding="utf-8"
    )
    commit_all(office, "upgrade")
    changes = read_log(office / "data", contract(), CacheStore(None)).entries[1].changes
    assert [(c.table, c.key, [v.column for v in c.values]) for c in changes] == [
        ("organizations", ("towns",), ["aliases"])
    ]


def test_an_old_release_keeps_its_rows(office: Path) -> None:
    """Old words, old columns and the digest of that time."""
    (release,) = read_releases(office / "data", office / "datapackage.json", CacheStore(None)).all
    assert release.sha256 == DIGEST
    state = state_of(office / "data", office / "datapackage.json", release)
    assert "各镇人民政府,,各镇,集合" in state.csv("organizations").decode()
    assert "due_year" in state.csv("tasks").decode().partition("\n")[0].split(",")


def test_the_release_after_an_upgrade_is_a_break(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A column has another name: whoever reads it must know."""
    commit_all(office, "upgrade")
    assert cli.main(["release", "--check"]) == 1
    told = capsys.readouterr()
    assert "tasks.due_year" in told.out and "请改为 1.0.0" in told.err
