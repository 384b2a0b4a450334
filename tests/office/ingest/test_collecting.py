"""Forms come back: what holds becomes lines of the ledger, what does not is told by its cell and changes nothing."""

from __future__ import annotations

import difflib
import io
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.round_duties import round_duties
from generator.analysis.target_status import StatusIndex
from generator.language.office.rounds import form_words as words
from generator.ledger.load import load
from generator.office.forms.form_content import UnitForm, unit_forms
from generator.office.forms.form_workbook import write_form
from generator.office.ingest.collecting.collect import collect, write_collection
from generator.office.ingest.collecting.received_files import Collection, ReceivedFile
from generator.office.ingest.collecting.trial import AnswerPlaces
from generator.office.ingest.form_findings import FormFinding, finding_lines
from generator.office.ingest.reply_workbook import reply_workbook
from tests.helpers.filled_forms import CONTRACT, copied_ledger, empty_forms, filled, opened, saved

ON = date(2023, 10, 13)
RIVERS = "disclosures/chengxi-progress-2023-q3.yml"


def collected(data: Path, *contents: bytes, on: date = ON, round_: str = "") -> Collection:
    """What some files change in a ledger; it is written."""
    checked = load(data, CONTRACT)
    received = [ReceivedFile(f"{number}.xlsx", content) for number, content in enumerate(contents, 1)]
    collection = collect(LedgerIndex(checked), checked, received, on, round_)
    write_collection(data, collection)
    return collection


def texts(data: Path) -> dict[str, str]:
    """File → its text."""
    return {p.relative_to(data).as_posix(): p.read_text(encoding="utf-8") for p in sorted(data.rglob("*.yml"))}


def changed(before: dict[str, str], after: dict[str, str]) -> tuple[list[str], list[str]]:
    """The lines that are gone, and those that are new, of all files together."""
    lines = [
        line
        for name, text in after.items()
        for line in difflib.ndiff(before.get(name, "").splitlines(), text.splitlines())
    ]
    return [line[2:] for line in lines if line[:2] == "- "], [line[2:] for line in lines if line[:2] == "+ "]


def told(collection: Collection) -> list[str]:
    """Place and grade of every finding."""
    return [
        f"{finding.sheet}!{finding.cell} {finding.grade} {finding.code}".removeprefix("! ")
        for result in collection.results
        for finding in result.findings
    ]


LATER = """\
reports:
  - id: {id}
    plan: clean-water
    section: clean-water-whole
    period: 2023-Q3
    state: 推进中
    summary: 手写的一条
    source: {{locator: 一}}
"""


@cache
def town() -> bytes:
    """The form of a town, with its figures and reports."""
    return filled(
        "鹭汀镇",
        {1: {"完成值": "９．５", "截至日期": "2023年9月30日"}, 2: {"完成值": "无变化"}},
        {1: {"状态": "推进中", "进展": "连通两条河道"}, 2: {"状态": "完成", "进展": "按季报送"}},
    )


def test_answers_are_added_and_nothing_else_changes(tmp_path: Path) -> None:
    """One figure, two reports and the answer itself: only new lines, and the ledger is still without faults."""
    data = copied_ledger(tmp_path)
    before = texts(data)
    collection = collected(data, town())
    gone, new = changed(before, texts(data))
    assert gone == []
    assert [line.strip() for line in new if "value" in line or "state" in line or "summary" in line] == [
        "value: 9.5",
        "value_text: 9.5",
        "state: 推进中",
        "summary: 连通两条河道",
        "state: 完成",
        "summary: 按季报送",
        "state: 齐",
    ]
    assert collection.results[0].taken
    observation = next(o for o in load(data, CONTRACT).ledger.observations if o.reported_by == "luting")
    assert (str(observation.value), observation.since_year, str(observation.as_of_on)) == ("9.5", 2021, "2023-09-30")
    assert observation.locator == "鹭汀镇上报表 指标!K4"


def test_again_nothing_changes(tmp_path: Path) -> None:
    """The same file a second time is known again, whatever it is called."""
    data = copied_ledger(tmp_path)
    collected(data, town())
    before = texts(data)
    collection = collected(data, town(), on=date(2023, 10, 20))
    assert texts(data) == before
    assert told(collection) == ["提示 taken-before"]


