"""The draft of a ledger from a notice: the rows of every table, all of them told as drafts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.language.formatting import full_width
from generator.language.office import split_words
from generator.language.official_text import digest
from generator.ledger.enums import Assigns, PlaceLevel, Validity
from generator.ledger.hidden_characters import HIDDEN
from generator.ledger.reading.rows import Tables
from generator.ledger.wording.printed_figures import Figure, read_figures
from generator.office.new_rows import NewRow
from generator.office.record_ids import propose_id
from generator.office.splitting.drafts.indicators import draft_indicators
from generator.office.splitting.drafts.tasks import DraftIds, draft_tasks
from generator.office.splitting.drafts.units import doubt_at, draft_units
from generator.office.splitting.notice import Notice
from generator.office.splitting.units import level_of

Rows = dict[str, Sequence[NewRow]]


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft of a ledger."""

    document: str
    """The id of the notice."""
    rows: Rows
    level: PlaceLevel


def draft_ledger(notice: Notice, name: str, known: Tables | None = None) -> Draft:
    """The draft of a ledger from a notice.

    Args:
        notice: the notice.
        name: the name of its file without the ending.
        known: what the ledger has already.
    """
    taken = {t: known.ids(t) if known else set() for t in ("documents", "plans", "sections", "tasks", "indicators")}
    document = propose_id(name, taken["documents"])
    start, end = notice.years
    plan = propose_id(f"plan-{start}" if start == end else f"plan-{start}-{end}", taken["plans"])
    printed_figures = [
        read_figures(notice.text[clause.words_at : clause.text_end], notice.years) for clause in notice.clauses
    ]
    printed = _printed(notice, printed_figures)
    level = level_of(notice.head.issuer, [name for name, _ in printed])
    organizations, units = draft_units(notice, printed, level, known)
    sections, section_ids = _sections(notice, plan, taken["sections"], name)
    ids = DraftIds(document, plan, section_ids, units)
    tasks = draft_tasks(notice, ids, taken["tasks"])
    figures = draft_indicators(notice, ids, tasks["tasks"], printed_figures, taken["indicators"])
    rows: Rows = {
        "documents": [_document(notice, document, name)],
        "plans": [_plan(notice, plan, document, name)],
        "organizations": organizations,
        "sections": sections,
        **tasks,
        **figures,
    }
    return Draft(document, rows, level)


def _printed(notice: Notice, printed_figures: Sequence[Sequence[Figure]]) -> list[tuple[str, int]]:
    """Names of units as they are printed, each with its place: with tasks, and as parts of a total."""
    found = [(one.name, clause.text_end) for clause in notice.clauses for one in clause.said.assignees]
    for clause, figures in zip(notice.clauses, printed_figures, strict=True):
        found += [(figure.scope, clause.words_at + figure.start) for figure in figures if figure.scope]
    return found


def _document(notice: Notice, id_: str, name: str) -> NewRow:
    head = notice.head
    doubts = [
        words
        for column, words in (
            ("title", split_words.NO_TITLE),
            ("issuer", split_words.NO_ISSUER),
            ("signed_on", split_words.NO_SIGNED),
        )
        if not getattr(head, column)
    ]
    cells = {
        "id": id_,
        "title": head.title or name,
        "issuer": head.issuer or split_words.ISSUER_UNKNOWN,
        "doc_number": head.doc_number,
        "index_number": head.index_number,
        "topic": head.topic,
        "published_on": head.published_on,
        "signed_on": head.signed_on,
        "validity": head.validity or str(Validity.NOT_SAID),
        "disclosure": head.disclosure,
        "text_sha256": digest(notice.text),
        "assigns": str(notice.assigns or Assigns.BY_PARENTHESIS),
    }
    return _told_at_the_top(notice, cells, doubts)


def _plan(notice: Notice, id_: str, document: str, name: str) -> NewRow:
    plan = notice.plan
    doubts = [split_words.PLAN_GUESSED, *(() if plan.is_sure else (split_words.YEARS_GUESSED,))]
    cells = {
        "id": id_,
        "title": plan.title or name,
        "kind": str(plan.kind),
        "start_year": str(plan.start_year),
        "end_year": str(plan.end_year),
        "document": document,
    }
    return _told_at_the_top(notice, cells, doubts)


def _told_at_the_top(notice: Notice, cells: dict[str, str], doubts: Sequence[str]) -> NewRow:
    """A row of what a notice says of itself."""
    return NewRow(cells, tuple(doubt_at(notice, 0, doubt) for doubt in doubts), draft=True)


def _sections(notice: Notice, plan: str, taken: set[str], name: str) -> tuple[list[NewRow], dict[tuple[int, ...], str]]:
    """The rows of the headings, and their ids; clauses without a heading stand below the title."""
    ids: dict[tuple[int, ...], str] = {}
    rows: list[NewRow] = []
    year = notice.plan.start_year
    if any(not standing.path for standing in notice.standings):
        ids[()] = propose_id(f"s{year}", taken)
        title = notice.plan.title or name
        rows.append(NewRow({"id": ids[()], "plan": plan, "parent": "", "number": "", "title": title}))
    for section in notice.sections:
        ids[section.path] = propose_id(f"s{year}-{'-'.join(map(str, section.path))}", taken)
        taken.add(ids[section.path])
        shown = HIDDEN.sub("", section.title)
        doubts = [] if shown == section.title else [doubt_at(notice, section.start, split_words.TITLE_UNREADABLE)]
        cells = {
            "id": ids[section.path],
            "plan": plan,
            "parent": ids.get(section.path[:-1], "") if len(section.path) > 1 else "",
        }
        cells |= {"number": full_width(section.number).replace("（", "(").replace("）", ")"), "title": shown or name}
        rows.append(NewRow(cells, tuple(doubts)))
    return rows, ids
