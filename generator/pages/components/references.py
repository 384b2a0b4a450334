"""Links to the pages of records, and where a record comes from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.analysis.documents.clauses import document_clauses
from generator.analysis.documents.parts import Part, document_parts
from generator.analysis.facts.plan import projects_in_order
from generator.analysis.ledger_index import Duty, LedgerIndex, unit_path
from generator.language import formatting
from generator.language.formatting import full_width, numbered
from generator.language.official_text import span
from generator.ledger.enums import OrganizationKind
from generator.ledger.records import (
    Document,
    Evaluation,
    Evidence,
    Indicator,
    Organization,
    Plan,
    Project,
    Section,
    Task,
)
from generator.pages.context import PageContext, once_in_context

ROWS_OF_PAGE = 100
"""Rows of a list that stand on one page."""


class Ref(NamedTuple):
    """A link to a page of the site; the path is relative to the site's root."""

    title: str
    path: str


class AssignedUnit(NamedTuple):
    """An organisation with what a task prints about it."""

    ref: Ref
    printed: str
    scope: str | None
    collective: bool


class Source(NamedTuple):
    """Where a record comes from; ``wording`` is the official wording, where the text was supplied."""

    document: Ref
    clause: Ref
    """Its clause on the page of the document, called by its locator in full-width punctuation."""
    locator: str
    passage: str | None
    fingerprint: str | None
    wording: str | None


def path_of_page(path: str, number: int) -> str:
    """The address of a page of a list whose first page has the address ``path``."""
    return f"{path}page/{number}/" if number > 1 else path


def plan_ref(record: Plan) -> Ref:
    """The page of a plan."""
    return Ref(record.title, f"plans/{record.id}/")


def section_ref(record: Section) -> Ref:
    """The page of a heading."""
    return Ref(numbered(record.number or "", record.title), f"sections/{record.id}/")


def task_ref(record: Task) -> Ref:
    """The page of a task."""
    return Ref(record.title, f"tasks/{record.id}/")


def indicator_ref(record: Indicator) -> Ref:
    """The page of an indicator."""
    return Ref(record.name, f"indicators/{record.id}/")


def organization_ref(record: Organization) -> Ref:
    """The page of an organisation."""
    return Ref(record.name, unit_path(record.id, record.kind))


def unit_ref(context: PageContext, id_: str | None) -> Ref | None:
    """The page of the organisation that a record names; None where it names none."""
    return organization_ref(context.index.organizations[id_]) if id_ else None


def unit_refs(context: PageContext, ids: Iterable[str]) -> tuple[Ref, ...]:
    """The pages of some organisations."""
    return tuple(organization_ref(context.index.organizations[id_]) for id_ in ids)


def document_ref(record: Document) -> Ref:
    """The page of a document."""
    return Ref(record.title, f"documents/{record.id}/")


def project_ref(context: PageContext, record: Project) -> Ref:
    """The row of a project in the list of projects."""
    page = _project_numbers(context)[record.id] // ROWS_OF_PAGE + 1
    return Ref(record.name, f"{path_of_page('projects/', page)}#project-{record.id}")


@once_in_context
def _project_numbers(context: PageContext) -> dict[str, int]:
    """The place of each project in the list of all, counted from 0."""
    listed = (project.id for _, projects in projects_in_order(context.index) for project in projects)
    return {id_: number for number, id_ in enumerate(listed)}


def evaluation_ref(record: Evaluation) -> Ref:
    """The page of an evaluation: 2023 年中期评估."""
    return Ref(f"{formatting.period(record.period)}{record.kind}", f"evaluations/{record.id}/")


def area_title(index: LedgerIndex, record: Section) -> str:
    """An area's heading with the numbers of those above it."""
    return numbered("".join(section.number or "" for section in index.trail(record.id)), record.title)


def assigned_units(context: PageContext, assignments: Iterable[Duty]) -> tuple[AssignedUnit, ...]:
    """The organisations of some assignments."""
    return tuple(assigned_unit(context, assignment) for assignment in assignments)


def assigned_unit(context: PageContext, assignment: Duty) -> AssignedUnit:
    """The organisation of an assignment."""
    organization = context.index.organizations[assignment.organization]
    collective = organization.kind is OrganizationKind.COLLECTIVE
    return AssignedUnit(organization_ref(organization), assignment.printed_name, assignment.scope, collective)


class Pages(NamedTuple):
    """The pages of a document: the first of them, its parts, and where each clause stands."""

    first: Ref
    parts: tuple[Part, ...]
    clauses: dict[str, Ref]
    """Locator → the clause."""


def document_pages(context: PageContext, id_: str) -> Pages:
    """The pages of a document, found once."""
    key = (document_pages, id_)
    if key not in context.components:
        parts = tuple(document_parts(context.index, document_clauses(context.index, id_)))
        clauses = {
            clause.locator: Ref(full_width(clause.locator), f"{part_path(id_, part)}#{clause.anchor}")
            for part in parts
            for clause in part.clauses
        }
        context.components[key] = Pages(document_ref(context.index.documents[id_]), parts, clauses)
    pages: Pages = context.components[key]
    return pages


def part_path(id_: str, part: Part) -> str:
    """The page of a part of a document."""
    return f"documents/{id_}/{part.name}/" if part.name else f"documents/{id_}/"


def clause_ref(context: PageContext, record: Evidence) -> Ref:
    """The clause that a record comes from."""
    return document_pages(context, record.document).clauses[record.locator]


def source_of(context: PageContext, record: Evidence) -> Source:
    """Where a record comes from."""
    pages, wording = document_pages(context, record.document), wording_of(context, record)
    return Source(
        pages.first, pages.clauses[record.locator], record.locator, record.passage, record.fingerprint, wording
    )


def wording_of(context: PageContext, record: Evidence) -> str | None:
    """The official wording of a record's passage in full-width punctuation, where its document's text was supplied."""
    text = context.texts.get(record.document)
    if text is None or not record.passage:
        return None
    start, end = span(record.passage)
    return full_width(text[start:end])
