"""The list of all tasks."""

from __future__ import annotations

from generator.analysis.facts.former_records import most_rows
from generator.analysis.facts.plan import running_first
from generator.ledger.records import Task
from generator.pages.components.filters import ListView, RowGroup, filter_of_tasks
from generator.pages.components.references import area_title, section_ref
from generator.pages.components.rows import TaskRow, task_row
from generator.pages.context import PageContext
from generator.pages.list_pages import list_kind

GROUPINGS = ("area", "plan", "lead")


def tasks_view(context: PageContext) -> ListView:
    """Tasks by plan, and of each plan by the highest two levels of headings.

    A task is looked for by what it is about, and the headings of the documents say so. Where several plans have tasks,
    each group names its plan: their numbers begin anew.
    """
    index = context.index
    groups, rows = list[RowGroup](), list[TaskRow]()
    plans = [plan for plan in running_first(index) if plan.id in index.tasks_of_plan]
    for plan in plans:
        by_area: dict[str, list[Task]] = {}
        for task in index.tasks_of_plan[plan.id]:
            by_area.setdefault(index.area(task.section).id, []).append(task)
        for id_, tasks in by_area.items():
            area = index.sections[id_]
            own = tuple(task_row(context, task) for task in tasks)
            among = plan.title if len(plans) > 1 else ""
            groups.append(RowGroup(id_, area_title(index, area), own, among, section_ref(area).path))
            rows += own
    return ListView(filter_of_tasks(context, rows, GROUPINGS), tuple(groups))


KINDS = (
    list_kind(
        "tasks",
        tasks_view,
        lambda context: len(context.index.ledger.tasks),
        most=lambda context: most_rows(context.index, "tasks"),
        rows="task_groups",
        template="overviews/lists/tasks.html",
        order=20,
        map_order=20,
        in_navigation=True,
    ),
)
