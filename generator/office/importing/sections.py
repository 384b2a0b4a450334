"""The headings of the plans: those between the rows of a table, and those in a column of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.office.importing.context import ImportContext
from generator.office.importing.tables.found_tables import Area


@dataclass(slots=True)
class Sections:
    """Headings that are made when a record first stands below them."""

    context: ImportContext
    ids: dict[tuple[str, ...], str] = field(default_factory=dict)
    """Plan and titles from above → id."""

    def of(self, plan: str, areas: Sequence[Area], sheet: str, default: str) -> str:
        """The id of the lowest heading above a record; of one with a default title where there is none."""
        if not areas:
            return self._made(plan, "", (plan, "", default), "", default, (sheet, 0, f"section-{default}"))
        parent = ""
        path: tuple[str, ...] = (plan,)
        for area in areas:
            path = (*path, area.title)
            parent = self._made(plan, parent, path, area.number, area.title, (sheet, area.row, "section"))
        return parent

    def _made(
        self, plan: str, parent: str, path: tuple[str, ...], number: str, title: str, key: tuple[str, int, str]
    ) -> str:
        if path not in self.ids:
            id_ = self.context.id_of("sections", key, title)
            self.ids[path] = id_
            cells = {"id": id_, "plan": plan, "parent": parent, "number": number, "title": title}
            self.context.add("sections", cells)
        return self.ids[path]
