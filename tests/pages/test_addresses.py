"""An address that was public stays, whatever becomes of the ledger: figures come, work ends, lists get shorter."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.analysis.documents import parts
from generator.analysis.ledger_index import LedgerIndex
from generator.downloads.dataset import Dataset
from generator.downloads.site_files import site_outputs
from generator.history.releases import Release, ReleasedRecord, Releases
from generator.ledger.load import CheckedLedger, load
from generator.ledger.reading.rows import Row
from generator.pages.context import PageContext
from tests.conftest import ROOT
from tests.helpers.pages import CONTRACT, context_of, specs_of

PLACES = ("data", "tests/district/data", "tests/samples/two-plans/data")


@pytest.fixture(params=PLACES)
def checked(request: pytest.FixtureRequest) -> CheckedLedger:
    """A place's ledger."""
    return load(ROOT / request.param, CONTRACT)


def with_rows(checked: CheckedLedger, table: str, rows: Iterable[Row]) -> CheckedLedger:
    """A ledger in which a table has other rows."""
    tables = copy(checked.tables)
    tables.rows = {**tables.rows, table: [*rows]}
    return replace(checked, tables=tables)


def disclosed(checked: CheckedLedger) -> CheckedLedger:
    """A ledger in which a document tells what became of every target in each of its years."""
    rows = checked.tables.rows
    told = rows["observations"][0]
    new = [
        replace(
            told, cells={**told.cells, **of_target(target.cells), "id": f"new-{number}-{year}", "period": str(year)}
        )
        for number, target in enumerate(rows["targets"])
        for year in range(int(target["start_year"]), int(target["end_year"]) + 1)
    ]
    return with_rows(checked, "observations", (*rows["observations"], *new))


def of_target(target: dict[str, str]) -> dict[str, str]:
    """The cells of a figure that says that a target is reached."""
    columns = ("indicator", "organization", "value", "value_text", "document", "locator")
    return {column: target.get(column, "") for column in columns} | {
        "basis": "当年",
        "since_year": "",
        "status": "实际",
    }


def addresses(checked: CheckedLedger) -> set[str]:
    """The addresses of pages and of all files that are made of the ledger."""
    context = context_of(checked)
    files = site_outputs(Dataset(checked, context), CONTRACT)
    return {*(spec.path for spec in specs_of(context)), *(file.path for file in files)}


def test_no_address_is_lost_when_all_is_disclosed(checked: CheckedLedger) -> None:
    """Lists of what is silent get empty, requests have nothing to ask for, charts have figures: all stay."""
    after = disclosed(checked)
    assert context_of(checked).promises.silent and not context_of(after).promises.silent
    assert addresses(checked) - addresses(after) == set()


def test_no_address_is_lost_when_all_work_ends(checked: CheckedLedger) -> None:
    """Not even the calendars to which people have subscribed; who leads nothing and is asked nothing has none."""
    checked = replace(checked, site=replace(checked.site, public=()))
    ended = (
        replace(row, cells={**row.cells, "ended_on": "2018-01-01", "end_reason": "取消"})
        for row in checked.tables.rows["tasks"]
    )
    after = with_rows(checked, "tasks", ended)
    assert addresses(checked) - addresses(after) == set()


def test_no_address_is_lost_when_records_come(checked: CheckedLedger) -> None:
    """A document, a hundred tasks before all others, a round with an answer: lists shift, and no page goes."""
    rows = checked.tables.rows
    checked = replace(checked, site=replace(checked.site, public=("rounds", "appraisal")))
    after = with_rows(checked, "tasks", (*(copied(rows["tasks"][0], number) for number in range(100)), *rows["tasks"]))
    after = with_rows(after, "documents", (copied(rows["documents"][0], 0), *rows["documents"]))
    if rows["rounds"]:
        after = with_rows(after, "rounds", (*rows["rounds"], copied(rows["rounds"][0], 0, period="2023-06")))
        after = with_rows(
            after, "submissions", (*rows["submissions"], copied(rows["submissions"][0], 0, round="new-0"))
        )
    before, now = addresses(checked), addresses(after)
    assert before - now == set()
    assert {"documents/new-0/", "tasks/new-0/", "tasks/page/2/"} <= now - before | {"tasks/page/2/"}


