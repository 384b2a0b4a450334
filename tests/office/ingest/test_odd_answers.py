"""Answers as people, programs and ill-wishers type them: what is read, what is asked back, what never comes in."""

from __future__ import annotations

from datetime import datetime

import pytest

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.round_duties import round_duties
from generator.language.office.rounds.form_words import TASKS, VALUES
from generator.ledger.load import load
from generator.ledger.reading.nodes import Mapping, Scalar, Sequence
from generator.ledger.reading.yaml_reader import read_text
from generator.office.ingest.collecting.returned_forms import returned_form
from generator.office.ingest.form_answers import read_answers
from tests.helpers.filled_forms import CONTRACT, DISTRICT, filled
from tests.helpers.odd_forms import ON, packed, read, returned, told, typed

FIGURES = "xl/worksheets/sheet2.xml"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("９．５", "9.5"),
        ("9.5\r\n", "9.5"),
        ("9\u00a0.5", "9.5"),
        ("\u200b9.5\ufeff", "9.5"),
        ("'9.5", "9.5"),
        ("+9.5", "9.5"),
        ("9.5。", "9.5"),
        ("9.", "9"),
        ("009.5", "9.5"),
        ("9.50", "9.50"),
        ("9500米", "9.5"),
        ("九点五", "9.5"),
        ("9.5公里", "9.5"),
        ("9.5\n(快报)", "9.5"),
        (9.5, "9.5"),
        (9, "9"),
    ],
)
def test_figures_that_are_read(text: object, value: str) -> None:
    """However it is typed, the figure is this one, and the ledger takes it."""
    collection = read(typed(VALUES, "K4", text))
    assert collection.results[0].values == 1
    assert _written(collection.contents, "observations", "value") == value


@pytest.mark.parametrize("number", ["9.5999999999999996", "9.600000000000001", "9.59999999999999964"])
def test_figures_that_a_program_reckoned(number: str) -> None:
    """What arithmetic leaves behind the fifteenth digit is no figure."""
    collection = read(packed({FIGURES: (r'<c r="K4"[^>]*>.*?</c>', f'<c r="K4"><f>A1</f><v>{number}</v></c>')}))
    assert _written(collection.contents, "observations", "value") == "9.6"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1e5", "错误 unread"),
        ("1E+05", "错误 unread"),
        ("0x10", "错误 unread"),
        ("9..5", "错误 unread"),
        ("9.5.1", "错误 unread"),
        ("(9.5)", "错误 unread"),
        ("<b>9.5</b>", "错误 unread"),
        ("@9.5", "错误 unread"),
        ("≥9.5", "错误 unread"),
        ("null", "错误 unread"),
        ("9.5～10", "错误 range"),
        ("9.5%", "错误 unit-other"),
        ("9.5元", "错误 unit-other"),
        ("9" * 400, "错误 too-long"),
        ("是" * 30_000, "错误 too-long"),
        ("9.5（电话13812345678）", "错误 personal"),
        (datetime(2023, 9, 5), "错误 date"),
        (True, "错误 truth"),
        ("9,5", "疑点 comma"),
        ("−5", "疑点 negative"),
        ("①", "疑点 falling"),
        ("１，２３４", "疑点 ledger"),
        ("1 234", "疑点 ledger"),
        (1e20, "疑点 ledger"),
    ],
    ids=lambda value: str(value)[:12],
)
def test_figures_that_are_asked_back(text: object, expected: str) -> None:
    """None of these is taken for a figure."""
    collection = read(typed(VALUES, "K4", text))
    assert f"指标!K4 {expected}" in told(collection)
    assert collection.results[0].values == 0
    assert all(len(one.words) < 250 for one in collection.results[0].findings)


@pytest.mark.parametrize(
    "text",
    [
        *("a: b", "a # b", "- a", "'a'", '"a"', "@a", "%a", "&a", "*a", "!a", "|", "{a}", "[a]", "null", "~", "yes"),
        *("<script>alert(1)</script>", "+1", "-1+1|cmd", "?", "#a", "a'b\"c", "进" * 200, "😀展", "{{ a }}"),
    ],
)
def test_words_stay_words(text: str) -> None:
    """Signs that mean something to YAML, to a spreadsheet or to a browser are kept as they are."""
    collection = read(typed(TASKS, "H4", text))
    assert _written(collection.contents, "reports", "summary") == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("连通\r\n两条", "连通 两条"),
        ("连通\u2028两条", "连通 两条"),
        ("连通_x000D_\n两条", "连通 两条"),
        ("连通\t两条", "连通 两条"),
        ("\u202e连通\u200b两条", "连通两条"),
        ("连\x7f通\u0085两条", "连通 两条"),
    ],
)
def test_words_on_one_line(text: str, kept: str) -> None:
    """Breaks become blanks; signs that nobody sees, or that turn the text round, are left out."""
    assert _written(read(typed(TASKS, "H4", text)).contents, "reports", "summary") == kept


CELLS = [(TASKS, "H4"), (TASKS, "I4"), (TASKS, "J4"), (VALUES, "N4"), (TASKS, "G4"), (VALUES, "M4")]
NUMBERS = ["13812345678", "138 1234 5678", "11010519491231002X", "zhang@example.cn"]


