"""Broken-down targets come back: what holds becomes lines of the ledger, the rest is told cell by cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.target_status import StatusIndex
from generator.cli.main import main
from generator.language.office.rounds import breakdown_words as words
from generator.language.office.rounds import form_words
from generator.ledger.load import load
from generator.office.forms.breakdown.breakdown_content import BreakdownForm
from generator.office.forms.breakdown.breakdown_workbook import write_breakdown
from generator.office.forms.form_workbook import HEAD_ROW
from generator.office.ingest.breakdown.parts_collecting import collect_parts, is_breakdown
from generator.office.ingest.collecting.collect import write_collection
from generator.office.ingest.collecting.received_files import Collection, ReceivedFile
from tests.helpers.breakdown_forms import DOCUMENT, TOWNS, Parts, filled_parts, made
from tests.helpers.filled_forms import CONTRACT, DISTRICT, copied_ledger, empty_forms, opened, saved
from tests.helpers.sites import snapshot

ON = date(2023, 10, 20)
Change = Callable[[BreakdownForm, LedgerIndex], BreakdownForm]
SAFETY, WATER = "区民生局", "区水利生态局"
DEATHS, FOREST, RIVER = "生产安全事故死亡人数", "森林覆盖率", "治理河道长度"
EVERY = {(DEATHS, town): {"分解目标": 1} for town in TOWNS}


def read(data: Path, *files: bytes) -> Collection:
    """Some forms, read and written."""
    checked = load(data, CONTRACT)
    received = [ReceivedFile(f"{n}.xlsx", content) for n, content in enumerate(files)]
    collection = collect_parts(LedgerIndex(checked), checked, received, ON)
    write_collection(data, collection)
    return collection


def said(collection: Collection) -> list[tuple[str, str]]:
    """Cell and code of all findings."""
    return [(one.cell, one.code) for result in collection.results for one in result.findings]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return copied_ledger(tmp_path)


def test_parts_become_targets_of_towns(data: Path) -> None:
    """Five towns with one each are five targets of the document, and only these lines are new."""
    file = data / "disclosures" / f"{DOCUMENT}.yml"
    before = file.read_text(encoding="utf-8").splitlines()
    collection = read(data, filled_parts(SAFETY, EVERY))
    assert said(collection) == [] and collection.results[0].taken
    after = file.read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line in before] == before
    new = [t for t in load(data, CONTRACT).ledger.targets if t.indicator == "accident-deaths" and t.organization]
    assert [(t.value, t.value_text, str(t.comparator), t.document) for t in new] == [
        (Decimal(1), "1人", "≤", DOCUMENT)
    ] * 5
    assert new[0].locator == "区民生局分解表 分解!I4"
    written = snapshot(data)
    again = read(data, filled_parts(SAFETY, EVERY))
    assert again.results[0].values == 0 and snapshot(data) == written


def test_a_part_that_is_missing_is_told_and_not_checked(data: Path) -> None:
    """Two towns of five: their parts are taken, and it is said that the sum was not held against the whole."""
    some = {key: EVERY[key] for key in [*EVERY][:2]}
    collection = read(data, filled_parts(SAFETY, some))
    assert said(collection) == [("I5", "parts-unchecked")]
    assert "云岫乡、桐汀街道、望川县没有填" in collection.results[0].findings[0].words
    assert collection.results[0].values == 2


def test_parts_that_the_ledger_has_count_in_the_sum(data: Path) -> None:
    """Two towns have their parts already: with the other three nothing is missing, and four more are too many."""
    first, others = ({key: EVERY[key] for key in keys} for keys in ([*EVERY][:2], [*EVERY][2:]))
    read(data, filled_parts(SAFETY, first))
    more = {**others, next(iter(others)): {"分解目标": 4}}
    assert [code for _, code in said(read(data, filled_parts(SAFETY, more)))] == ["parts-differ"]
    collection = read(data, filled_parts(SAFETY, others))
    assert said(collection) == [] and collection.results[0].values == 3


def test_parts_of_a_target_from_above_are_others(data: Path) -> None:
    """What a town owes of the target that was handed down does not stand for its part of the district's own."""
    file = data / "disclosures" / f"{DOCUMENT}.yml"
    above = [
        f"  - {{indicator: accident-deaths, {organization}start_year: 2021, end_year: 2025, comparator: '≤', "
        f"value: {value}, value_text: {value}人, set_by: 上级下达, source: {{locator: 三}}}}\n"
        for organization, value in (("", 10), ("organization: 鹭汀镇, ", 2))
    ]
    text = file.read_text(encoding="utf-8").replace("targets:\n", "targets:\n" + "".join(above))
    file.write_text(text, encoding="utf-8")
    collection = read(data, filled_parts(SAFETY, EVERY))
    assert said(collection) == [] and collection.results[0].values == 5
    parts = [t for t in load(data, CONTRACT).ledger.targets if t.indicator == "accident-deaths" and t.organization]
    assert sorted((t.value, t.set_by or "") for t in parts) == [(Decimal(1), "")] * 5 + [(Decimal(2), "上级下达")]


