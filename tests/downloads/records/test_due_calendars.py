"""When targets fall due, as a reader of calendars understands it."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar

from generator.downloads.output import make_all
from generator.downloads.records.assignment_tables import folder_of
from generator.downloads.records.due_calendars import calendar_outputs
from generator.ledger.enums import Role
from generator.ledger.load import CheckedLedger, load
from tests.conftest import ROOT
from tests.helpers.copying import dataset_of


@pytest.fixture(params=("data", "tests/district/data"), scope="module")
def checked(request: pytest.FixtureRequest) -> CheckedLedger:
    """The real ledger and the made-up district's."""
    return load(ROOT / request.param, ROOT / "datapackage.json")


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
