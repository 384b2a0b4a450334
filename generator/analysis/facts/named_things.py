"""What documents place in a town by name: projects, tasks and reports; what belongs to it counts, too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.ledger.periods import time_of
from generator.ledger.records import Organization, Project, Report, Task


class NamedThing(NamedTuple):
    """A project, task or report that names a place."""

    record: Project | Task | Report
    places: list[Organization]
    """The place, or what belongs to it: those of its names that are meant here."""
    elsewhere: list[Organization]
    """The other places that it names, too."""


def named_things(index: LedgerIndex, place: Organization) -> list[NamedThing]:
    """What names a place: projects, then tasks, then reports, the newest first."""
    ground = {one.id: one for one in _ground(index, place)}
    found = (
        (index.projects, index.projects_naming, index.places_of_project),
        (index.tasks, index.tasks_naming, index.places_of_task),
        (index.reports, index.reports_naming, index.places_of_report),
    )
    things = [
        _thing(index, records[id_], names.get(id_, []), ground)
        for records, naming, names in found
        for id_ in dict.fromkeys(id_ for one in ground for id_ in naming.get(one, ()))
    ]
    reports = [thing for thing in things if isinstance(thing.record, Report)]
    others = [thing for thing in things if not isinstance(thing.record, Report)]
    return others + sorted(reports, key=_time, reverse=True)


def _ground(index: LedgerIndex, place: Organization) -> Iterator[Organization]:
    """A place and all that belongs to it."""
    yield place
    for below in index.organizations_under.get(place.id, ()):
        yield from _ground(index, below)


def _thing(
    index: LedgerIndex, record: Project | Task | Report, names: list[str], ground: dict[str, Organization]
) -> NamedThing:
    here = [ground[name] for name in names if name in ground]
    return NamedThing(record, here, [index.organizations[name] for name in names if name not in ground])


def _time(thing: NamedThing) -> tuple[int, int]:
    assert isinstance(thing.record, Report), "only a report has a time"
    return time_of(thing.record.period)[:2]
