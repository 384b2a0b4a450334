"""Rules about plans: their years, the plans above and before, and what only some kinds of plans have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.ledger.enums import Nature, PlanKind, Relation, TaskKind
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row, Tables, year

NATURES = frozenset((*Nature, *TaskKind))


def _years(plan: Row) -> tuple[int, int] | None:
    """First and last year of a plan; None where they are no years, or turned round."""
    start, end = year(plan["start_year"]), year(plan["end_year"])
    return None if start is None or end is None or end < start else (start, end)


def years(tables: Tables) -> Iterator[Finding]:
    """A plan does not end before it starts, and an annual plan covers one year."""
    for row in tables.rows["plans"]:
        start, end = year(row["start_year"]), year(row["end_year"])
        if start is not None and end is not None and (end < start or (row["kind"] == PlanKind.ANNUAL and end > start)):
            yield Finding("plan-years", row.at("end_year"))


def above(tables: Tables) -> Iterator[Finding]:
    """The plan above a plan is a longer one that covers its first year; a five-year plan has none.

    A five-year plan may also be above a plan of the same years.
    """
    plans = tables.by_id("plans")
    for row in tables.rows["plans"]:
        parent, own = plans.get(row["parent"]), _years(row)
        if parent is None or parent is row:
            continue
        if row["kind"] == PlanKind.FIVE_YEAR:
            yield Finding("plan-top", row.at("parent"), {"value": row["parent"]})
            continue
        outer = _years(parent)
        if own is None or outer is None:
            continue
        longer = outer[1] - outer[0] - (own[1] - own[0]) + (parent["kind"] == PlanKind.FIVE_YEAR)
        if longer <= 0 or not outer[0] <= own[0] <= outer[1]:
            yield Finding("plan-parent", row.at("parent"), {"value": row["parent"]})


def before(tables: Tables) -> Iterator[Finding]:
    """The plan before a plan has ended when that one starts."""
    plans = tables.by_id("plans")
    for row in tables.rows["plans"]:
        previous = plans.get(row["previous"])
        own, earlier = _years(row), _years(previous) if previous else None
        if previous is not row and own and earlier and earlier[1] >= own[0]:
            values = {"value": row["previous"], "end": earlier[1], "start": own[0]}
            yield Finding("plan-previous", row.at("previous"), values)


def _may_be_annual(plan: Row) -> tuple[bool, ...]:
    """Whether tasks and indicators of a plan are annual ones, or are not, or may be both."""
    if plan["kind"] == PlanKind.ANNUAL:
        return (True,)
    return (True, False) if plan["start_year"] == plan["end_year"] else (False,)


def natures(tables: Tables) -> Iterator[Finding]:
    """An annual plan has annual indicators and tasks alone, a plan of several years has none.

    Another plan of one year, a list of key work for example, may have both.
    """
    plans = tables.by_id("plans")
    fits = {id_: _may_be_annual(plan) for id_, plan in plans.items() if plan["kind"]}
    for table, column, annual, code in (
        ("indicators", "nature", Nature.ANNUAL, "nature-plan"),
        ("tasks", "kind", TaskKind.ANNUAL, "kind-plan"),
    ):
        for row in tables.rows[table]:
            allowed = fits.get(row["plan"])
            if allowed and row[column] in NATURES and (row[column] == annual) not in allowed:
                yield Finding(code, row.at(column), {"value": row[column], "kind": plans[row["plan"]]["kind"]})


def continuations(tables: Tables) -> Iterator[Finding]:
    """A task continues tasks of the plan above its own, or of the one before it."""
    plans, tasks = tables.by_id("plans"), tables.by_id("tasks")
    for row in tables.rows["continuations"]:
        task, other = tasks.get(row["task"]), tasks.get(row["continues"])
        plan = plans.get(task["plan"]) if task else None
        if plan is None or other is None or other is task:
            continue
        linked = (plan["parent"], plan["previous"])
        if all(id_ in ("", *plans) for id_ in linked) and other["plan"] not in linked:
            yield Finding("continues-plan", row.at("continues"), {"value": row["continues"]})


def continued_indicators(tables: Tables) -> Iterator[Finding]:
    """An indicator goes on from one of the plan before its own."""
    plans, indicators = tables.by_id("plans"), tables.by_id("indicators")
    for row in tables.rows["relations"]:
        own, other = indicators.get(row["indicator"]), indicators.get(row["related"])
        plan = plans.get(own["plan"]) if own else None
        if row["relation"] != Relation.CONTINUED or plan is None or other is None or other is own:
            continue
        if plan["previous"] in ("", *plans) and other["plan"] != plan["previous"]:
            yield Finding("relation-previous", row.at("relation"), {"value": row["related"]})


RULES = (years, above, before, natures, continuations, continued_indicators)