def test_a_corrected_form_changes_the_lines_of_its_values(tmp_path: Path) -> None:
    """A second form takes the place of the first one, value by value; both answers are on record."""
    data = copied_ledger(tmp_path)
    collected(data, town())
    before = texts(data)
    collected(data, filled("鹭汀镇", {1: {"完成值": "10.5"}}), on=date(2023, 10, 20))
    gone, new = changed(before, texts(data))
    assert [line.strip() for line in gone if "value" in line] == ["value: 9.5", "value_text: 9.5"]
    assert [line.strip() for line in new if "value" in line] == ["value: 10.5", "value_text: 10.5"]
    submissions = load(data, CONTRACT).ledger.submissions
    answers = [one for one in submissions if (one.round, one.organization) == ("2023-q3", "luting")]
    assert [(one.number, str(one.state)) for one in answers] == [(1, "齐"), (2, "部分")]


def test_an_error_blocks_the_form_and_no_other(tmp_path: Path) -> None:
    """Nothing of a form with an error is taken; the other one is."""
    data = copied_ledger(tmp_path)
    wrong = filled("区水利生态局", {1: {"完成值": "31.9"}, 3: {"完成值": "见附件"}})
    collection = collected(data, wrong, town())
    assert [result.taken for result in collection.results] == [False, True]
    assert "指标!K6 错误 elsewhere" in told(collection)
    assert "31.9" not in texts(data)[RIVERS]


def test_a_doubt_needs_a_reason(tmp_path: Path) -> None:
    """Without one the value is left out; with one it is taken as it was typed, and the reason is kept."""
    data = copied_ledger(tmp_path)
    collection = collected(data, filled("区水利生态局", {4: {"完成值": "50"}}))
    assert "指标!K7 疑点 ledger" in told(collection)
    assert "value: 50" not in texts(data)[RIVERS]
    collected(data, filled("区水利生态局", {4: {"完成值": "50", "说明": "新增一批工程"}}))
    assert "value: 50" in texts(data)[RIVERS]
    acknowledged = load(data, CONTRACT).ledger.acknowledged
    assert ("magnitude", "新增一批工程") in {(one.code, one.reason) for one in acknowledged}


def test_a_slip_that_the_unit_explains_is_taken_as_it_was_typed(tmp_path: Path) -> None:
    """Ten times the last figure, with a reason: nobody puts another number in its place."""
    collection = collected(copied_ledger(tmp_path), filled("鹭汀镇", {1: {"完成值": "65", "说明": "全部完工"}}))
    assert any(line.endswith("confirmed") for line in told(collection))
    assert "value: 65\n" in texts(tmp_path / "data")[RIVERS]


def test_a_form_of_another_site_is_told(tmp_path: Path) -> None:
    """It is whole and its round has the same name; nothing of it is taken."""
    index = LedgerIndex(load(copied_ledger(tmp_path), CONTRACT))
    form = unit_forms(index, StatusIndex(index), round_duties(index, index.ledger.rounds[0]))[0]
    collection = collected(tmp_path / "data", write_form(form, "another-plan-ledger"))
    assert [line.split()[-1] for line in told(collection)] == ["other-site"] and not collection.contents


@pytest.mark.parametrize(
    ("code", "told_otherwise"),
    [
        ("unknown-round", lambda form, _: form._replace(round=replace(form.round, id="2023-q9"))),
        ("other-plan", lambda form, index: form._replace(plan=index.plans["plan-2016-2020"])),
        ("unknown-unit", lambda form, _: form._replace(organization=replace(form.organization, id="nobody"))),
        ("not-asked", lambda form, index: form._replace(organization=index.organizations["wangchuan"])),
    ],
)
def test_a_whole_form_that_is_not_asked_for(
    code: str, told_otherwise: Callable[[UnitForm, LedgerIndex], UnitForm], tmp_path: Path
) -> None:
    """Its round, its plan or its unit is another one in the ledger of today: said so, and nothing of it is taken."""
    index = LedgerIndex(load(copied_ledger(tmp_path), CONTRACT))
    form = unit_forms(index, StatusIndex(index), round_duties(index, index.ledger.rounds[0]))[0]
    content = write_form(told_otherwise(form, index), index.site.package)
    collection = collected(tmp_path / "data", content)
    assert told(collection) == [f"错误 {code}"] and not collection.contents