@pytest.mark.parametrize(
    ("sheet", "cell", "number"),
    [
        pytest.param(*cell, number, marks=[] if cell == CELLS[0] or number == NUMBERS[0] else [pytest.mark.endurance])
        for cell in CELLS
        for number in NUMBERS
    ],
)
def test_numbers_of_persons(sheet: str, cell: str, number: str) -> None:
    """They come neither into the ledger nor into what is said of them."""
    collection = read(typed(sheet, cell, f"联系张某{number}"))
    assert f"{sheet}!{cell} 错误 personal" in told(collection)
    assert not collection.contents
    assert all(number not in one.words for one in collection.results[0].findings)


@pytest.mark.parametrize(
    ("cell", "text", "expected"),
    [
        (f"{VALUES}!M4", "2023年9月30日", ""),
        (f"{VALUES}!M4", "２０２３．９．３０\u200b", ""),
        (f"{VALUES}!M4", datetime(2023, 9, 30), ""),
        (f"{VALUES}!M4", "2023-13-40", "错误 day-none"),
        (f"{VALUES}!M4", "2099-01-01", "错误 day-later"),
        (f"{VALUES}!M4", "乱写", "错误 day-unread"),
        (f"{VALUES}!M4", "23-9-30", "疑点 day-century"),
        (f"{VALUES}!L4", "快 报\u200b", ""),
        (f"{VALUES}!L4", "预计数", ""),
        (f"{VALUES}!L4", "大概", "错误 status-unknown"),
        (f"{TASKS}!G4", "√完成\u200b", ""),
        (f"{TASKS}!G4", "Done", "错误 state-unread"),
        (f"{TASKS}!G4", "基本完成", "疑点 state-nearly"),
        (f"{TASKS}!H4", "/", "疑点 progress-missing"),
        (f"{TASKS}!H4", "\u200b", "疑点 progress-missing"),
        (f"{TASKS}!H4", "进" * 201, "错误 too-long"),
    ],
)
def test_days_and_words_of_the_lists(cell: str, text: object, expected: str) -> None:
    """They are read with the same patience, and told with their cells."""
    sheet, _, place = cell.partition("!")
    assert told(read(typed(sheet, place, text))) == ([f"{cell} {expected}"] if expected else [])


def _written(contents: object, table: str, key: str) -> str:
    """A value of the last record of a list in the file of disclosures, read as YAML."""
    assert isinstance(contents, dict)
    (text,) = (content.decode() for name, content in contents.items() if name.startswith("disclosures/"))
    root, findings = read_text(text, "")
    assert not findings
    assert isinstance(root, Mapping)
    records = root.get(table)
    assert isinstance(records, Sequence)
    record = records.items[-1]
    assert isinstance(record, Mapping)
    value = record.get(key)
    assert isinstance(value, Scalar)
    return value.text


def test_a_task_that_is_no_more_asked_for_is_told() -> None:
    """A form may come back after the ledger changed: its row is told, and nothing of it is taken."""
    index = LedgerIndex(load(DISTRICT, CONTRACT))
    form = returned_form(returned())
    record = next(one for one in index.ledger.rounds if one.id == form.identity.round)
    unit = next(one for one in round_duties(index, record).units if one.organization.name == "鹭汀镇")
    answers = read_answers(index, record, unit._replace(tasks=()), form, ON)
    assert [(one.code, one.sheet, one.cell) for one in answers.findings] == [("row-over", TASKS, "A4")]
    assert len(answers.values) == 1 and not answers.tasks


def test_a_first_figure_cannot_be_compared_and_that_is_said() -> None:
    """Nobody told one before, so a slip of the unit would not be seen; the figure is taken."""
    collection = read(filled("鹭汀镇", {1: {"完成值": "9.5"}, 2: {"完成值": "2"}}))
    assert [line for line in told(collection) if line.endswith("no-last")] == ["指标!K5 未能核对 no-last"]
    assert collection.results[0].values == 2
    assert "no-last" not in "".join(told(read(filled("鹭汀镇", {2: {"完成值": "很多"}}))))


def test_a_reason_does_not_settle_what_was_typed() -> None:
    """Two numbers in a cell, or a bound, are asked back all the same: nobody knows which number is meant."""
    for text, code in (("5+4.5", "sum"), ("超9", "bound")):
        collection = read(filled("鹭汀镇", {1: {"完成值": text, "说明": "两段"}}))
        assert told(collection) == [f"指标!K4 疑点 {code}"] and collection.results[0].values == 0


def test_a_form_in_which_each_row_is_unchanged_says_so_as_a_whole() -> None:
    """Figures and tasks alike; one row without an answer makes it a part."""
    values: dict[int, dict[str, object]] = {1: {"完成值": "无变化"}, 2: {"完成值": "不变"}}
    tasks: dict[int, dict[str, object]] = {1: {"状态": "无变化"}, 2: {"状态": "没有变化"}}
    assert str(read(filled("鹭汀镇", values, tasks)).results[0].state) == "无变化"
    assert str(read(filled("鹭汀镇", values, {1: tasks[1]})).results[0].state) == "部分"
