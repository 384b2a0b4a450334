"""Rules about ids as addresses: the page of a record stands at its id."""

from __future__ import annotations

from collections.abc import Iterator

from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Tables
from generator.support.file_names import RESERVED

RESERVED_IDS = {
    "indicators": ("binding", "clues", "expected", "missed", "overdue", "page", "undisclosed"),
    "tasks": ("page",),
    "organizations": ("no-unit", "page"),
}
"""Table → names of pages that every site has in the folder of its records; a record's page would overwrite them. Below
``page`` are the further pages of a list."""


def reserved_ids(tables: Tables) -> Iterator[Finding]:
    """No record has the id of a page that every site has."""
    for table, ids in RESERVED_IDS.items():
        for row in tables.rows[table]:
            if row["id"] in ids:
                yield Finding("id-reserved", row.at("id"), {"value": row["id"], "path": f"{table}/{row['id']}/"})


def ids_of_devices(tables: Tables) -> Iterator[Finding]:
    """No record has an id that Windows takes for a device: its page is a folder of that name."""
    for rows in tables.rows.values():
        for row in rows:
            if row["id"] in RESERVED:
                yield Finding("id-windows", row.at("id"), {"value": row["id"]})


RULES = (reserved_ids, ids_of_devices)
