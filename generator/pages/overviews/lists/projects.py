"""The list of all projects, plan by plan, with what they cost together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from generator.analysis.facts.plan import running_first
from generator.language import formatting, page_words
from generator.ledger.records import Plan, Project
from generator.pages.components.references import Ref, plan_ref
from generator.pages.components.rows import ProjectRow, project_row
from generator.pages.context import PageContext
from generator.pages.page import PageEntry, index_kind


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
    rows: tuple[ProjectRow, ...]
    sums: tuple[Sum, ...]
    units: str
    """The units of their amounts where there are several, which are not added."""


def projects_view(context: PageContext) -> tuple[PlanProjects, ...]:
    """The projects of every plan that has some."""
    of_plan = context.index.projects_of_plan
    return tuple(_plan(context, plan, of_plan[plan.id]) for plan in running_first(context.index) if plan.id in of_plan)


def _plan(context: PageContext, plan: Plan, projects: list[Project]) -> PlanProjects:
    units = list(dict.fromkeys(project.unit for project in projects if project.unit))
    return PlanProjects(
        anchor=f"plan-{plan.id}",
        plan=plan_ref(plan),
        years=formatting.years(plan.start_year, plan.end_year),
        rows=tuple(project_row(context, project) for project in projects),
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


ALWAYS = index_kind("projects", projects_view, template="overviews/lists/projects.html", order=145, map_order=105)


def _pages(context: PageContext) -> Iterator[PageEntry]:
    """The list, which only a ledger has that has projects."""
    if context.index.projects:
        yield from ALWAYS.pages(context)


KINDS = (replace(ALWAYS, pages=_pages),)
