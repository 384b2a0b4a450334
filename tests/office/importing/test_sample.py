"""The invented ledger of an office with its answer key: what is read, written, checked and built of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.ledger.contract import load_contract
from generator.ledger.enums import PlaceLevel
from generator.ledger.load import load
from generator.office.review.actions import Entry, Verdict
from generator.office.review.session import Session
from generator.office.start.new_place import write_start
from generator.publish.build import build_site
from generator.support.packaged_files import CONTRACT
from tests.helpers.samples import SAMPLES, needs_samples, scoring
from tests.helpers.sites import snapshot

LEDGER = SAMPLES / "beiwan-ledger.xlsx"
LEAST = {"clauses": 0.97, "leads": 0.96, "supports": 0.96, "figures": 0.9, "strict": 0.9, "lenient": 0.94}


@needs_samples
def test_the_ledger_is_read_as_its_key_says(tmp_path: Path) -> None:
    """Tasks, who is responsible, deadlines and figures."""
    assert main(["import", str(LEDGER), "--json", str(tmp_path / "out.json")]) == 0
    key = json.loads((SAMPLES / "beiwan-ledger.key.json").read_text("utf-8"))
    rates, _ = scoring(json.loads((tmp_path / "out.json").read_text("utf-8")), key)
    low = {name: rate for name, rate in rates.items() if min(rate) < LEAST.get(name, 0.96)}
    assert low == {}


@needs_samples
def test_the_ledger_becomes_a_ledger_without_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From an empty folder: nothing is said but drafts; accepted, with reasons for what is twice, they are a site."""
    write_start(tmp_path / "new", "北湾市", PlaceLevel.COUNTY_CITY, demo=False)
    assert main(["import", str(LEDGER), "--into", str(tmp_path / "new")]) == 0
    assert "任务 18 项" in capsys.readouterr().out
    data = tmp_path / "new" / "data"
    assert {finding.grade for finding in load(data, CONTRACT).notes} == {"草稿"}
    review = Session(tmp_path / "new", load_contract(CONTRACT))
    accepted = Entry(Verdict.ACCEPT, reason="表里就是这样印的")
    review.write({record.key: accepted for record in review.state().records})
    assert load(data, CONTRACT).notes == ()
    build_site(tmp_path / "new" / "mkdocs.yml", tmp_path / "site")
    assert any("xinjian-zhineng" in name for name in snapshot(tmp_path / "site"))


@needs_samples
def test_every_record_says_its_cell(tmp_path: Path) -> None:
    """The source of a record is the workbook, with sheet and cell and without a passage."""
    write_start(tmp_path, "北湾市", PlaceLevel.COUNTY_CITY, demo=False)
    main(["import", str(LEDGER), "--into", str(tmp_path)])
    ledger = load(tmp_path / "data", CONTRACT).ledger
    assert {task.locator for task in ledger.tasks} >= {"重点工作(2024)!C5", "重点工作(2024)!B25"}
    assert {target.passage for target in ledger.targets} == {None}
    (document,) = ledger.documents
    assert (document.title, document.issuer) == ("北湾市2024年重点工作推进台账", "市政府督查室")
