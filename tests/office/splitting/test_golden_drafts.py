"""Notices of different kinds, each with the whole draft of a ledger that is made of it, to be read line by line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest

from generator.ledger.contract import load_contract
from generator.office.splitting.drafts.files import draft_files
from generator.office.splitting.drafts.ledger import draft_ledger
from generator.office.splitting.interchange import notice_json
from generator.office.splitting.notice import read_notice
from tests.helpers.golden import compare
from tests.helpers.ledger import ROOT

NOTICES: Final = Path(__file__).with_name("notices")


@pytest.mark.parametrize("name", [path.stem for path in sorted(NOTICES.glob("*.txt"))])
def test_the_draft_of_a_notice(name: str, pytestconfig: pytest.Config) -> None:
    """Each file with its records and doubts, and what other programs get: a line that is another one is looked at."""
    notice = read_notice((NOTICES / f"{name}.txt").read_text(encoding="utf-8"))
    draft = draft_ledger(notice, name)
    files = draft_files(notice, draft, load_contract(ROOT / "datapackage.json"))
    parts = [f"## data/{file}\n" + "\n".join(records) for file, records in sorted(files.items())]
    told = "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for some in notice_json(notice).values() for one in some)
    text = "\n".join([f"## level: {draft.level}\n", *parts, f"## --json\n{told}"])
    compare(f"drafts/{name}", text, pytestconfig.getoption("--update-golden"), "yml")
