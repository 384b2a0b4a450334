"""The list of all projects, plan by plan, with what they cost together."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.analysis.facts.former_records import most_rows
from generator.analysis.facts.plan import projects_in_order
from generator.language import formatting, page_words
from generator.ledger.records import Plan, Project
from generator.pages.components.filters import ListView, RowGroup, filter_of_kinds
from generator.pages.components.references import Ref, plan_ref
from generator.pages.components.rows import project_row
from generator.pages.context import PageContext
from generator.pages.list_pages import list_kind

GROUPINGS = ("plan", "kind", "lead")


class Sum(NamedTuple):
    """What some projects cost together, and how many of them print no amount."""

    title: str
    amount: str
    missing: int


class PlanProjects(NamedTuple):
    """The projects of a plan."""

    anchor: str
    plan: Ref
    years: str
    projects: int
    sums: tuple[Sum, ...]
    units: str
    """The units of their amounts where there are several, which are not added."""


def projects_view(context: PageContext) -> ListView:
    """The projects of every plan that has some, in the order of its list."""
    of_plan = projects_in_order(context.index)
    rows = {plan.id: tuple(project_row(context, project) for project in projects) for plan, projects in of_plan}
    groups = tuple(RowGroup(plan.id, plan.title, rows[plan.id]) for plan, _ in of_plan)
    every = [row for own in rows.values() for row in own]
    chosen = filter_of_kinds((row.nature for row in every), GROUPINGS, (row.owner for row in every if row.owner))
    return ListView(chosen, groups, tuple(_plan(plan, projects) for plan, projects in of_plan))


def _plan(plan: Plan, projects: list[Project]) -> PlanProjects:
    units = list(dict.fromkeys(project.unit for project in projects if project.unit))
    return PlanProjects(
        anchor=f"plan-{plan.id}",
        plan=plan_ref(plan),
        years=formatting.years(plan.start_year, plan.end_year),
        projects=len(projects),
        sums=tuple(_sums(projects, units[0])) if len(units) == 1 else (),
        units=formatting.AND.join(units) if len(units) > 1 else "",
    )


def _sums(projects: list[Project], unit: str) -> Iterator[Sum]:
    """The sums of both investments, each where a project prints one."""
    for title, amounts in (
        (page_words.TOTAL_INVESTMENT, [project.total_investment for project in projects]),
        (page_words.YEAR_INVESTMENT, [project.year_investment for project in projects]),
    ):
        printed = [amount for amount in amounts if amount is not None]
        if printed:
            total = formatting.amount(str(sum(printed, Decimal())), unit)
            yield Sum(title, total, len(amounts) - len(printed))


KINDS = (
    list_kind(
        "projects",
        projects_view,
        lambda context: len(context.index.projects),
        most=lambda context: most_rows(context.index, "projects"),
        rows="project_groups",
        template="overviews/lists/projects.html",
        order=145,
        map_order=105,
        there=lambda context: bool(context.index.projects),
    ),
)
