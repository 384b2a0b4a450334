"""Doubts about the office's work: who answered a round without being asked, and what belongs to another plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from generator.ledger.checks.doubt_rules.series import LedgerFigures, last_month
from generator.ledger.due import is_day
from generator.ledger.enums import AREAS, OrganizationKind
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row, Tables, number

LONGEST_GRACE, LONGEST_ROUND, LATEST = 60, 183, 366
"""Days: of grace, from the first day of a round to the last, and from the end of its period to its first day."""
FULL_MARK = 100
"""Of so many points are most appraisals; of one with more a single task has not the half."""


def _above(tables: Tables) -> dict[str, set[str]]:
    """Each plan → itself and the plans that it carries out."""
    parents = {row["id"]: row["parent"] for row in tables.rows["plans"]}
    above: dict[str, set[str]] = {}
    for plan in parents:
        above[plan] = set()
        one = plan
        while one and one not in above[plan]:
            above[plan].add(one)
            one = parents.get(one, "")
    return above


def _family(above: dict[str, set[str]], plan: str) -> set[str]:
    """A plan with those above and below it."""
    return {*above.get(plan, {plan}), *(other for other, over in above.items() if plan in over)}


def reports(figures: LedgerFigures) -> Iterator[Finding]:
    """A report tells of the tasks and indicators of its plan, or of one that this carries out."""
    tables, above = figures.tables, _above(figures.tables)
    of_reports = tables.by_id("reports")
    for table, column, records in (
        ("report_tasks", "task", tables.by_id("tasks")),
        ("report_indicators", "indicator", tables.by_id("indicators")),
    ):
        for row in tables.rows[table]:
            report, record = of_reports.get(row["report"]), records.get(row[column])
            if report is None or record is None or report["plan"] not in above or record["plan"] not in above:
                continue
            if record["plan"] not in above[report["plan"]]:
                values = {"record": report["id"], "value": row[column], "plan": record["plan"], "own": report["plan"]}
                yield Finding("report-plan", row.at(column), values)


def results(figures: LedgerFigures) -> Iterator[Finding]:
    """What the document of a round tells is of the round's plan, or of one that the document reports on, too."""
    tables, above = figures.tables, _above(figures.tables)
    plans: dict[str, set[str]] = {}
    for row in tables.rows["rounds"]:
        plans.setdefault(row["document"], set()).add(row["plan"])
    for row in (*tables.rows["reports"], *tables.rows["evaluations"]):
        if row["document"] in plans:
            plans[row["document"]].add(row["plan"])
    for row in tables.rows["plans"]:
        if row["document"] in plans:
            plans[row["document"]].add(row["id"])
    families = {document: set().union(*(_family(above, plan) for plan in own)) for document, own in plans.items()}
    indicators = tables.by_id("indicators") if plans else {}
    for row in tables.rows["observations"] if plans else ():
        if row.cells.get("document") not in families:
            continue
        indicator, family = indicators.get(row["indicator"]), families[row["document"]]
        if indicator and indicator["plan"] in above and indicator["plan"] not in family:
            values = {"record": row["id"], "value": row["indicator"], "plan": indicator["plan"]}
            yield Finding("result-plan", row.at("indicator"), values)


def answers(figures: LedgerFigures) -> Iterator[Finding]:
    """Who answers a round has a role in its plan, or a target of its own."""
    tables = figures.tables
    rounds, names, plans = tables.by_id("rounds"), _names(tables), tables.ids("plans")
    asked: dict[str, set[str]] = {}
    told: set[tuple[str, ...]] = set()
    for row in tables.rows["submissions"]:
        round_, unit, key = rounds.get(row["round"]), row["organization"], row.texts(("round", "organization"))
        is_known = round_ is not None and round_["plan"] in plans and unit in names
        if round_ is None or not is_known or row.broken or row.unresolved or key in told:
            continue
        if (plan := round_["plan"]) not in asked:
            asked[plan] = _involved(tables, plan)
        if unit not in asked[plan]:
            told.add(key)
            values = {"record": row["round"], "value": unit, "name": names[unit]}
            yield Finding("answer-unasked", row.at("organization"), values)


