"""The list of all tasks."""

from __future__ import annotations

from generator.analysis.facts.plan import running_first
from generator.ledger.records import Task
from generator.pages.components.filters import ListView, RowGroup, filter_of_ledger
from generator.pages.components.references import area_title, section_ref
from generator.pages.components.rows import task_row
from generator.pages.context import PageContext
from generator.pages.page import index_kind


def tasks_view(context: PageContext) -> ListView:
    """Tasks by the highest two levels of headings; where several plans have tasks, each group names its plan."""
    index, groups = context.index, []
    plans = [plan for plan in running_first(index) if plan.id in index.tasks_of_plan]
    for plan in plans:
        by_area: dict[str, list[Task]] = {}
        for task in index.tasks_of_plan[plan.id]:
            by_area.setdefault(index.area(task.section).id, []).append(task)
        for id_, tasks in by_area.items():
            title = area_title(index, index.sections[id_])
            rows = tuple(task_row(context, task) for task in tasks)
            named = plan.title if len(plans) > 1 else ""
            groups.append(RowGroup(id_, title, rows, section_ref(index.sections[id_]), named))
    return ListView(filter_of_ledger(context), tuple(groups))


KINDS = (
    index_kind("tasks", tasks_view, template="overviews/lists/tasks.html", order=20, map_order=20, in_navigation=True),
)
