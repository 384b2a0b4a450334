"""What the office keeps for itself until the settings make it public: rounds of asking and what units handed in."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.analysis.ledger_index import LedgerIndex
from generator.downloads.dataset import Dataset
from generator.downloads.output import make_all
from generator.downloads.site_files import site_outputs
from generator.history.log_reader import read_log
from generator.ledger.load import load
from generator.support.cache_store import CacheStore
from tests.helpers.git import Writer
from tests.helpers.ledger import LEDGER, ROOT
from tests.helpers.pages import context_of, specs_of

CONTRACT = ROOT / "datapackage.json"
TOLD = ("round-2018", "2018-07-10", "2018-07-15", "区文化局,1,", "rounds/")
"""What nothing says but what is about the round and its answers."""
"""Words that nothing says but what is about rounds."""


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small ledger, in which a unit answers once more, and then a name changes."""
    folder = tmp_path_factory.mktemp("kept") / "ledger"
    files = {f"data/{name}": text for name, text in LEDGER.items()}
    writer = Writer(folder)
    answers = "data/submissions/round-2018.yml"
    again = f"{files[answers]}\n- organization: 区文化局\n  number: 1\n  received_on: 2018-07-12\n  state: 部分\n"
    writer.commit("建立", files)
    writer.commit("收到一份", {answers: again})
    plans = "data/plans.yml"
    writer.commit("改名", {plans: files[plans].replace("title: 云澜区2018年计划", "title: 云澜区二〇一八年计划")})
    return writer.write()


def everything(folder: Path, public: str = "") -> dict[str, bytes]:
    """Every page and every download of the ledger."""
    settings = folder / "data/site.yml"
    settings.write_text(LEDGER["site.yml"] + public, encoding="utf-8")
    checked = load(folder / "data", CONTRACT)
    context = context_of(LedgerIndex(checked, read_log(folder / "data", checked.contract, CacheStore(None))))
    pages = {spec.path: spec.make().body.encode() for spec in specs_of(context)}
    return {**pages, **make_all(site_outputs(Dataset(checked, context), CONTRACT))}


def test_nothing_of_rounds_is_public_by_itself(repository: Path) -> None:
    """No page, feed, change or file of the ledger tells of a round or of who answered it; their tables are empty."""
    files = everything(repository)
    assert all(len(files[f"data/{table}.csv"].splitlines()) == 1 for table in ("rounds", "submissions"))
    telling = {(n, word) for n, content in files.items() for word in TOLD if word in n or word.encode() in content}
    assert telling == set()


def test_the_settings_make_rounds_public(repository: Path) -> None:
    """With the setting the tables, the files and the change are there."""
    files = everything(repository, "public: [rounds]\n")
    assert {"data/rounds.csv", "data/submissions.csv", "ledger/submissions/round-2018.yml"} <= files.keys()
    assert "round-2018" in files["changes/changes.csv"].decode()


@pytest.mark.parametrize("name", [".draft.yml", ".kept/tasks.yml"])
def test_hidden_files_are_no_downloads(repository: Path, name: str) -> None:
    """The checks pass over them, and so nobody looked at what they say."""
    hidden = repository / "data" / name
    hidden.parent.mkdir(exist_ok=True)
    hidden.write_text("phone: a\n", encoding="utf-8")
    try:
        assert f"ledger/{name}" not in everything(repository)
    finally:
        hidden.unlink()


def test_the_clock_does_not_depend_on_what_is_public(repository: Path) -> None:
    """The day up to which a plan is known is that of what came in, whether or not everybody sees who sent it."""
    days = []
    for public in ("", "public: [rounds]\n"):
        (repository / "data/site.yml").write_text(LEDGER["site.yml"] + public, encoding="utf-8")
        days.append(LedgerIndex(load(repository / "data", CONTRACT)).as_of_plan("five"))
    assert days[0] == days[1] is not None