def remarks(figures: LedgerFigures) -> Iterator[Finding]:
    """Who is asked something about a task or a result has to do with its plan."""
    tables = figures.tables
    names, plans = _names(tables), tables.ids("plans")
    asked = {row["observation"] for row in tables.rows["observation_remarks"]}
    observations = {row["id"]: row for row in tables.rows["observations"] if row.cells.get("id") in asked}
    tasks, indicators = tables.by_id("tasks"), tables.by_id("indicators")
    involved: dict[str, set[str]] = {}
    for table in ("observation_remarks", "task_remarks"):
        for row in tables.rows[table]:
            observation = observations.get(row["observation"])
            record = tasks.get(row["task"]) or (indicators.get(observation["indicator"]) if observation else None)
            unit = row["organization"]
            if record is None or unit not in names or row.broken or row.unresolved:
                continue
            if (plan := record["plan"]) not in plans:
                continue
            if plan not in involved:
                involved[plan] = _involved(tables, plan)
            if unit not in involved[plan] and not (observation and observation["reported_by"] == unit):
                values = {"record": row["id"], "value": unit, "name": names[unit]}
                yield Finding("remark-unasked", row.at("organization"), values)


def _names(tables: Tables) -> dict[str, str]:
    return {row["id"]: row["name"] for row in tables.rows["organizations"]}


def _involved(tables: Tables, plan: str) -> set[str]:
    """The units with a role in a plan or with targets of their own, their members, and who took their place.

    Of a collective whose members no document names, every town may be one.
    """
    plans = _family(_above(tables), plan)
    tasks = {row["id"] for row in tables.rows["tasks"] if row["plan"] in plans}
    indicators = {row["id"] for row in tables.rows["indicators"] if row["plan"] in plans}
    found = {row["organization"] for row in tables.rows["assignments"] if row["task"] in tasks}
    found |= {row["organization"] for row in tables.rows["indicator_assignments"] if row["indicator"] in indicators}
    found |= {row["organization"] for row in tables.rows["targets"] if row["indicator"] in indicators}
    members = tables.grouped("memberships", "collective")
    for row in tables.rows["organizations"]:
        if row["id"] in found and row["kind"] == OrganizationKind.COLLECTIVE:
            found |= {member["member"] for member in members.get(row["id"], ())}
            if row["id"] not in members:
                found |= {one["id"] for one in tables.rows["organizations"] if one["kind"] in AREAS}
    count = -1
    while count != (count := len(found)):
        for row in tables.rows["successions"]:
            if {row["organization"], row["successor"]} & found:
                found |= {row["organization"], row["successor"]}
    return found


def lengths(figures: LedgerFigures) -> Iterator[Finding]:
    """A round begins soon after its period, and ends with its grace before the next one would."""
    for row in figures.tables.rows["rounds"]:
        grace, opens, due = number(row["grace_days"]), row["opens_on"], row["due_on"]
        if grace is not None and grace > LONGEST_GRACE:
            yield _doubt("grace-long", row, "grace_days")
        if not is_day(opens) or opens[:4] < row["period"][:4]:
            continue
        first = date.fromisoformat(opens)
        if is_day(due) and (days := (date.fromisoformat(due) - first).days) > LONGEST_ROUND:
            yield _doubt("round-long", row, "due_on", days=days)
        month = last_month(row["period"])
        if is_day(f"{month}-28") and first - date.fromisoformat(f"{month}-28") > timedelta(days=LATEST):
            yield _doubt("round-late", row, "opens_on", period=row["period"])


def weights(figures: LedgerFigures) -> Iterator[Finding]:
    """One task or indicator has not more than a hundred points, but in an appraisal of many more."""
    for table in ("tasks", "indicators"):
        by_plan: dict[str, list[tuple[Row, Decimal]]] = {}
        for row in figures.tables.rows[table]:
            weight = number(row["weight"])
            if weight is not None:
                by_plan.setdefault(row["plan"], []).append((row, weight))
        for rows in by_plan.values():
            total = sum(points for _, points in rows)
            for row, points in rows:
                if points > FULL_MARK and points * 2 > total:
                    yield _doubt("weight-above", row, "weight")


def _doubt(code: str, row: Row, column: str, **values: object) -> Finding:
    """A doubt about the value of a column."""
    return Finding(code, row.at(column), {"record": row["id"], "value": row[column], **values})


RULES = (reports, results, answers, remarks, lengths, weights)
