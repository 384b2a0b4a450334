"""When targets fall due, as a reader of calendars understands it."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.round_duties import round_duties
from generator.downloads.output import make_all
from generator.downloads.records.assignment_tables import folder_of
from generator.downloads.records.due_calendars import calendar_outputs
from generator.ledger.enums import Role
from generator.ledger.load import CheckedLedger, load
from generator.ledger.records import Target
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


def ended(checked: CheckedLedger) -> set[str]:
    """Tasks that do not go on."""
    return {task.id for task in checked.ledger.tasks if task.end_reason}


def due_targets(checked: CheckedLedger) -> dict[str, Target]:
    """The targets of the whole place that stand, of tasks that go on."""
    task_of = {i.id: i.task for i in checked.ledger.indicators}
    whole = (t for t in checked.ledger.targets if t.organization is None and not t.replaced_by)
    return {t.id: t for t in whole if task_of[t.indicator] not in ended(checked)}


def due_work(checked: CheckedLedger) -> dict[str, str]:
    """Steps of tasks that go on, and such tasks without an indicator that are due in a month or on a day."""
    over, measured = ended(checked), {i.task for i in checked.ledger.indicators}
    steps = {step.id: step.task for step in checked.ledger.milestones if step.task not in over}
    tasks = (task for task in checked.ledger.tasks if task.id not in over | measured)
    return steps | {task.id: task.id for task in tasks if len(task.due or "") > len("2020")}


def round_days(checked: CheckedLedger, unit: str | None = None) -> set[str]:
    """The days of the rounds, or of those that ask a unit; none of a site that keeps its rounds back."""
    index = LedgerIndex(checked)
    return {
        f"round-{one.id}-{what}"
        for one in checked.ledger.rounds
        for what in ("opens", "due", "grace")
        if "rounds" in checked.site.public
        and (unit is None or unit in {asked.organization.id for asked in round_duties(index, one).units})
    }


def test_the_calendar_of_all_holds_everything_that_is_due_once(checked: CheckedLedger) -> None:
    """Each target of the whole place with its words, and tasks and steps; the stamp is the ledger's own day."""
    dataset = dataset_of(checked)
    made = make_all(calendar_outputs(dataset))
    events = Calendar.from_ical(made["calendar.ics"]).walk("VEVENT")
    targets = due_targets(checked)
    found = {str(e["uid"]).partition("@")[0]: e for e in events}
    assert found.keys() == {*targets, *due_work(checked), *round_days(checked)} and len(events) == len(found)
    for id_, event in found.items():
        assert event.decoded("dtstamp").date() == dataset.index.as_of
        if id_ in targets:
            assert targets[id_].value_text in str(event["summary"])
            assert event.decoded("dtstart").year == targets[id_].end_year


def test_a_unit_finds_in_its_calendar_what_it_leads(checked: CheckedLedger) -> None:
    """Target by target and step by step, for every unit that leads; where an indicator names its own leads, these."""
    made = make_all(calendar_outputs(dataset_of(checked)))
    ledger = checked.ledger
    task_of = {i.id: i.task for i in ledger.indicators}
    named = {a.indicator for a in ledger.indicator_assignments}
    for organization in checked.tables.rows["organizations"]:
        id_ = organization["id"]
        led = {a.task for a in ledger.assignments if a.organization == id_ and a.role is Role.LEAD}
        own = {a.indicator for a in ledger.indicator_assignments if a.organization == id_ and a.role is Role.LEAD}
        own |= {indicator for indicator, task in task_of.items() if task in led and indicator not in named}
        expected = {t.id for t in due_targets(checked).values() if t.indicator in own}
        expected |= {entry for entry, task in due_work(checked).items() if task in led}
        expected |= round_days(checked, id_)
        content = made.get(f"{folder_of(organization)}calendar.ics")
        events = Calendar.from_ical(content).walk("VEVENT") if content else []
        assert {str(e["uid"]).partition("@")[0] for e in events} == expected


def test_a_unit_finds_the_days_of_a_round(checked: CheckedLedger) -> None:
    """When it opens, when it is due, the last day on which an answer is on time; nothing where rounds are kept back."""
    content = make_all(calendar_outputs(dataset_of(checked)))["calendar.ics"]
    events = [e for e in Calendar.from_ical(content).walk("VEVENT") if "2023-h1" in str(e["uid"])]
    told = {str(e["summary"]): e.decoded("dtstart").isoformat() for e in events}
    expected = {
        "填报开始：2023 年上半年": "2023-06-25",
        "填报截止：2023 年上半年": "2023-07-10",
        "填报宽限的最后一天：2023 年上半年": "2023-07-13",
    }
    assert told == (expected if checked.site.public else {})
    assert all("要填 9 个单位" in str(event["description"]) for event in events)
