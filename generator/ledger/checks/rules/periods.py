"""Rules about time: targets inside their plan, results not from the future."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from generator.language import finding_words
from generator.ledger.contract import SAME_FIGURE
from generator.ledger.due import is_after, is_day
from generator.ledger.enums import Basis
from generator.ledger.periods import is_period, months_of
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row, Tables, year

AHEAD = 10
"""So many years a plan of one year may look ahead."""
FIRST_YEAR = 1949
"""What is older is told as of another age."""
OF_A_PART = (Basis.YEAR_TO_DATE, Basis.MEAN_TO_DATE, Basis.PART)
WITHOUT_SINCE = (Basis.YEAR, Basis.POINT, *OF_A_PART)


def targets(tables: Tables) -> Iterator[Finding]:
    """A target's years are in order and lie in its plan, or in an annual plan under it; one target per period.

    A plan of one year may set a target for a later one, which is not far away.
    """
    plans, indicators = tables.by_id("plans"), tables.by_id("indicators")
    seen: dict[tuple[str, ...], Row] = {}
    for row in tables.rows["targets"]:
        if row.broken or row.unresolved:
            continue
        start, end = year(row["start_year"]), year(row["end_year"])
        if start is None or end is None:
            continue
        if start > end:
            yield Finding("years-order", row.at("start_year"), {"start": start, "end": end})
        other = seen.setdefault(row.texts(SAME_FIGURE["targets"]), row)
        if other is not row and (other["id"] != row["id"] or "id" in row.given):
            yield Finding("target-twice", row.mark, {"other": other["id"]})
        indicator = indicators.get(row["indicator"])
        plan = plans.get(indicator["plan"]) if indicator else None
        if plan is None:
            continue
        first, last = year(plan["start_year"]), year(plan["end_year"])
        if first is None or last is None:
            continue
        if start < first or end > (last if last > first else last + AHEAD):
            values = {"start": start, "end": end, "plan_start": first, "plan_end": last}
            yield Finding("target-years", row.at("start_year" if start < first else "end_year"), values)


def first_day(period: str) -> str:
    """First day of a period in ISO form; empty where a text is no period."""
    return f"{period[:4]}-{months_of(period)[0]:02}-01" if is_period(period) else ""


def _document_dates(tables: Tables) -> dict[str, str]:
    """Newest date of each document that has one."""
    dates = {r["id"]: max(r["drafted_on"], r["published_on"], r["signed_on"]) for r in tables.rows["documents"]}
    return {id_: day for id_, day in dates.items() if is_day(day) and year(day)}


def _future(row: Row, dates: dict[str, str], code: str) -> Iterable[Finding]:
    """A finding when the period of a row had not begun on the newest date of its document."""
    document, period = row.texts(("document", "period"))
    day = dates.get(document)
    if day is None or not _after(period, day):
        return ()
    return [Finding(code, row.at("period"), {"period": period, "date": day})]


@cache
def _after(period: str, day: str) -> bool:
    """Whether a period begins after a day; a text that is no period does not."""
    first = first_day(period)
    return is_day(first) and first > day


OBSERVED = ("basis", "since_year", "period", "as_of_on", "reported_by", "reported_on")


def observations(tables: Tables) -> Iterator[Finding]:
    """The period of a result had begun and fits what it counts; a sum says since which year it counts."""
    dates = _document_dates(tables)
    for row in tables.rows["observations"]:
        if row.broken or row.unresolved:
            continue
        yield from _future(row, dates, "observation-late")
        basis, counted, period, as_of, reported_by, reported_on = row.texts(OBSERVED)
        if counted:
            yield from _counted(row, basis, counted)
        elif basis == Basis.SINCE and not row["note"]:
            yield Finding("since-year", row.at("basis"))
        is_part = len(period) > len("2017")
        if (is_part and basis == Basis.YEAR) or (basis in OF_A_PART and not is_part):
            yield Finding(
                "basis-year" if is_part else "basis-part", row.at("basis"), {"basis": basis, "period": period}
            )
        if as_of and is_after(first_day(period), as_of):
            yield Finding("as-of-early", row.at("as_of_on"), {"day": as_of, "period": period})
        if bool(reported_by) != bool(reported_on):
            yield Finding("reported-half", row.at("reported_by" if reported_by else "reported_on"))


def _counted(row: Row, basis: str, counted: str) -> Iterator[Finding]:
    """The year since which a result counts is not after its period, and only a sum has one."""
    since, period = year(counted), year(row["period"])
    if since is not None and period is not None and since > period:
        yield Finding("years-order", row.at("since_year"), {"start": since, "end": period})
    if basis in WITHOUT_SINCE:
        yield Finding("since-year-unwanted", row.at("since_year"), {"basis": basis})


def revisions(tables: Tables) -> Iterator[Finding]:
    """What takes the place of a figure is of the same indicator and organisation, a result also of the same period."""
    for table, column, same in (
        ("targets", "replaced_by", ("indicator", "organization")),
        ("observations", "revises", ("indicator", "organization", "period")),
    ):
        revised = [row for row in tables.rows[table] if row.cells.get(column)]
        others = tables.by_id(table) if revised else {}
        for row in revised:
            other = others.get(row[column])
            if other is None or row.broken or other.broken or row.unresolved or other.unresolved:
                continue
            if other is not row and other.texts(same) != row.texts(same):
                yield Finding(
                    "other-figure", row.at(column), {"title": finding_words.LINKS[column], "value": row[column]}
                )


def result_twice(tables: Tables) -> Iterator[Finding]:
    """A document gives one result per indicator, organisation and period."""
    seen: dict[tuple[str, ...], Row] = {}
    for row in tables.rows["observations"]:
        if row.broken or row.unresolved:
            continue
        other = seen.setdefault(row.texts(SAME_FIGURE["observations"]), row)
        if other is not row and (other["id"] != row["id"] or "id" in row.given):
            yield Finding("observation-twice", row.mark, {"other": other["id"]})


def reports(tables: Tables) -> Iterator[Finding]:
    """The period of a report or an evaluation had begun, and lies not before its plan."""
    dates, plans = _document_dates(tables), tables.by_id("plans")
    for row in (*tables.rows["reports"], *tables.rows["evaluations"]):
        yield from _future(row, dates, "report-period")
        start = year(plans[row["plan"]]["start_year"]) if row["plan"] in plans else None
        told = year(row["period"][:4])
        if start is not None and told is not None and FIRST_YEAR <= told < start:
            yield Finding("report-early", row.at("period"), {"period": row["period"], "start": start})


RULES = (targets, observations, revisions, result_twice, reports)