def test_an_error_in_the_place_of_a_value_is_told_once(tmp_path: Path) -> None:
    """By the reader of numbers, which says what to do."""
    form = filled("鹭汀镇", {1: {"完成值": "#DIV/0!"}})
    assert len([line for line in told(collected(copied_ledger(tmp_path), form)) if "错误" in line]) == 1


def test_a_task_behind_its_time_needs_a_reason(tmp_path: Path) -> None:
    """It is said where the reason is missing."""
    form = filled("鹭汀镇", {}, {1: {"状态": "滞后", "进展": "还没有开工"}})
    assert any(line.endswith("reason-missing") for line in told(collected(copied_ledger(tmp_path), form)))


def test_a_sum_that_falls_is_asked_back(tmp_path: Path) -> None:
    """What is counted since a year does not become less."""
    collection = collected(copied_ledger(tmp_path), filled("区水利生态局", {3: {"完成值": "8"}}))
    assert "指标!K6 疑点 falling" in told(collection)


@pytest.mark.parametrize(
    ("unit", "row", "value", "said"),
    [("鹭汀镇", 1, "6", ["指标!K4 疑点 unchanged"]), ("区民生局", 2, "3.7", [])],
    ids=["a sum", "a level"],
)
def test_a_sum_that_is_the_same_again_is_asked_back(
    unit: str, row: int, value: str, said: list[str], tmp_path: Path
) -> None:
    """Work goes on, so its sum seldom stays; a level may."""
    collection = collected(copied_ledger(tmp_path), filled(unit, {row: {"完成值": value}}))
    assert told(collection) == said and collection.results[0].values == (not said)


def test_progress_without_a_state_is_asked_back(tmp_path: Path) -> None:
    """Nobody guesses the state from the words."""
    collection = collected(copied_ledger(tmp_path), filled("鹭汀镇", {}, {1: {"进展": "连通两条河道"}}))
    assert told(collection) == ["任务!G4 疑点 state-missing"] and not collection.results[0].reports


@pytest.mark.parametrize(
    ("values", "tasks", "said"),
    [
        ({"完成值": "9.5", "截至日期": "2022-01-31"}, {}, "指标!K4 错误 ledger"),
        ({}, {"状态": "完成", "进展": "连通\ufffd条河道"}, "任务!G4 错误 ledger"),
    ],
    ids=["a value", "a report"],
)
def test_a_fault_of_the_ledger_is_told_at_the_cell_that_makes_it(
    values: dict[str, str], tasks: dict[str, str], said: str, tmp_path: Path
) -> None:
    """What the rules of the ledger refuse blocks the form, and the unit sees where."""
    data = copied_ledger(tmp_path)
    before = texts(data)
    assert told(collected(data, filled("鹭汀镇", {1: values}, {1: tasks}))) == [said]
    assert texts(data) == before


def test_two_leads_with_two_figures(tmp_path: Path) -> None:
    """The first figure stands, the same one again adds nothing, another one is asked back."""
    data = copied_ledger(tmp_path)
    first, second = (filled(unit, {row: {"完成值": "7"}}) for unit, row in (("区民生局", 4), ("团区委", 1)))
    other = filled("团区委", {1: {"完成值": "8"}})
    collection = collected(data, first, second)
    assert [result.values for result in collection.results] == [1, 0]
    assert "指标!K4 疑点 other-unit" in told(collected(data, other))


def test_the_same_figure_of_another_unit_is_an_answer(tmp_path: Path) -> None:
    """Who tells what another lead has told has answered: its form is not called partial, nor empty."""
    data = copied_ledger(tmp_path)
    collected(data, filled("区民生局", {4: {"完成值": "7"}}))
    collection = collected(data, filled("团区委", {1: {"完成值": "7"}}))
    assert str(collection.results[0].state) != "空表"
    assert "指标!K4 提示 other-unit-same" in told(collection)


