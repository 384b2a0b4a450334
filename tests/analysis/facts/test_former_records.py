"""Addresses that releases had: which of them are there still, and what became of the records of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.analysis.facts.former_records import FormerRecord, former_records, most_rows, path_of
from generator.analysis.facts.plan import years_with_page
from generator.analysis.facts.request import leading
from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.appraisal import periods_appraised
from generator.history.change_index import ChangeIndex
from generator.history.change_log import ChangeLog, LogEntry
from generator.history.diff import Change
from generator.history.releases import Release, ReleasedRecord
from generator.ledger.enums import Edit as Kind
from generator.ledger.enums import OrganizationKind
from tests.analysis.small_ledger import index_of


def release(version: str, *records: ReleasedRecord, rows: tuple[tuple[str, int], ...] = ()) -> Release:
    """A release with some records."""
    return Release(version, "", "", "", "", rows, "", (), records)


def change(edit: Kind, table: str, id_: str, title: str) -> Change:
    """What a commit did to a record."""
    return Change(table, (id_,), str(edit), title, "", (), (), "")


def records_of(index: LedgerIndex) -> list[ReleasedRecord]:
    """Everything in a ledger that has a page."""
    ledger = index.ledger
    tables = ("plans", "documents", "organizations", "sections", "tasks", "indicators", "evaluations", "rounds")
    keys = [(table, one.id, str(getattr(one, "kind", ""))) for table in tables for one in getattr(ledger, table)]
    keys += [("requests", id_, "") for id_ in leading(index)]
    keys += [("years", str(year), "") for year in years_with_page(index)]
    keys += [("appraisal", period, "") for period in periods_appraised(index)]
    return [ReleasedRecord(table, id_, kind, "") for table, id_, kind in keys]


@pytest.fixture
def index(tmp_path: Path) -> LedgerIndex:
    """The small ledger, whose rounds are public."""
    return index_of(tmp_path, ("site.yml", "version: 0.1.0\n", "version: 0.1.0\npublic: [rounds, appraisal]\n"))


def test_what_is_at_its_address_is_not_former(index: LedgerIndex) -> None:
    """Nothing that the ledger has, of whatever kind."""
    there = records_of(index)
    assert {one.table for one in there} >= {"plans", "evaluations", "requests", "years", "rounds"}
    index.releases = (release("0.1.0", *there),)
    assert list(former_records(index)) == []


@pytest.mark.parametrize(("public", "former"), [("[rounds]", ["rounds/gone/"]), ("[appraisal]", ["appraisal/2017/"])])
def test_the_work_of_the_office_is_told_of_where_it_is_public(public: str, former: list[str], tmp_path: Path) -> None:
    """Else nobody outside knew of it."""
    index = index_of(tmp_path, ("site.yml", "version: 0.1.0\n", f"version: 0.1.0\npublic: {public}\n"))
    gone = ReleasedRecord("rounds", "gone", "", "2017年填报"), ReleasedRecord("appraisal", "2017", "", "2017年考核")
    index.releases = (release("0.1.0", *gone),)
    assert [one.path for one in former_records(index)] == former


def test_nothing_is_former_without_releases(index: LedgerIndex) -> None:
    """The ledger alone does not know what was there before."""
    assert list(former_records(index)) == []


def former(index: LedgerIndex, *records: ReleasedRecord) -> FormerRecord:
    """The one record of two releases that is no more."""
    index.releases = (release("0.1.0", *records), release("0.2.0", *records), release("0.3.0"))
    (found,) = former_records(index)
    return found


def test_a_record_that_is_gone_has_the_last_release_that_had_it(index: LedgerIndex) -> None:
    """Nobody knows more where there is no history."""
    found = former(index, ReleasedRecord("tasks", "gone", "", "旧任务"), ReleasedRecord("tasks", "grow", "", "任务"))
    assert (found.path, found.record.title, found.release.version) == ("tasks/gone/", "旧任务", "0.2.0")
    assert (found.now, found.day, found.words) == (None, "", "")


@pytest.mark.parametrize(
    ("table", "now", "title"),
    [
        ("tasks", "grow", "扩大产业规模"),
        ("organizations", "rain", "听雨镇"),
        ("rounds", "round-2018", "2018 年上半年填报"),
    ],
)
def test_a_record_with_another_id_is_found_by_its_title(index: LedgerIndex, table: str, now: str, title: str) -> None:
    """In the commit that took the one and brought the other, with its day and its words."""
    log = LogEntry(
        *("c1", "2018-12-01T08:00:00+08:00", "改正标识"),
        (
            change(Kind.ADDED, table, now, "同名"),
            change(Kind.REMOVED, table, "gone", "同名"),
            change(Kind.CHANGED, table, "parks", "同名"),
        ),
        (),
        (),
    )
    index.changes = ChangeIndex(ChangeLog((log,), ""))
    found = former(index, ReleasedRecord(table, "gone", "", "同名"))
    assert found.now == (title, path_of(table, now, OrganizationKind.TOWN))
    assert (found.day, found.words) == ("2018 年 12 月 1 日", "改正标识")


def test_the_request_of_a_unit_goes_where_the_unit_goes(index: LedgerIndex) -> None:
    """Its page was there because of the unit."""
    log = LogEntry(
        *("c1", "2018-12-01T08:00:00+08:00", "改正标识"),
        (
            change(Kind.ADDED, "organizations", "development", "区发展局"),
            change(Kind.REMOVED, "organizations", "gone", "区发展局"),
        ),
        (),
        (),
    )
    index.changes = ChangeIndex(ChangeLog((log,), ""))
    found = former(index, ReleasedRecord("requests", "gone", "", "区发展局"))
    assert found.now and found.now.path == "requests/development/"


def test_a_town_that_became_an_office_is_at_another_address(index: LedgerIndex) -> None:
    """The record is the same; its old page tells of the new one."""
    found = former(index, ReleasedRecord("organizations", "development", OrganizationKind.TOWN, "发展镇"))
    assert (found.path, found.now and found.now.path) == ("towns/development/", "departments/development/")


def test_the_address_of_a_former_record() -> None:
    """Towns have another one than other units."""
    paths = [path_of("tasks", "grow", ""), path_of("organizations", "rain", OrganizationKind.TOWN)]
    assert paths == ["tasks/grow/", "towns/rain/"]


def test_the_most_rows_that_a_table_had(index: LedgerIndex) -> None:
    """Of all releases; where kinds count, of the records of these kinds alone."""
    assert most_rows(index, "projects") == 0
    town, zone = (ReleasedRecord("organizations", "a", kind, "") for kind in ("镇", "功能区"))
    other = ReleasedRecord("tasks", "a", "镇", "")
    index.releases = (
        release("0.1.0", rows=(("projects", 3),)),
        release("0.2.0", town, zone, town, other, rows=(("projects", 7), ("tasks", 9))),
        release("0.3.0", town, rows=(("tasks", 9),)),
    )
    assert [most_rows(index, name) for name in ("projects", "tasks", "sections")] == [7, 9, 0]
    assert most_rows(index, "organizations", ("镇",)) == 2
