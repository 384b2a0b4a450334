"""The day up to which documents of each plan are known: a site knows nothing that is later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.ledger.ledger import Ledger
from generator.ledger.office_records import Round
from generator.ledger.records import Evaluation, Observation, Plan, Project, Report, Target, Task


def newest_days(ledger: Ledger) -> dict[str, date]:
    """Plan → the newest date of its documents and of the answers to its rounds; a plan without one is left out.

    A plan and the annual plans that carry it out know the same: what one says of a year, the others know, too.
    """
    tops = _tops(ledger.plans)
    newest: dict[str, date] = {}
    for plan, day in _days(ledger):
        top = tops[plan]
        newest[top] = max(day, newest.get(top, day))
    return {plan: newest[top] for plan, top in tops.items() if top in newest}


def _tops(plans: tuple[Plan, ...]) -> dict[str, str]:
    """Plan → the plan above all that it carries out."""
    parents = {plan.id: plan.parent for plan in plans}

    def top(plan: str) -> str:
        parent = parents[plan]
        return top(parent) if parent else plan

    return {plan: top(plan) for plan in parents}


def _days(ledger: Ledger) -> Iterator[tuple[str, date]]:
    """Plans, and days on which something is known of them."""
    documents = {one.id: (one.drafted_on, one.published_on, one.signed_on) for one in ledger.documents}
    for plan, document in dict.fromkeys(_documents(ledger)):
        yield from ((plan, day) for day in documents[document] if day)
    rounds = {one.id: one.plan for one in ledger.rounds}
    yield from ((rounds[one.round], one.received_on) for one in ledger.submissions)


def _documents(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """Plans, and documents that say something of them."""
    yield from ((plan.id, plan.document) for plan in ledger.plans if plan.document)
    records: list[Task | Project | Report | Evaluation | Round] = [*ledger.tasks, *ledger.projects, *ledger.reports]
    records += [*ledger.evaluations, *ledger.rounds]
    yield from ((one.plan, one.document) for one in records)
    plans = {one.id: one.plan for one in ledger.indicators}
    figures: list[Target | Observation] = [*ledger.targets, *ledger.observations]
    yield from ((plans[one.indicator], one.document) for one in figures)