def copied(row: Row, number: int, **cells: str) -> Row:
    """A record that is like another."""
    return replace(row, cells={**row.cells, "id": f"new-{number}", **cells})


def test_no_page_of_a_document_is_lost_when_it_gets_more_clauses(
    checked: CheckedLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then it is cut finer; a heading that had a page has one that leads to its parts."""
    public = set[str]()
    for limit in (300, 60, 25, 12, 6, 3):
        monkeypatch.setattr(parts, "LIMIT", limit)
        now = {spec.path for spec in specs_of(context_of(checked))}
        assert public - now == set(), limit
        public = now


def released(rows: dict[str, int], *records: ReleasedRecord) -> Releases:
    """One release of a ledger, with the numbers of its rows."""
    return Releases((Release("1.0.0", "c0", "2018-01-01", "", "0", tuple(rows.items()), "first", (), records),))


def page_of(context: PageContext, path: str) -> LexborHTMLParser:
    """A page of a ledger."""
    (spec,) = (spec for spec in specs_of(context) if spec.path == path)
    return LexborHTMLParser(spec.make().body)


def test_a_list_that_got_shorter_keeps_its_pages() -> None:
    """They say so and lead to its first page; nothing else on the site leads to them."""
    checked = load(ROOT / "tests/district/data", CONTRACT)
    context = context_of(LedgerIndex(checked, releases=released({"projects": 201, "tasks": 150})))
    paths = {spec.path for spec in specs_of(context)}
    assert {path for path in paths if "/page/" in path} == {
        "projects/page/2/", "projects/page/3/", "tasks/page/2/"
    }  # fmt: skip
    page = page_of(context, "projects/page/3/")
    summary = page.css_first(".pl-summary")
    assert summary is not None
    assert "的名单变短了，现在只有一页，没有第 3 页" in summary.text()
    assert [a.attributes["href"] for a in summary.css("a")] == ["../../../projects/"]


def test_a_list_that_is_gone_keeps_its_address() -> None:
    """A plan without projects whose release had some."""
    checked = with_rows(load(ROOT / "tests/district/data", CONTRACT), "projects", ())
    context = context_of(LedgerIndex(checked, releases=released({"projects": 3})))
    page = page_of(context, "projects/")
    assert "台账里现在没有这份名单" in page.text()
    assert "projects/" not in [one.path for one in context.site_map]


@pytest.mark.parametrize(
    ("record", "path", "words"),
    [
        (
            ReleasedRecord("requests", "jingkai-zone", "", "向经开区申请公开"),
            "requests/jingkai-zone/",
            "不再牵头任何指标",
        ),
        (ReleasedRecord("years", "1999", "", "1999 年"), "years/1999/", "没有这一年的内容"),
    ],
)
def test_what_is_there_because_of_others_keeps_its_address(record: ReleasedRecord, path: str, words: str) -> None:
    """A request to a unit that leads no more, a year of which nothing is said any more."""
    checked = load(ROOT / "tests/district/data", CONTRACT)
    page = page_of(context_of(LedgerIndex(checked, releases=released({}, record))), path)
    summary = page.css_first(".pl-summary")
    assert summary is not None and words in summary.text()
    assert [a.attributes["href"] for a in summary.css("a")] == [f"../../{record.table}/"]


@pytest.mark.parametrize("public", [(), ("rounds", "appraisal")])
def test_rounds_that_are_gone_are_told_of_where_rounds_are_public(public: tuple[str, ...]) -> None:
    """Elsewhere nobody learns that there was one."""
    checked = load(ROOT / "tests/district/data", CONTRACT)
    checked = replace(checked, site=replace(checked.site, public=public))
    gone = (ReleasedRecord("rounds", "r9", "", "2019 年填报"), ReleasedRecord("appraisal", "2019", "", "2019 年"))
    paths = {spec.path for spec in specs_of(context_of(LedgerIndex(checked, releases=released({}, *gone))))}
    assert {"rounds/r9/", "appraisal/2019/"} & paths == ({"rounds/r9/", "appraisal/2019/"} if public else set())
