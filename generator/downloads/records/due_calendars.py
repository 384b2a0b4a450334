"""When targets fall due, as calendars to subscribe to (iCalendar, RFC 5545): one of all, one of each unit that leads.

Written here and not by a library: a district has thousands of entries of one shape, which the libraries make at a
third of a millisecond each. What is written is read by one in the tests.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, partial

from generator.downloads.output import OutputFile
from generator.downloads.records.assignment_tables import Duties, folder_of
from generator.language import formatting, page_words
from generator.ledger.enums import Role
from generator.ledger.load import CheckedLedger
from generator.ledger.reading.rows import Row, digest_of
from generator.support.cache_store import digest, program

NAME = "calendar.ics"
WIDTH = 75
"""Bytes of a line, of which a longer one is folded."""


class Calendars:
    """The calendars of one ledger; each table is gone through once."""

    def __init__(self, checked: CheckedLedger, duties: Duties, as_of: date | None) -> None:
        rows = checked.tables.rows
        self._site, self._duties = checked.site, duties
        self._indicators = {row["id"]: row for row in rows["indicators"]}
        self._targets = [row for row in rows["targets"] if not row["organization"]]
        self._leads = cache(self._leads_of)
        """Indicator → ids of the units that lead its task: asked for by every calendar that has a target of it."""
        self._stamp = f"{as_of or date.min:%Y%m%d}T000000Z"
        self._head = digest(program(), repr(checked.site), self._stamp)

    def outputs(self) -> list[OutputFile]:
        """The calendar of all targets, and one for each unit that leads the task of one."""
        units: dict[str, list[Row]] = {}
        for target in self._targets:
            for lead in dict.fromkeys(self._leads(target["indicator"])):
                units.setdefault(lead, []).append(target)
        found: list[tuple[str, str, list[Row]]] = [("", self._site.name, self._targets)]
        for id_, targets in units.items():
            unit = self._duties.organizations[id_]
            found.append((folder_of(unit), f"{self._site.name}：{unit['name']}", targets))
        return [self._output(*each) for each in found]

    def _leads_of(self, indicator: str) -> list[str]:
        task = self._indicators[indicator]["task"]
        return [row["organization"] for row in self._duties.of_task(task) if row["role"] == Role.LEAD]

    def _output(self, folder: str, title: str, targets: list[Row]) -> OutputFile:
        indicators = (self._indicators[target["indicator"]] for target in targets)
        names = (name for target in targets for name in self._names(target))
        key = digest(self._head, folder, title, *names, digest_of([*targets, *indicators]))
        return OutputFile(f"{folder}{NAME}", key, partial(self._content, title, targets))

    def _names(self, target: Row) -> list[str]:
        return [self._duties.organizations[id_]["name"] for id_ in self._leads(target["indicator"])]

    def _content(self, title: str, targets: list[Row]) -> bytes:
        head = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{self._site.package}//plan-ledger//ZH", "METHOD:PUBLISH")
        lines = [*head, f"X-WR-CALNAME:{_escaped(title)}"]
        for target in targets:
            lines += self._event(target)
        return b"".join(map(_folded, [*lines, "END:VCALENDAR"]))

    def _event(self, target: Row) -> Iterator[str]:
        indicator, year = self._indicators[target["indicator"]], int(target["end_year"])
        leads = self._names(target)
        yield from ("BEGIN:VEVENT", f"UID:{target['id']}@{self._site.package}", f"DTSTAMP:{self._stamp}")
        yield from (f"DTSTART;VALUE=DATE:{year}1231", f"DTEND;VALUE=DATE:{year + 1}0101", "TRANSP:TRANSPARENT")
        yield f"SUMMARY:{_escaped(page_words.DUE.format(name=indicator['name'], target=target['value_text']))}"
        yield f"DESCRIPTION:{_escaped(page_words.DUE_LEADS.format(leads=formatting.AND.join(leads) or page_words.NOT_NAMED))}"
        if self._site.url:
            yield f"URL:{self._site.url}indicators/{indicator['id']}/"
        yield "END:VEVENT"


def _escaped(text: str) -> str:
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """A line with its end; a long one goes on after a blank, and no character is cut in two."""
    coded = line.encode()
    return (coded if len(coded) <= WIDTH else b"\r\n ".join(_pieces(line))) + b"\r\n"


def _pieces(line: str) -> Iterable[bytes]:
    found, width = bytearray(), WIDTH
    for sign in line:
        coded = sign.encode()
        if len(found) + len(coded) > width:
            yield bytes(found)
            found, width = bytearray(), WIDTH - 1
        found += coded
    yield bytes(found)
