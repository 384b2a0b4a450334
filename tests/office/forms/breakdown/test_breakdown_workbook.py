"""A unit breaks its targets down in a workbook: a row for each town, the sums beside, all else locked."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.target_status import StatusIndex
from generator.cli.main import main
from generator.language.office.rounds import breakdown_words as words
from generator.language.office.rounds import form_words
from generator.ledger.load import load
from generator.office.forms.breakdown.breakdown_workbook import write_breakdown
from generator.office.forms.form_identity import NAMES
from generator.office.forms.form_workbook import HEAD_ROW
from tests.helpers.breakdown_forms import DOCUMENT, TOWNS, made
from tests.helpers.filled_forms import CONTRACT, DISTRICT, opened
from tests.helpers.ledger import ROOT

SAFETY, WATER = "区民生局", "区水利生态局"


def test_each_lead_in_office_gets_its_binding_indicators_by_town() -> None:
    """The units that lead on the day of the document are asked; every town is a row of each target."""
    forms = {unit: form for unit, (form, _) in made().items()}
    names = {unit: [one.indicator.name for one in form.targets] for unit, form in forms.items()}
    assert names == {SAFETY: ["生产安全事故死亡人数"], WATER: ["森林覆盖率", "单位产值用水量下降"]}
    assert [part.organization.name for part in forms[SAFETY].targets[0].parts] == [*TOWNS]


def test_sums_follow_the_parts_only_where_these_add_up() -> None:
    """A count has its sum and its distance from the whole as formulas; a share says that it is not added."""
    sheet = opened(made()[SAFETY][1])[words.SHEET]
    first = [cell.value for cell in sheet[HEAD_ROW + 2]]
    assert first[-2:] == ["=ROUND(SUM(I4:I8),8)", "=ROUND(SUM(I4:I8)-5,8)"]
    shares = opened(made()[WATER][1])[words.SHEET]
    assert [cell.value for cell in shares[HEAD_ROW + 2]][-2:] == [words.NOT_ADDED, None]


def test_parts_that_are_there_already_stand_in_their_cells() -> None:
    """What a document gave is said and filled in, so that the sum is right at once; any indicator can be asked for."""
    sheet = opened(made("river-length")[WATER][1])[words.SHEET]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEAD_ROW + 2)]
    heads = [cell.value for cell in sheet[HEAD_ROW + 1]]
    told = [(row[heads.index("已有的分解目标")], row[heads.index("分解目标")]) for row in rows]
    assert told[:3] == [("60 公里", 60), ("60 公里", 60), ("", None)]


def test_sums_stand_there_before_anything_is_calculated() -> None:
    """A preview that calculates nothing shows them, too: two parts of 60 are the whole of 120."""
    sheet = openpyxl.load_workbook(io.BytesIO(made("river-length")[WATER][1]), data_only=True)[words.SHEET]
    assert [cell.value for cell in sheet[HEAD_ROW + 2]][-2:] == [120, 0]


def test_a_form_by_a_document_without_a_day() -> None:
    """The workbook says that it was made when the plan begins, so the same form has the same bytes."""
    index = LedgerIndex(load(DISTRICT, CONTRACT))
    form, _ = made()[SAFETY]
    undated = form._replace(document=replace(form.document, published_on=None, signed_on=None, drafted_on=None))
    assert opened(write_breakdown(index, StatusIndex(index), undated)).properties.created == datetime(2021, 1, 1)


def test_only_parts_can_be_changed() -> None:
    """The sheet is protected; open are the answers of its rows, with help and the comparators to choose from."""
    book = opened(made()[SAFETY][1])
    assert all(sheet.protection.sheet for sheet in book)
    assert book[form_words.KEYS].sheet_state == "veryHidden"
    assert set(NAMES) <= set(book.defined_names)
    sheet = book[words.SHEET]
    heads = [cell.value for cell in sheet[HEAD_ROW + 1]]
    open_heads = {heads[cell.column - 1] for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert open_heads == {head for _, head, _ in words.ANSWER_COLUMNS}
    rules = {rule.promptTitle: rule for rule in sheet.data_validations.dataValidation}
    assert "≥" in str(rules["比较符"].formula1) and rules["分解目标"].prompt


def test_the_command_writes_one_workbook_for_each_unit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was written is counted; the same again leaves the files as they are."""
    command = ["--data", str(DISTRICT), "forms", "--breakdown", "--document", DOCUMENT, "--out", str(tmp_path)]
    assert main(command) == main(command) == 0
    assert "写出 2 张分解表" in capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"分解-plan-2021-2025-{unit}.xlsx" for unit in (SAFETY, WATER)
    ]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "请用 --document 写上分解的依据"),
        (["--document", "nothing"], "documents.yml 里没有“nothing”"),
        (["--document", DOCUMENT, "--indicator", "nothing"], "台账里没有指标“nothing”"),
    ],
)
def test_what_is_missing_is_said(
    options: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the document that orders it nothing is made."""
    command = ["--data", str(DISTRICT), "forms", "--breakdown", *options, "--out", str(tmp_path)]
    assert main(command) == 2
    assert said in capsys.readouterr().err and not [*tmp_path.iterdir()]


def test_who_cannot_be_asked_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A city's list names no lead for its binding indicators: nothing is made, and each of them is named."""
    data = ROOT / "tests" / "samples" / "beiwan" / "data"
    command = ["--data", str(data), "forms", "--breakdown", "--document", "beiwan-ledger", "--out", str(tmp_path)]
    assert main(command) == 1
    printed = capsys.readouterr()
    assert "没有牵头单位、无处可发的：" in printed.out and "森林覆盖率" in printed.out
    assert "2024 年起，没有目标期未满" in printed.err and not [*tmp_path.iterdir()]
