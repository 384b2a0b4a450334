"""The rules of the field: each a function of the tables, all in one tuple.

A rule looks at text rows, because a row that breaks the contract still deserves the findings that can be made of it.
It passes over what it cannot understand (an unknown id, a value that is no number): the contract tells of that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.ledger.checks.rules import figures, passages, periods, structure, tasks
from generator.ledger.reading.nodes import Finding
from generator.ledger.reading.table_builder import Tables

Rule = Callable[[Tables], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    structure.cycles,
    structure.plans,
    structure.same_plan,
    structure.natures,
    periods.targets,
    periods.observations,
    periods.told_twice,
    periods.reports,
    periods.tasks,
    figures.units,
    figures.rates,
    figures.comparators,
    figures.directions,
    figures.values,
    figures.parts_and_whole,
    figures.subsets,
    tasks.leads,
    tasks.roles,
    tasks.members,
    tasks.continuations,
    tasks.reported,
    passages.pairs,
    passages.inside_task,
    passages.apart,
    passages.exclusions,
)

FIGURES = ("targets", "observations")
EACH: dict[Rule, tuple[str, ...]] = {
    periods.observations: ("observations",),
    periods.reports: ("reports",),
    periods.tasks: ("tasks",),
    figures.units: FIGURES,
    figures.comparators: ("targets",),
    figures.directions: ("targets",),
    figures.values: FIGURES,
    passages.pairs: passages.EVIDENCED,
    passages.inside_task: ("targets",),
}
"""Rules that look at the rows of some tables one by one, and at no row of these tables in another way.

When a file changes, such a rule looks at the rows of that file alone.
"""
