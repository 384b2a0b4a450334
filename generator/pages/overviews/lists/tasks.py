"""The list of all tasks."""

from __future__ import annotations

from generator.ledger.records import Task
from generator.pages.components.filters import ListView, RowGroup, filter_of_ledger
from generator.pages.components.references import area_title, section_ref
from generator.pages.components.rows import task_row
from generator.pages.context import PageContext
from generator.pages.page import index_kind


def tasks_view(context: PageContext) -> ListView:
    """Tasks by the highest two levels of headings."""
    index, groups = context.index, []
    by_area: dict[str, list[Task]] = {}
    for task in index.ledger.tasks:
        by_area.setdefault(index.area(task.section).id, []).append(task)
    for id_, tasks in by_area.items():
        section = index.sections[id_]
        rows = tuple(task_row(context, task) for task in tasks)
        groups.append(RowGroup(id_, area_title(index, section), rows, section_ref(section)))
    return ListView(filter_of_ledger(context), tuple(groups))


KINDS = (
    index_kind("tasks", tasks_view, template="overviews/lists/tasks.html", order=20, map_order=20, in_navigation=True),
)
