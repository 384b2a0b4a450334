"""Typed records: the words of checked rows become figures, dates and enumerated values, and nothing else changes."""

from __future__ import annotations

import dataclasses
import typing
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ledger import enums
from generator.ledger.ledger import RECORDS, Ledger, build_ledger
from generator.ledger.reading.findings import Mark
from generator.ledger.reading.rows import Row, Tables
from generator.ledger.records import Document, Evidence
from tests.helpers.ledger import LEDGER, contract, tables_of, write

MARK = Mark("data/x/y.yml", 7, 3)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Rows of the ledger of the tests."""
    return tables_of(write(tmp_path_factory.mktemp("ledger"), LEDGER))


@pytest.fixture(scope="module")
def ledger(tables: Tables) -> Ledger:
    """Records of the ledger of the tests."""
    return build_ledger(tables)


def all_records(ledger: Ledger) -> list[Any]:
    """Every record of a ledger."""
    return [record for name in RECORDS for record in getattr(ledger, name)]


def only(table: str, **cells: str) -> Tables:
    """Tables with one row in one table."""
    found = Tables({name: [] for name in RECORDS})
    found.rows[table].append(Row(cells, {}, MARK))
    return found


def test_records_follow_the_contract() -> None:
    """There is a class for every table, in the order of the contract, with just its columns and the file."""
    assert [*RECORDS] == [*contract().tables]
    for name, record in RECORDS.items():
        assert {f.name for f in dataclasses.fields(record)} == {*contract().tables[name].columns, "file"}


TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (Decimal,),
    "date": (date,),
    "boolean": (bool,),
}


def test_types_follow_the_contract() -> None:
    """Every field has the type of its column; it may be None just where the contract does not require it."""
    for name, record in RECORDS.items():
        hints = typing.get_type_hints(record)
        for column, field in contract().tables[name].by_name.items():
            arguments = typing.get_args(hints[column]) or (hints[column],)
            kind = next(a for a in arguments if a is not type(None))
            assert (type(None) in arguments) == (not field.required), (name, column)
            assert issubclass(kind, TYPES[field.type]), (name, column)
            assert issubclass(kind, bool) == (field.type == "boolean"), (name, column)


def test_enumerations_follow_the_contract() -> None:
    """A column with a list of values is typed by an enumeration of just these, in their order, or is a plain text."""
    typed = set()
    for name, record in RECORDS.items():
        hints = typing.get_type_hints(record)
        for column, field in contract().tables[name].by_name.items():
            kinds: tuple[Any, ...] = typing.get_args(hints[column]) or (hints[column],)
            for kind in kinds:
                if issubclass(kind, StrEnum):
                    typed.add(kind.__name__)
                    assert tuple(kind) == field.enum, (name, column)
    assert len(typed) > 10


def test_every_enumeration_is_of_the_contract() -> None:
    """The values of every enumeration stand in the contract, but for those that stand in no table."""
    lists = {field.enum for spec in contract().tables.values() for field in spec.fields}
    found = [e for e in vars(enums).values() if isinstance(e, type) and issubclass(e, StrEnum) and e is not StrEnum]
    assert len(found) > 10
    for enumeration in found:
        assert tuple(enumeration) in lists or enumeration in (
            enums.ExclusionReason,
            enums.ItemState,
            enums.State,
            enums.Edit,
            enums.PlaceLevel,
            enums.Grade,
            enums.CellGrade,
        )


def test_document(ledger: Ledger) -> None:
    """A record holds typed values; what is not given is None."""
    assert ledger.documents[1] == Document(
        file="documents.yml",
        id="doc-2018",
        title="云澜区2018年计划",
        issuer="云澜区人民政府",
        doc_number=None,
        index_number=None,
        topic=None,
        drafted_on=None,
        published_on=date(2018, 2, 1),
        signed_on=date(2018, 1, 18),
        validity=enums.Validity.NOT_SAID,
        repeal_basis=None,
        disclosure=None,
        url=None,
        text_sha256=None,
        assigns=None,
    )


def test_every_row_is_a_record(tables: Tables, ledger: Ledger) -> None:
    """Each row becomes one record, in the order of the rows, with the file it stands in."""
    for name in RECORDS:
        records = getattr(ledger, name)
        assert isinstance(records, tuple)
        assert [r.file for r in records] == [r.mark.file.removeprefix("data/") for r in tables.rows[name]]


def test_values_are_the_cells(tables: Tables, ledger: Ledger) -> None:
    """Printed again, every value is the text of its cell: nothing is rounded, filled in or lost."""
    for name in RECORDS:
        for row, record in zip(tables.rows[name], getattr(ledger, name), strict=True):
            for column in contract().tables[name].columns:
                value = getattr(record, column)
                printed = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
                assert printed == row[column], (name, column)


def test_figures_keep_their_zeros(ledger: Ledger) -> None:
    """200.50 stays 200.50, and a figure is a Decimal."""
    value = next(t.value for t in ledger.targets if t.indicator == "output-industry")
    assert isinstance(value, Decimal)
    assert str(value) == "200.50"


def test_members_of_the_ledger(ledger: Ledger) -> None:
    """Enumerated words, years, truth values and evidence come out with their types."""
    assert ledger.plans[1].kind is enums.PlanKind.ANNUAL
    assert (ledger.plans[1].start_year, ledger.plans[1].parent) == (2018, "five")
    assert [a.role for a in ledger.assignments[:2]] == [enums.Role.LEAD, enums.Role.SUPPORT]
    assert ledger.tasks[2].lead_mode is None
    assert ledger.evaluations[0].third_party is False
    assert ledger.successions[0].on_date == date(2018, 12, 1)
    assert isinstance(ledger.targets[0], Evidence)
    assert (ledger.targets[0].passage, ledger.targets[2].passage) == ("120-130", None)


def test_records_are_frozen(ledger: Ledger) -> None:
    """A record cannot be changed."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        ledger.plans[0].title = "又一个"  # type: ignore[misc]  # what the test is about


