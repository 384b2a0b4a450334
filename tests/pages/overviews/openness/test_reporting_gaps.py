"""What nobody has reported, and when targets fall due."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from icalendar import Calendar
from selectolax.lexbor import LexborHTMLParser

from generator.downloads.output import make_all
from generator.downloads.records.assignment_tables import folder_of
from generator.downloads.records.due_calendars import calendar_outputs
from generator.ledger.enums import Role
from generator.ledger.load import CheckedLedger, load
from generator.ledger.records import build_ledger
from generator.pages.overviews.openness.reporting_gaps import GapsView, gaps_view
from tests.conftest import ROOT
from tests.helpers.copying import dataset_of
from tests.helpers.pages import context_of


@pytest.fixture(params=("data", "tests/district/data"), scope="module")
def checked(request: pytest.FixtureRequest) -> CheckedLedger:
    return load(ROOT / request.param, ROOT / "datapackage.json")


@pytest.fixture(scope="module")
def view(checked: CheckedLedger) -> GapsView:
    return gaps_view(context_of(checked))


# -- the list


def test_the_rates_of_the_real_ledger() -> None:
    """2017: 33 of 146 tasks under way have a word, 4 of 140 indicators with a target have a figure; 2016 none."""
    found = gaps_view(context_of(ROOT / "data"))
    assert found.year == "2017 年"
    assert [(y.title, y.tasks[:2], y.indicators[:2]) for y in found.years] == [
        ("2017 年", (33, 146), (4, 140)),
        ("2016 年", (0, 146), (0, 139)),
    ]
    assert found.years[0].tasks.percent == "22.6%"


def test_each_unit_is_told_exactly_what_it_leads_and_nobody_reported(checked: CheckedLedger, view: GapsView) -> None:
    """Task by task against the ledger: under way in the year, led by the unit, no report of the year."""
    year, ledger = int(view.year.split()[0]), checked.ledger
    plans = {p.id: p for p in ledger.plans}
    told = {r.id for r in ledger.reports if r.period[:4] == str(year)}
    reported = {link.task for link in ledger.report_tasks if link.report in told}
    under_way = {
        t.id
        for t in ledger.tasks
        if (t.start_year or plans[t.plan].start_year) <= year <= (t.due_year or plans[t.plan].end_year)
    }
    expected = Counter(
        (a.organization, a.task)
        for a in ledger.assignments
        if a.role is Role.LEAD and a.task in under_way and a.task not in reported
    )
    found = Counter(
        (u.anchor.removeprefix("unit-"), ref.path.split("/")[1]) for u in view.units for ref in u.silent_tasks
    )
    assert found == expected
    for unit in view.units:
        assert unit.tasks.total - unit.tasks.done == len(unit.silent_tasks)
        assert unit.indicators.total - unit.indicators.done == len(unit.silent_indicators)


def test_a_unit_stands_either_in_the_list_or_among_those_that_lack_nothing(view: GapsView) -> None:
    """Nobody is in both."""
    assert not {u.ref for u in view.units} & set(view.complete)


def test_a_ledger_without_results_says_why_the_list_is_empty() -> None:
    """Without any report or figure there is no rate, and no year is made up."""
    checked = load(ROOT / "tests" / "district" / "data", ROOT / "datapackage.json")
    for name in ("reports", "report_tasks", "report_indicators", "observations"):
        checked.tables.rows[name].clear()
    empty = replace(checked, ledger=build_ledger(checked.tables, "data"))
    assert gaps_view(context_of(empty)) == GapsView("", (), (), (), 0)


def test_the_page_links_a_calendar_only_where_there_is_one(real_site: Path) -> None:
    """Every link to a calendar leads to a file (the build checks links; this counts them)."""
    page = LexborHTMLParser((real_site / "supervision/index.html").read_text(encoding="utf-8"))
    links = {str(a.attributes["href"]) for a in page.css('a[href$="calendar.ics"]')}
    assert len(links) > 40
    assert all((real_site / link.removeprefix("../")).is_file() for link in links)


# -- the calendars


def test_a_parser_reads_every_calendar(real_site: Path) -> None:
    """A reader that others wrote takes each without an error, and finds every target on the last day of its time."""
    files = sorted(real_site.rglob("calendar.ics"))
    assert len(files) > 40
    for path in files:
        content = path.read_bytes()
        assert all(len(line) <= 75 for line in content.split(b"\r\n"))
        calendar = Calendar.from_ical(content)
        assert not calendar.errors
        for event in calendar.walk("VEVENT"):
            assert not event.errors
            start, end = event.decoded("dtstart"), event.decoded("dtend")
            assert (start.month, start.day) == (12, 31) and (end - start).days == 1


def test_the_calendar_of_all_holds_every_target_once(checked: CheckedLedger) -> None:
    """Each target of the whole place with its words; the stamp is the ledger's own day, not the clock's."""
    dataset = dataset_of(checked)
    made = make_all(calendar_outputs(dataset))
    events = Calendar.from_ical(made["calendar.ics"]).walk("VEVENT")
    targets = {t.id: t for t in checked.ledger.targets if t.organization is None}
    found = {str(e["uid"]).partition("@")[0]: e for e in events}
    assert found.keys() == targets.keys() and len(events) == len(targets)
    for id_, event in found.items():
        assert targets[id_].value_text in str(event["summary"])
        assert event.decoded("dtstart").year == targets[id_].end_year
        assert event.decoded("dtstamp").date() == dataset.index.as_of


def test_a_unit_finds_in_its_calendar_what_it_leads(checked: CheckedLedger) -> None:
    """Target by target, for every unit that leads a task with one."""
    made = make_all(calendar_outputs(dataset_of(checked)))
    task_of = {i.id: i.task for i in checked.ledger.indicators}
    for organization in checked.tables.rows["organizations"]:
        own = [a for a in checked.ledger.assignments if a.organization == organization["id"]]
        led = {a.task for a in own if a.role is Role.LEAD}
        expected = {t.id for t in checked.ledger.targets if t.organization is None and task_of[t.indicator] in led}
        content = made.get(f"{folder_of(organization)}calendar.ics")
        events = Calendar.from_ical(content).walk("VEVENT") if content else []
        assert {str(e["uid"]).partition("@")[0] for e in events} == expected
