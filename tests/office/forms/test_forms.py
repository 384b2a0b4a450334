"""A form asks a unit for what it owes, is locked but for its answers, and says whose it is."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.round_duties import round_duties
from generator.analysis.target_status import StatusIndex
from generator.cli.main import main
from generator.language.office.rounds import form_words as words
from generator.ledger.load import load
from generator.office.forms.form_content import UnitForm, unit_forms
from generator.office.forms.form_identity import NAMES, FormIdentity, identity
from generator.office.forms.form_workbook import HEAD_ROW, write_form
from tests.helpers import breakdown_forms
from tests.helpers.filled_forms import copied_ledger, empty_forms, opened
from tests.helpers.ledger import ROOT

DISTRICT = ROOT / "tests" / "district" / "data"
CONTRACT = ROOT / "datapackage.json"
SITE = "chengxi-plan-ledger"
WITHOUT_UNIT = """
- id: river-share
  task: river-treatment
  name: 治理河道占比
  nature: 任务指标
  measure: 每年
  direction: 越高越好
  target:
    comparator: '>'
    value_text: 超过三分之一
    source: {locator: 三(一)1-1, passage: 576-592, fingerprint: eceeb4bd248a6642}
"""


@cache
def made() -> dict[str, UnitForm]:
    """The forms of the made-up district's round, by unit."""
    index = LedgerIndex(load(DISTRICT, CONTRACT))
    duties = round_duties(index, index.ledger.rounds[0])
    return {form.organization.name: form for form in unit_forms(index, StatusIndex(index), duties)}


@cache
def workbook(unit: str) -> openpyxl.Workbook:
    """The workbook of a unit."""
    return openpyxl.load_workbook(io.BytesIO(write_form(made()[unit], SITE)))


def test_a_row_says_what_was_promised_and_what_was_told_last() -> None:
    """The indicator of a town with its own targets and its own last figure."""
    row = made()["鹭汀镇"].values[0]
    assert row.key == "river-length@luting"
    assert row.cells == {
        "number": "1",
        "name": "治理河道长度",
        "measured": "鹭汀镇",
        "definition": "",
        "unit": "公里",
        "plan_target": "60 公里",
        "annual_target": "18 公里",
        "last": "6 公里",
        "last_period": "2023 年第二季度",
        "limits": "从 2021 年起累计；不小于上期",
    }


def test_an_indicator_without_a_unit_is_named_and_not_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A number of it would have no unit: the ledger that took it would have a fault."""
    data = copied_ledger(tmp_path)
    with (data / "indicators" / "plan-2021-2025" / "02-key-tasks.yml").open("a", encoding="utf-8") as file:
        file.write(WITHOUT_UNIT)
    assert main(["--data", str(data), "forms", "2023-q3", "--out", str(tmp_path / "out")]) == 0
    assert (
        "没有计量单位、没有请单位填数的指标（要填数，先在台账里补上 unit）：惠及家庭、治理河道占比"
        in capsys.readouterr().out
    )
    for file_ in (tmp_path / "out").glob("*.xlsx"):
        cells = [cell.value for row in openpyxl.load_workbook(file_)[words.VALUES].iter_rows() for cell in row]
        assert "治理河道占比" not in cells


def test_only_answers_can_be_changed() -> None:
    """Every sheet is protected, and the cells that are open are the answers of its rows."""
    book = workbook("鹭汀镇")
    assert all(sheet.protection.sheet for sheet in book)
    sheet = book[words.VALUES]
    heads = [cell.value for cell in sheet[HEAD_ROW + 1]]
    open_heads = {heads[cell.column - 1] for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert open_heads == {head for _, head, _ in words.VALUE_ANSWERS}
    assert sheet.max_row == HEAD_ROW + 1 + len(made()["鹭汀镇"].values)


def test_answers_are_text_with_help_and_lists() -> None:
    """What is typed stays as it was typed: no 3-5 becomes a date; states are chosen from the contract's words."""
    sheet = workbook("区水利生态局")[words.TASKS]
    heads = [cell.value for cell in sheet[HEAD_ROW + 1]]
    state = sheet.cell(HEAD_ROW + 2, heads.index("状态") + 1)
    assert state.number_format == "@"
    rules = {str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation}
    assert "滞后" in rules[state.coordinate].formula1
    assert words.NO_CHANGE in rules[state.coordinate].formula1
    assert rules[sheet.cell(HEAD_ROW + 2, heads.index("进展") + 1).coordinate].formula1 == "200"


def test_identity_travels_inside_the_workbook() -> None:
    """Whatever the file is called, it says whose it is; its hidden sheet knows each row."""
    book = workbook("鹭汀镇")
    told = FormIdentity(*(book.defined_names[name].attr_text.strip('"') for name in NAMES))
    keys = [tuple(str(cell.value) for cell in row) for row in book[words.KEYS]]
    assert told == identity(SITE, "plan-2021-2025", "2023-q3", "luting", keys)
    assert [key for _, _, key, _ in keys] == list(made()["鹭汀镇"].keys)
    assert book[words.KEYS].sheet_state == "veryHidden"


def test_the_same_form_has_the_same_bytes() -> None:
    """Making the forms of a round again changes nothing."""
    form = made()["团区委"]
    assert write_form(form, SITE) == write_form(form, SITE)


def test_forms_of_a_round(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command writes one file for each unit; again it finds them; one that was filled is not overwritten."""
    command = ["--data", str(DISTRICT), "forms", "2023-q3", "--out", str(tmp_path)]
    assert main(command) == 0
    assert "写出 9 张上报表" in capsys.readouterr().out
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names[0].startswith("2023-q3-")
    assert len(names) == 9
    assert main(command) == 0
    filled = tmp_path / names[0]
    filled.write_bytes(b"filled by a unit")
    (tmp_path / names[1]).unlink()
    assert main(command) == 1
    assert "什么都没有写" in capsys.readouterr().err
    assert filled.read_bytes() == b"filled by a unit"
    assert not (tmp_path / names[1]).exists()


def test_an_unknown_round_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The rounds that there are stand in the message."""
    assert main(["--data", str(DISTRICT), "forms", "2024", "--out", str(tmp_path)]) == 2
    assert "2023-q3" in capsys.readouterr().err


def test_wide_sheets_are_printed_across() -> None:
    """The cover stands upright; a table goes on over as many pages as it needs, never beyond the width of one."""
    for content in (empty_forms()["鹭汀镇"], breakdown_forms.made()["区民生局"][1]):
        first, *tables = (sheet for sheet in opened(content) if sheet.sheet_state == "visible")
        assert tables and first.page_setup.orientation != "landscape"
        assert all(sheet.page_setup.orientation == "landscape" for sheet in tables)
        assert all((sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0) for sheet in tables)


def test_numbers_that_are_text_get_no_warning_sign() -> None:
    """Neither what stands in a form nor what a unit types, on any sheet that it sees."""
    for content in (empty_forms()["鹭汀镇"], breakdown_forms.made()["区民生局"][1]):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            sheets = [parts.read(name).decode() for name in parts.namelist() if "worksheets/sheet" in name]
        (*shown, _) = sheets
        assert shown and all('<ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/>' in one for one in shown)


def test_cells_have_thin_lines_around_them() -> None:
    """All that is printed and all that is typed."""
    styles = {cell.border.left.style for row in workbook("鹭汀镇")[words.VALUES].iter_rows(min_row=3) for cell in row}
    assert styles == {"thin"}