def test_more_than_the_whole_allows_blocks_the_form(data: Path) -> None:
    """Ten deaths where five are allowed: the rule of the ledger holds for forms, too."""
    parts = {key: {"分解目标": 2, "说明": "如此"} for key in EVERY}
    written = snapshot(data)
    collection = read(data, filled_parts(SAFETY, parts))
    assert collection.results[0].blocked and snapshot(data) == written


def test_shares_are_never_summed_and_all_below_the_whole_need_a_reason(data: Path) -> None:
    """31 % for every town cannot come to 31.5 %: a doubt, which a written reason settles and acknowledged.yml keeps."""
    parts: dict[tuple[str, str], dict[str, object]] = {(FOREST, town): {"分解目标": 31} for town in TOWNS}
    collection = read(data, filled_parts(WATER, parts))
    assert [(cell[0], code) for cell, code in said(collection)] == [("I", "ledger")]
    assert "加权平均达不到" in collection.results[0].findings[0].words
    assert collection.results[0].values == 0
    parts[FOREST, TOWNS[0]] = {"分解目标": 31, "说明": "城区由区级承担"}
    collection = read(data, filled_parts(WATER, parts))
    assert collection.results[0].values == 5
    (answer,) = [one for one in load(data, CONTRACT).tables.rows["acknowledged"] if one["code"] == "parts-all-off"]
    assert answer["reason"] == "城区由区级承担"


def test_a_town_may_ask_for_more_or_less_than_the_whole_in_its_own_way(data: Path) -> None:
    """A share of its own and a comparator of its own are taken as they are."""
    parts: Parts = {(FOREST, "鹭汀镇"): {"分解目标": "40%", "比较符": ">"}, (FOREST, "松坞镇"): {"分解目标": 20}}
    collection = read(data, filled_parts(WATER, parts))
    assert collection.results[0].values == 2
    found = {t.organization: t for t in load(data, CONTRACT).ledger.targets if t.indicator == "forest-coverage"}
    assert (found["luting"].value, found["luting"].comparator) == (Decimal(40), ">")
    assert (found["songwu"].value, found["songwu"].comparator) == (Decimal(20), "≥")


def test_a_part_of_the_ledger_stays(data: Path) -> None:
    """60 km stand in the plan: another number is no correction; parts beyond the whole need a reason."""
    written = snapshot(data)
    collection = read(data, filled_parts(WATER, {(RIVER, "鹭汀镇"): {"分解目标": 50}}, "river-length"))
    assert said(collection) == [("I4", "part-there")]
    assert snapshot(data) == written
    collection = read(data, filled_parts(WATER, {(RIVER, "云岫乡"): {"分解目标": 1}}, "river-length"))
    assert [code for _, code in said(collection)] == ["parts-differ"] and snapshot(data) == written


def test_a_reason_does_not_make_up_for_a_fault_wherever_that_stands(data: Path) -> None:
    """121 km of 120 with a reason: the rule finds it in the older document, and the form is blocked all the same."""
    written = snapshot(data)
    parts: Parts = {(RIVER, "云岫乡"): {"分解目标": 1, "说明": "多算了一段"}}
    earlier = "chengxi-145-midterm-review-2023"
    collection = read(data, filled_parts(WATER, parts, "river-length", document=earlier))
    assert [code for _, code in said(collection)] == ["parts-explained", "ledger"]
    assert collection.results[0].blocked and snapshot(data) == written


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"分解目标": "很多"}, "unread"),
        ({"分解目标": 1, "比较符": "不超过"}, "status-unknown"),
        ({"说明": "以后再定"}, "part-empty"),
        ({"分解目标": 1, "说明": "找 13800138000"}, "personal"),
    ],
)
def test_odd_cells_are_told(answers: dict[str, object], code: str, data: Path) -> None:
    """Each with its cell; nothing of them is written."""
    written = snapshot(data)
    collection = read(data, filled_parts(SAFETY, {(DEATHS, "鹭汀镇"): answers}))
    assert code in [code for _, code in said(collection)]
    assert snapshot(data) == written


def test_words_are_taken_where_the_target_is_words(data: Path) -> None:
    """A target without a number is broken down in words."""
    unit = next(iter(made("civility")))
    parts: Parts = {("居民文明素养", "鹭汀镇"): {"文字表述": "建成文明村"}, ("居民文明素养", "松坞镇"): {"分解目标": 3}}
    collection = read(data, filled_parts(unit, parts, "civility"))
    assert [code for _, code in said(collection)] == ["part-words"]
    (new,) = [t for t in load(data, CONTRACT).ledger.targets if t.indicator == "civility" and t.organization]
    assert (new.value, new.value_text) == (None, "建成文明村")


def renamed(name: str, value: str) -> bytes:
    """A form that says something else of itself."""
    book = opened(filled_parts(SAFETY, EVERY))
    book.defined_names[name].attr_text = f'"{value}"'
    return saved(book)


