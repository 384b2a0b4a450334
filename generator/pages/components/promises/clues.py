"""Clues to a silent target, in words: always called clues, never added to anything."""

from __future__ import annotations

from typing import NamedTuple

from generator.analysis.promises.clues import Clues, FigureClue
from generator.language import formatting, page_words
from generator.language.pages import promise_words
from generator.ledger.enums import Relation
from generator.pages.components.figures import newest_text
from generator.pages.components.references import Ref, Source, indicator_ref, source_of
from generator.pages.components.rows import ReportRow, report_row
from generator.pages.context import PageContext


class FigureClueView(NamedTuple):
    """A figure of a related indicator: whose it is, how the two are related, and why it is not the same."""

    ref: Ref
    relation: str
    text: str
    reason: str
    source: Source


class CluesView(NamedTuple):
    """The clues to a target."""

    figures: tuple[FigureClueView, ...]
    reports: tuple[ReportRow, ...]


def clues_view(context: PageContext, clues: Clues) -> CluesView | None:
    """The clues to a target; None where there is none."""
    if not clues.total:
        return None
    figures = tuple(_figure(context, clue) for clue in clues.figures)
    return CluesView(figures, tuple(report_row(context, report) for report in clues.reports))


def clue_counts(clues: Clues) -> str:
    """2 个相关的数、1 条进展."""
    counts = [promise_words.FIGURES.format(count=len(clues.figures))] if clues.figures else []
    counts += [promise_words.REPORT_CLUES.format(count=len(clues.reports))] if clues.reports else []
    return formatting.AND.join(counts)


def _figure(context: PageContext, clue: FigureClue) -> FigureClueView:
    relation = page_words.RELATIONS.get(clue.relation, str(clue.relation))
    if clue.relation is Relation.SUBSET:
        relation = page_words.CONTAINS if clue.is_subject else page_words.PART_OF
    return FigureClueView(
        ref=indicator_ref(clue.indicator),
        relation=relation,
        text=newest_text(context, clue.observation),
        reason=clue.reason,
        source=source_of(context, clue.observation),
    )