def test_a_fault_far_from_the_answer_blocks_its_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault that no answer is known for is never written: of two forms the one that makes it is not taken."""
    data = copied_ledger(tmp_path)
    form = filled("鹭汀镇", {}, {1: {"状态": "推进中", "进展": "连通两条河道"}})
    collected(Path(shutil.copytree(data, tmp_path / "tried")), form)
    id_ = next(one.id for one in load(tmp_path / "tried", CONTRACT).ledger.reports if one.summary == "连通两条河道")
    with (data / "documents.yml").open("a", encoding="utf-8") as file:
        file.write("\n- {id: later, title: 后来的汇总, issuer: 区政府办, signed_on: 2023-10-12, validity: 未标注}\n")
    (data / "disclosures" / "later.yml").write_text(LATER.format(id=id_), encoding="utf-8")
    before = texts(data)
    monkeypatch.setattr(AnswerPlaces, "of", lambda *_: None)
    collection = collected(data, form, filled("区水利生态局", {1: {"完成值": "31.9"}}))
    assert [result.taken for result in collection.results] == [False, True]
    finding = collection.results[0].findings[0]
    assert finding.grade == "错误"
    assert "收下以后台账会通不过检查" in finding.words
    assert "later.yml:2:" in finding.words
    after = texts(data)
    assert "连通两条河道" not in "".join(after.values())
    load(data, CONTRACT)  # has no fault
    assert after["disclosures/later.yml"] == before["disclosures/later.yml"]


def test_what_is_said_of_many_cells_is_said_once() -> None:
    """A first round has no earlier figures at all: one line says so, not one for each cell."""
    many = [FormFinding("no-last", words.VALUES, f"K{row}") for row in range(4, 21)]
    few = [FormFinding("value-missing", words.VALUES, cell) for cell in ("K21", "K22")]
    lines = [*finding_lines("表.xlsx", [*many, *few])]
    assert [line.partition(": ")[0] for line in lines] == [
        "表.xlsx 指标!K4、K5、K6 等 17 格",
        "表.xlsx 指标!K21、K22",
    ]


def test_an_empty_form_and_one_without_change(tmp_path: Path) -> None:
    """An empty form is no answer; 无变化 on the first sheet is one for all rows."""
    data = copied_ledger(tmp_path)
    book = opened(empty_forms()["鹭汀镇"])
    book[words.COVER]["B10"] = words.NO_CHANGE
    collection = collected(data, empty_forms()["松坞镇"], saved(book))
    assert [str(result.state) for result in collection.results] == ["空表", "无变化"]


Spoil = Callable[[Any], None]


def _key(book: Any) -> None:
    book[words.KEYS]["C1"] = "forest-coverage"


def _unit(book: Any) -> None:
    book.defined_names["PL_UNIT"].attr_text = '"songwu"'


def _site(book: Any) -> None:
    book.defined_names["PL_SITE"].attr_text = '"other"'


def _version(book: Any) -> None:
    book.defined_names["PL_VERSION"].attr_text = '"0"'


def _no_name(book: Any) -> None:
    del book.defined_names["PL_CHECK"]


def _no_sheet(book: Any) -> None:
    del book[words.TASKS]


def _pasted(book: Any) -> None:
    book[words.VALUES]["B4"] = "别的指标"


def _cover(book: Any) -> None:
    book[words.COVER]["B10"] = "都完成了"


def _long(book: Any) -> None:
    book[words.TASKS]["G4"], book[words.TASKS]["H4"] = "推进中", "进" * 201


def _status(book: Any) -> None:
    book[words.VALUES]["K4"], book[words.VALUES]["L4"] = "9", "大概"


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (_key, "错误 keys-changed"),
        (_unit, "错误 keys-changed"),
        (_site, "错误 keys-changed"),
        (_version, "错误 other-version"),
        (_no_name, "错误 no-form"),
        (_no_sheet, "错误 sheet-missing"),
        (_pasted, "指标!A4 错误 row-changed"),
        (_cover, "填表说明!B10 错误 cover-unknown"),
        (_long, "任务!H4 错误 too-long"),
        (_status, "指标!L4 错误 status-unknown"),
    ],
)
def test_forms_that_were_tampered_with(tmp_path: Path, spoil: Spoil, expected: str) -> None:
    """Each is told apart, and nothing of it is taken."""
    data = copied_ledger(tmp_path)
    before = texts(data)
    book = opened(filled("鹭汀镇", {1: {"完成值": "9.5"}}))
    spoil(book)
    collection = collected(data, saved(book))
    assert expected in told(collection)
    assert texts(data) == before


def test_a_row_that_was_moved_is_found_again(tmp_path: Path) -> None:
    """Somebody sorted the sheet: the answers still belong to their indicators."""
    data = copied_ledger(tmp_path)
    book = opened(filled("鹭汀镇", {1: {"完成值": "9.5"}}))
    sheet = book[words.VALUES]
    for column in range(1, sheet.max_column + 1):
        one, other = sheet.cell(4, column), sheet.cell(5, column)
        one.value, other.value = other.value, one.value
    collection = collected(data, saved(book))
    assert "指标!A5 提示 row-moved" in told(collection)
    found = next(o for o in load(data, CONTRACT).ledger.observations if o.reported_by == "luting")
    assert (found.indicator, found.locator) == ("river-length", "鹭汀镇上报表 指标!K5")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        "指标,完成值\n".encode(),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old",
        b"PK\x03\x04 cut off",
    ],
    ids=["empty", "csv", "old format", "damaged"],
)
def test_what_is_no_workbook(tmp_path: Path, content: bytes) -> None:
    """A file of another kind is refused with its reason."""
    data = copied_ledger(tmp_path)
    before = texts(data)
    assert told(collected(data, content)) == ["错误 not-workbook"]
    assert texts(data) == before


def test_an_old_form_after_a_new_one(tmp_path: Path) -> None:
    """What becomes of the figure is told, and how the new form can be taken again."""
    data = copied_ledger(tmp_path)
    new = filled("鹭汀镇", {1: {"完成值": "9.7"}})
    collected(data, new)
    collection = collected(data, town(), on=date(2023, 10, 14))
    assert "指标!K4 提示 changed-answer" in told(collection)
    assert "2023-10-13 报过 9.7，改为 9.5" in collection.results[0].findings[-1].words
    collection = collected(data, new, on=date(2023, 10, 15))
    assert told(collection) == ["提示 taken-before-another"]
    assert "用的是后一份" in collection.results[0].findings[0].words


def test_another_round(tmp_path: Path) -> None:
    """An older form is told from one of the round that is collected."""
    data = copied_ledger(tmp_path)
    assert told(collected(data, town(), round_="2024-q1")) == ["错误 other-round"]


def test_two_forms_of_one_unit(tmp_path: Path) -> None:
    """The last one counts, and that is said."""
    data = copied_ledger(tmp_path)
    collection = collected(data, filled("鹭汀镇", {1: {"完成值": "9"}}), filled("鹭汀镇", {1: {"完成值": "9.5"}}))
    assert told(collection) == ["提示 given-twice"]
    assert [result.taken for result in collection.results] == [False, True]


def test_the_answer_to_the_sender() -> None:
    """A copy of the form with coloured cells and a list; the sender's file is as it was."""
    content = filled("团区委", {1: {"完成值": "见附件"}})
    checked = load(copied := Path(__file__).parents[2] / "district" / "data", CONTRACT)
    assert copied.is_dir()
    received = [ReceivedFile("a.xlsx", content)]
    result = collect(LedgerIndex(checked), checked, received, ON).results[0]
    reply = reply_workbook(content, result.findings)
    assert reply is not None
    book = opened(reply)
    assert [cell.value for cell in book[words.PROBLEMS][2]][:3] == ["指标", "K4", "错误"]
    assert book[words.VALUES]["K4"].fill.start_color.rgb.endswith("F8CBAD")


def test_a_workbook_that_unpacks_to_too_much(tmp_path: Path) -> None:
    """A small file that would fill the memory is refused before it is opened."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/workbook.xml", "x")
        file.writestr("xl/worksheets/sheet1.xml", b" " * (120 * 1024 * 1024))
    assert told(collected(copied_ledger(tmp_path), out.getvalue())) == ["错误 not-workbook"]
