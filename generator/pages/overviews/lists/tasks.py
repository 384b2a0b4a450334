"""The list of all tasks."""

from __future__ import annotations

from generator.ledger.records import Task
from generator.pages.components.filters import Facets
from generator.pages.components.views import Group, ListView
from generator.pages.page import PageContext, index_kind


def tasks_view(context: PageContext) -> ListView:
    """Tasks by the highest two levels of headings."""
    components, index = context.components, context.index
    by_area: dict[str, list[Task]] = {}
    for task in index.ledger.tasks:
        by_area.setdefault(index.area(task.section).id, []).append(task)
    groups = []
    for id_, tasks in by_area.items():
        section = index.sections[id_]
        lines = tuple(map(components.task_line, tasks))
        groups.append(Group(id_, components.area_title(section), lines, components.section(section)))
    return Facets(components).listed(tuple(groups))


KINDS = (
    index_kind("tasks", tasks_view, template="overviews/lists/tasks.html", order=20, map_order=20, in_navigation=True),
)
