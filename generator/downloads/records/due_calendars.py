"""When targets fall due, as calendars to subscribe to (iCalendar, RFC 5545): one of all, one of each unit that leads.

Written here and not by a library: a district has thousands of entries of one shape, which the libraries make at a
third of a millisecond each. What is written is read by one in the tests.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from generator.downloads.dataset import Dataset
from generator.downloads.output import OutputFile
from generator.downloads.records.assignment_tables import assignments_of_task, folder_of
from generator.language import formatting, page_words
from generator.ledger.enums import Role
from generator.ledger.reading.rows import Row

NAME = "calendar.ics"
WIDTH = 75
"""Bytes of a line; a longer one is folded."""


def calendar_outputs(dataset: Dataset) -> Iterator[OutputFile]:
    """The calendar of all targets of the whole place, and one for each unit that leads the task of one."""
    targets = dataset.grouped("targets", "organization").get("", [])
    targets_of_units: dict[str, list[Row]] = {}
    for target in targets:
        for lead in dict.fromkeys(_leads(dataset, target)):
            targets_of_units.setdefault(lead, []).append(target)
    yield OutputFile(NAME, partial(_calendar, dataset, dataset.site.name, targets))
    for id_, own in targets_of_units.items():
        unit = dataset.by_id("organizations")[id_]
        title = f"{dataset.site.name}：{unit['name']}"
        yield OutputFile(f"{folder_of(unit)}{NAME}", partial(_calendar, dataset, title, own))


def _leads(dataset: Dataset, target: Row) -> list[str]:
    """The units that lead the task of a target's indicator."""
    task = dataset.by_id("indicators")[target["indicator"]]["task"]
    return [row["organization"] for row in assignments_of_task(dataset, task) if row["role"] == Role.LEAD]


def _calendar(dataset: Dataset, title: str, targets: Iterable[Row]) -> bytes:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{dataset.site.package}//plan-ledger//ZH",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(title)}",
        *(line for target in targets for line in _event(dataset, target)),
        "END:VCALENDAR",
    ]
    return b"".join(map(_folded, lines))


def _event(dataset: Dataset, target: Row) -> Iterator[str]:
    site, organizations = dataset.site, dataset.by_id("organizations")
    indicator, year = dataset.by_id("indicators")[target["indicator"]], int(target["end_year"])
    leads = formatting.AND.join(organizations[id_]["name"] for id_ in _leads(dataset, target))
    summary = page_words.DUE.format(name=indicator["name"], target=target["value_text"])
    description = page_words.DUE_LEADS.format(leads=leads or page_words.NOT_NAMED)
    yield "BEGIN:VEVENT"
    yield f"UID:{target['id']}@{site.package}"
    yield f"DTSTAMP:{dataset.index.as_of or date.min:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{year}1231"
    yield f"DTEND;VALUE=DATE:{year + 1}0101"
    yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{_escaped(summary)}"
    yield f"DESCRIPTION:{_escaped(description)}"
    if site.url:
        yield f"URL:{site.url}indicators/{indicator['id']}/"
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
