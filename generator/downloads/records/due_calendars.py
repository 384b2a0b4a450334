"""When targets and steps fall due and units are asked, as calendars (iCalendar, RFC 5545): of all, of each unit.

Written here and not by a library: a district has thousands of entries of one shape, which the libraries make at a
third of a millisecond each. What is written is read by one in the tests.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from generator.analysis.rounds.round_duties import round_duties
from generator.downloads.dataset import Dataset
from generator.downloads.output import OutputFile
from generator.downloads.records.assignment_tables import assignments_of_task, folder_of
from generator.language import formatting, page_words
from generator.ledger.due import due_of_target, last_day
from generator.ledger.enums import Role
from generator.ledger.reading.rows import Row

NAME = "calendar.ics"
WIDTH = 75
"""Bytes of a line; a longer one is folded."""


class CalendarEvent(NamedTuple):
    """What falls due: its id, the day, the words, who leads, and the page where it stands."""

    uid: str
    day: date
    summary: str
    leads: list[str]
    page: str
    description: str = ""
    """What is said of it; without a word: who leads."""
    cancelled: bool = False
    """Whether nobody waits for it any more."""


def calendar_outputs(dataset: Dataset) -> Iterator[OutputFile]:
    """The calendar of everything that falls due for the whole place, and one for each unit that leads some of it.

    A unit whose work has all ended keeps its calendar, for people have subscribed to it: its entries are cancelled.
    """
    every = [*_targets(dataset), *_tasks(dataset), *_milestones(dataset), *_rounds(dataset)]
    entries = [entry for entry in every if not entry.cancelled]
    of_units = _by_lead(entries)
    of_units |= {id_: own for id_, own in _by_lead(every).items() if id_ not in of_units}
    yield OutputFile(NAME, partial(_calendar, dataset, dataset.site.name, entries))
    for id_, own in of_units.items():
        unit = dataset.by_id("organizations")[id_]
        title = f"{dataset.site.name}：{unit['name']}"
        yield OutputFile(f"{folder_of(unit)}{NAME}", partial(_calendar, dataset, title, own))


def _by_lead(entries: Iterable[CalendarEvent]) -> dict[str, list[CalendarEvent]]:
    of_units: dict[str, list[CalendarEvent]] = {}
    for entry in entries:
        for lead in dict.fromkeys(entry.leads):
            of_units.setdefault(lead, []).append(entry)
    return of_units


def _targets(dataset: Dataset) -> Iterator[CalendarEvent]:
    """The targets of the whole place that were not revised; a task that ended cancels its targets."""
    indicators, tasks = dataset.by_id("indicators"), dataset.by_id("tasks")
    named = dataset.grouped("indicator_assignments", "indicator")
    for target in dataset.grouped("targets", "organization").get("", []):
        indicator = indicators[target["indicator"]]
        task = tasks.get(indicator["task"])
        if target["replaced_by"]:
            continue
        duties = named.get(indicator["id"]) or assignments_of_task(dataset, indicator["task"])
        summary = page_words.DUE.format(name=indicator["name"], target=target["value_text"])
        page = f"indicators/{indicator['id']}/"
        due = due_of_target(target["due"], target["end_year"], task["due"] if task else None)
        ended = bool(task and task["end_reason"])
        yield CalendarEvent(target["id"], last_day(due), summary, _leads(duties), page, cancelled=ended)


def _tasks(dataset: Dataset) -> Iterator[CalendarEvent]:
    """The tasks that are due in a month or on a day and have no indicator."""
    measured = dataset.grouped("indicators", "task")
    for task in dataset.rows("tasks"):
        due = task["due"]
        if len(due) > len("2020") and task["id"] not in measured:
            summary = page_words.TASK_DUE.format(name=task["title"])
            leads = _leads(assignments_of_task(dataset, task["id"]))
            page, ended = f"tasks/{task['id']}/", bool(task["end_reason"])
            yield CalendarEvent(task["id"], last_day(due), summary, leads, page, cancelled=ended)


def _milestones(dataset: Dataset) -> Iterator[CalendarEvent]:
    """The steps of tasks."""
    tasks = dataset.by_id("tasks")
    for step in dataset.rows("milestones"):
        task = tasks[step["task"]]
        summary = page_words.STEP_DUE.format(task=task["title"], step=step["text"])
        leads = _leads(assignments_of_task(dataset, task["id"]))
        page, ended = f"tasks/{task['id']}/", bool(task["end_reason"])
        yield CalendarEvent(step["id"], last_day(step["due"]), summary, leads, page, cancelled=ended)


def _rounds(dataset: Dataset) -> Iterator[CalendarEvent]:
    """The days of rounds for each unit that is asked, where the settings make rounds public."""
    for record in dataset.index.ledger.rounds if "rounds" in dataset.site.public else ():
        asked = [unit.organization.id for unit in round_duties(dataset.index, record).units]
        days = {"opens": record.opens_on, "due": record.due_on}
        if record.grace_days:
            days["grace"] = record.due_on + timedelta(days=record.grace_days)
        about = page_words.ROUND_ASKED.format(units=len(asked))
        for what, day in days.items():
            summary = page_words.ROUND_DAYS[what].format(period=formatting.period(record.period))
            yield CalendarEvent(f"round-{record.id}-{what}", day, summary, asked, f"rounds/{record.id}/", about)


def _leads(duties: Iterable[Row]) -> list[str]:
    return [row["organization"] for row in duties if row["role"] == Role.LEAD]


def _calendar(dataset: Dataset, title: str, entries: Iterable[CalendarEvent]) -> bytes:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{dataset.site.package}//plan-ledger//ZH",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(title)}",
        *(line for entry in entries for line in _event(dataset, entry)),
        "END:VCALENDAR",
    ]
    return b"".join(map(_folded, lines))


def _event(dataset: Dataset, entry: CalendarEvent) -> Iterator[str]:
    site, organizations = dataset.site, dataset.by_id("organizations")
    leads = formatting.AND.join(organizations[id_]["name"] for id_ in entry.leads) or page_words.NOT_NAMED
    description = entry.description or page_words.DUE_LEADS.format(leads=leads)
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}@{site.package}"
    yield f"DTSTAMP:{dataset.index.as_of or date.min:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}"
    yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{_escaped(entry.summary)}"
    yield f"DESCRIPTION:{_escaped(description)}"
    if site.url:
        yield f"URL:{site.url}{entry.page}"
    if entry.cancelled:
        yield "STATUS:CANCELLED"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """A line with its end; a long one goes on after a blank, and no character is cut in two."""
    coded = line.encode()
    return (coded if len(coded) <= WIDTH else b"\r\n ".join(_pieces(line))) + b"\r\n"


def _pieces(line: str) -> Iterator[bytes]:
    piece, width = bytearray(), WIDTH
    for sign in line:
        coded = sign.encode()
        if len(piece) + len(coded) > width:
            yield bytes(piece)
            piece, width = bytearray(), WIDTH - 1
        piece += coded
    yield bytes(piece)
