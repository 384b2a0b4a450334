"""Rules about projects, and about the places that tasks, reports and projects name."""

from __future__ import annotations

from collections.abc import Iterator

from generator.ledger.enums import AREAS, OrganizationKind
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Tables

NO_PLACES = frozenset(OrganizationKind) - {*AREAS}
INVESTMENTS = ("total_investment", "year_investment")


def investments(tables: Tables) -> Iterator[Finding]:
    """An investment has a unit."""
    for row in tables.rows["projects"]:
        given = next((column for column in INVESTMENTS if row[column]), None)
        if given and not row["unit"] and not row.broken:
            yield Finding("investment-unit", row.at(given))


def places(tables: Tables) -> Iterator[Finding]:
    """A place that a passage names is a town or the like, and no department."""
    organizations = tables.by_id("organizations")
    for table in ("task_places", "report_places", "project_places"):
        for row in tables.rows[table]:
            place = organizations.get(row["organization"])
            if place and place["kind"] in NO_PLACES:
                allowed = "、".join(AREAS)
                values = {"name": place["name"], "kind": place["kind"], "allowed": allowed}
                yield Finding("place-kind", row.mark, values)


RULES = (investments, places)