def with_keys_changed() -> bytes:
    book = opened(filled_parts(SAFETY, EVERY))
    book[form_words.KEYS]["C1"].value = "forest-coverage@luting"
    return saved(book)


@pytest.mark.parametrize(
    ("form", "code"),
    [
        (lambda: renamed("PL_VERSION", "0"), "other-version"),
        (lambda: renamed("PL_PLAN", "plan-2023"), "keys-changed"),
        (with_keys_changed, "keys-changed"),
    ],
    ids=["older", "another plan", "keys"],
)
def test_forms_that_are_none_of_ours_are_told_apart(form: Callable[[], bytes], code: str, data: Path) -> None:
    """An older form, another plan's, changed hidden keys: nothing is taken."""
    assert [one for _, one in said(read(data, form()))] == [code]


def test_a_form_of_another_document_or_place_is_told(data: Path) -> None:
    """A document that was taken out of the ledger meanwhile, and the form of another ledger."""
    content = filled_parts(SAFETY, EVERY)
    site = data / "site.yml"
    site.write_text(
        site.read_text(encoding="utf-8").replace("package: chengxi-plan-ledger", "package: other-ledger"),
        encoding="utf-8",
    )
    assert [code for _, code in said(read(data, content))] == ["other-site"]


def as_told_by(change: Change) -> bytes:
    """The form of a unit, whole, of another document, plan or unit."""
    index = LedgerIndex(load(DISTRICT, CONTRACT))
    return write_breakdown(index, StatusIndex(index), change(made()[SAFETY][0], index))


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("breakdown-document", lambda form, _: form._replace(document=replace(form.document, id="gone"))),
        ("breakdown-plan", lambda form, _: form._replace(plan=replace(form.plan, id="gone"))),
        ("unknown-unit", lambda form, _: form._replace(organization=replace(form.organization, id="gone"))),
        ("breakdown-nothing", lambda form, index: form._replace(organization=index.organizations["luting"])),
    ],
)
def test_a_whole_form_that_is_not_asked_for(code: str, change: Change, data: Path) -> None:
    """Its document, its plan or its unit is not in the ledger of today: said so, and nothing is taken."""
    collection = read(data, as_told_by(change))
    assert said(collection) == [("", code)] and not collection.contents


def test_of_two_units_that_lead_the_first_one_counts(data: Path) -> None:
    """The same part again adds nothing; another one is asked back, and the others of that form are taken."""
    file = data / "tasks/plan-2021-2025/01-main-targets.yml"
    text = file.read_text(encoding="utf-8")
    start = text.index("- id: work-safety")
    task = text[start:].replace("单独牵头", "分别牵头", 1).replace("lead: [区民生局]", f"lead: [{SAFETY}, {WATER}]", 1)
    file.write_text(text[:start] + task, encoding="utf-8")
    other = opened(as_told_by(lambda form, index: form._replace(organization=index.organizations["water-and-ecology"])))
    sheet = other[words.SHEET]
    column = [cell.value for cell in sheet[HEAD_ROW + 1]].index("分解目标") + 1
    for row, value in enumerate((1, 2, 1), HEAD_ROW + 2):
        sheet.cell(row, column).value = value
    collection = read(data, filled_parts(SAFETY, {key: EVERY[key] for key in [*EVERY][:2]}), saved(other))
    assert [code for _, code in said(collection) if code != "parts-unchecked"] == ["other-unit"]
    assert [result.values for result in collection.results] == [2, 1]


def test_of_two_forms_of_a_unit_the_last_one_counts(data: Path) -> None:
    """The first one is told that it was."""
    collection = read(data, filled_parts(SAFETY, EVERY), filled_parts(SAFETY, {(DEATHS, "鹭汀镇"): {"分解目标": 3}}))
    assert [code for _, code in said(collection)] == ["given-twice", "parts-unchecked"]
    assert not collection.results[0].taken and collection.results[1].values == 1


def test_the_command_takes_both_kinds_of_forms_at_once(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder with a form of a round and one that breaks targets down: each is known by what it says of itself."""
    received = tmp_path / "received"
    received.mkdir()
    (received / "a.xlsx").write_bytes(filled_parts(SAFETY, EVERY))
    (received / "b.xlsx").write_bytes(empty_forms()["鹭汀镇"])
    assert is_breakdown(ReceivedFile("a", filled_parts(SAFETY, EVERY)))
    assert not is_breakdown(ReceivedFile("b", empty_forms()["鹭汀镇"])) and not is_breakdown(ReceivedFile("c", b"PK"))
    written = snapshot(data)
    assert main(["--data", str(data), "ingest", str(received), "--dry-run", "--on", "2023-10-20"]) == 0
    printed = capsys.readouterr().out
    assert "新的分解目标 5 个" in printed and "鹭汀镇，空表" in printed and words.SHEET not in snapshot(data)
    assert snapshot(data) == written