def test_label_of_the_folder() -> None:
    """The folder's name is taken off the file, whatever it is."""
    tables = only("report_tasks", report="a", task="b")
    tables.rows["report_tasks"][0].mark = Mark("ledger/disclosures/x.yml")
    assert build_ledger(tables).report_tasks[0].file == "disclosures/x.yml"


PRINTED = st.from_regex(r"-?(0|[1-9][0-9]{0,30})(\.[0-9]{1,30})?", fullmatch=True)


@given(PRINTED)
def test_printed_digits_stay(text: str) -> None:
    """A figure in the one spelling that is accepted keeps its printed digits: 5.50 stays 5.50."""
    cells = {"id": "o", "indicator": "i", "period": "2017", "value": text, "value_text": text, "basis": "当年"}
    tables = only("observations", **cells, status="实际", document="d", locator="一")
    value = build_ledger(tables).observations[0].value
    assert format(value, "f") == text


@pytest.mark.parametrize("text", ["5.50", "0.10", "-0.0", "14.6", "4.15", "0.0000001", "1000000", "9" * 40 + ".90"])
def test_digits(text: str) -> None:
    """Figures that binary fractions or exponents would change are printed as they were written."""
    cells = {"id": "o", "indicator": "i", "period": "2017", "value": text, "value_text": text, "basis": "当年"}
    tables = only("observations", **cells, status="实际", document="d", locator="一")
    assert format(build_ledger(tables).observations[0].value, "f") == text


@given(st.dates())
def test_dates(day: date) -> None:
    """A date is read from its ISO form."""
    tables = only("successions", organization="a", successor="b", on_date=day.isoformat(), document="d")
    assert build_ledger(tables).successions[0].on_date == day


@pytest.mark.parametrize(
    "tables",
    [
        only("plans", id="a", title="b", kind="计划", start_year="2016", end_year="2020"),
        only("plans", id="a", title="b", kind="五年规划", start_year="", end_year="2020"),
        only("successions", organization="a", successor="b", on_date="昨天", document="d"),
        Tables({}),
    ],
    ids=["enumeration", "empty year", "date", "no tables"],
)
def test_rows_that_were_not_checked(tables: Tables) -> None:
    """Rows that break the contract are refused with the errors that the function names."""
    with pytest.raises((ValueError, KeyError)):
        all_records(build_ledger(tables))


@pytest.mark.parametrize(
    "tables",
    [
        only("targets", id="a", indicator="b", start_year="2016", end_year="2020", value="五", value_text="五"),
        only("evaluations", id="a", plan="b", kind="年度监测", period="2017", third_party="否", conclusion="甲"),
        only("documents", id="", title="", issuer="", validity="有效"),
    ],
    ids=["figure", "truth value", "empty required text"],
)
def test_more_rows_that_were_not_checked(tables: Tables) -> None:
    """The same for figures, truth values and required texts."""
    with pytest.raises((ValueError, KeyError)):
        all_records(build_ledger(tables))


def test_pages_set_the_full_stop() -> None:
    """A sentence that was typed with a full stop is as one without; a name, and a question, are as they were typed."""
    report = build_ledger(
        only("reports", **REPORT | {"summary": "产业扩大。", "reason": "市场好转。", "evidence": "月报"})
    ).reports[0]
    assert (report.summary, report.reason, report.evidence) == ("产业扩大", "市场好转", "月报")
    cut = build_ledger(only("reports", **REPORT | {"summary": "产业扩大；", "reason": "好转了！"})).reports[0]
    assert (cut.summary, cut.reason) == ("产业扩大", "好转了！")
    asked = {"id": "a", "asked_on": "2024-01-01", "question": "为什么？", "answer": "已更正。"}
    assert build_ledger(only("feedback", **asked)).feedback[0].answer == "已更正。"


REPORT = {
    "id": "a",
    "plan": "five",
    "section": "s",
    "period": "2017",
    "state": "完成",
    "document": "d",
    "locator": "一",
}
