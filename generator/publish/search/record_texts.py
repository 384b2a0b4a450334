"""What the ledger says of each record, as the text that the search finds and quotes.

It is made of the records and not of their pages: sentences that a page says of every record would be found in all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.analysis.ledger_index import Duty, LedgerIndex, unit_path
from generator.language import formatting
from generator.language.page_words import INDEXES, index_words
from generator.ledger.enums import Role
from generator.ledger.records import (
    Document,
    Evaluation,
    Indicator,
    Observation,
    Organization,
    Plan,
    Report,
    Section,
    Target,
    Task,
)
from generator.publish.search.entries import joined

MOST_RESULTS = 40
"""Results of one indicator that are found by their figures, the newest; more are a table."""


class SearchSource(NamedTuple):
    """What the search knows beside the pages."""

    place: str = ""
    synonyms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    texts: Mapping[str, str] = {}
    """What the ledger says of each record, by its address, and what is on each list, by its name."""


def search_source(index: LedgerIndex) -> SearchSource:
    """What the search knows of a ledger."""
    territories = index.site.territories
    lists = {name: index_words(name, territories)[1] for name in INDEXES}
    return SearchSource(index.site.place, index.site.synonyms, {**lists, **dict(record_texts(index))})


def record_texts(index: LedgerIndex) -> Iterator[tuple[str, str]]:
    """The address of each record's page and what is to be found there."""
    ledger = index.ledger
    yield from ((f"indicators/{one.id}/", joined(_indicator(index, one))) for one in ledger.indicators)
    yield from ((f"tasks/{one.id}/", joined(_task(index, one))) for one in ledger.tasks)
    yield from ((unit_path(one.id, one.kind), joined(_unit(index, one))) for one in ledger.organizations)
    yield from ((f"sections/{one.id}/", joined(_section(index, one))) for one in ledger.sections)
    yield from ((f"documents/{one.id}/", joined(_document(index, one))) for one in ledger.documents)
    yield from ((f"plans/{one.id}/", joined(_plan(index, one))) for one in ledger.plans)
    yield from ((f"evaluations/{one.id}/", joined(_evaluation(index, one))) for one in ledger.evaluations)


def _indicator(index: LedgerIndex, one: Indicator) -> Iterator[str | None]:
    yield one.nature
    for target in index.targets_of.get(one.id, ()):
        yield f"{formatting.years(target.start_year, target.end_year)} {_figure(target, one.unit)}"
    for result in index.observations_of.get(one.id, ())[-MOST_RESULTS:]:
        yield f"{formatting.period(result.period)} {_figure(result, one.unit)}"
    if one.task:
        yield index.tasks[one.task].title
        yield index.tasks[one.task].summary
    yield from _duties(index, index.duties_of_indicator(one))
    yield one.definition
    yield one.note
    for other, relation, _ in index.related(one.id):
        yield f"{_with_target(index, index.indicators[other])}：{relation.reason}"
    yield from _reports(index.reports_of_indicator(one.id))


def _figure(one: Target | Observation, unit: str | None) -> str:
    """As the document prints it, and in digits where it prints others: 十件（10 件）."""
    digits = "" if one.value is None else str(one.value)
    return one.value_text if digits in one.value_text else f"{one.value_text}（{formatting.amount(digits, unit)}）"


def _with_target(index: LedgerIndex, one: Indicator) -> str:
    target = index.main_target(one.id)
    return f"{one.name} {target.value_text}" if target else one.name


def _task(index: LedgerIndex, one: Task) -> Iterator[str | None]:
    yield one.summary
    yield from _duties(index, index.duties_of_task(one.id))
    yield from (f"{formatting.by(step.due)} {step.text}" for step in index.milestones_of.get(one.id, ()))
    yield from (_with_target(index, indicator) for indicator in index.indicators_of_task.get(one.id, ()))
    yield from _reports(index.reports_of_task(one.id))
    yield from (project.name for project in index.projects_of_task.get(one.id, ()))


def _duties(index: LedgerIndex, duties: Iterable[Duty]) -> Iterator[str]:
    """Who does what: 牵头区教育局、区财政局."""
    by_role: dict[Role, list[str]] = {}
    for duty in duties:
        own = by_role.setdefault(duty.role, [])
        own.append(index.organizations[duty.organization].name)
    yield from (f"{role}{formatting.AND.join(dict.fromkeys(names))}" for role, names in by_role.items())


def _reports(reports: Iterable[Report]) -> Iterator[str]:
    yield from (f"{formatting.period(one.period)}{one.state}：{one.summary}" for one in reports)


def _unit(index: LedgerIndex, one: Organization) -> Iterator[str | None]:
    yield one.note
    duties = index.assignments_of_organization.get(one.id, ())
    led = dict.fromkeys(duty.task for duty in duties if duty.role is Role.LEAD)
    yield from (index.tasks[task].title for task in led)
    yield from (indicator.name for task in led for indicator in index.indicators_of_task.get(task, ()))
    yield from (index.tasks[duty.task].title for duty in duties if duty.task not in led)
    yield from (index.tasks[task].title for task in index.tasks_naming.get(one.id, ()))
    yield from _reports(index.reports[report] for report in index.reports_naming.get(one.id, ()))
    yield from (index.projects[project].name for project in index.projects_naming.get(one.id, ()))
    yield from (project.name for project in index.projects_of_owner.get(one.id, ()))


def _section(index: LedgerIndex, one: Section) -> Iterator[str]:
    yield from (section.title for section in index.subsections.get(one.id, ()))
    yield from (task.title for task in index.tasks_of_section.get(one.id, ()))
    yield from (indicator.name for indicator in index.indicators_of_section.get(one.id, ()) if not indicator.task)


def _document(index: LedgerIndex, one: Document) -> Iterator[str | None]:
    yield from (one.issuer, one.doc_number, one.index_number, one.topic, one.repeal_basis)
    for plan in index.plans_of_document.get(one.id, ()):
        yield plan.title
        yield from (section.title for section in index.sections_of_plan.get(plan.id, ()))


def _plan(index: LedgerIndex, one: Plan) -> Iterator[str]:
    yield from (section.title for section in index.sections_of_plan.get(one.id, ()))


def _evaluation(index: LedgerIndex, one: Evaluation) -> Iterator[str]:
    yield from (index.plans[one.plan].title, one.evaluator, one.conclusion)
