"""The list of all indicators."""

from __future__ import annotations

from typing import NamedTuple

from generator.analysis.facts.former_records import most_rows
from generator.analysis.facts.plan import running_first
from generator.language import page_words
from generator.pages.components.filters import ListView, RowGroup, filter_of_indicators
from generator.pages.components.references import Ref
from generator.pages.components.rows import IndicatorRow, indicator_row
from generator.pages.context import PageContext
from generator.pages.list_pages import list_kind
from generator.pages.overviews.lists.natures import nature_refs

GROUPINGS = ("disclosed", "plan", "area", "nature", "lead", "state")


class IndicatorsAbout(NamedTuple):
    """What stands above the list."""

    natures: tuple[Ref, ...]
    """Pages that explain natures of indicators."""
    indicators: int
    aimed: int
    """Indicators with a target."""
    targets: int


def indicators_view(context: PageContext) -> ListView:
    """All indicators: those of which a document tells a result first, each part by plan and in the order of documents.

    Few promises have been answered, and whoever comes asks for these answers first.
    """
    index = context.index
    place = {plan.id: number for number, plan in enumerate(running_first(index))}
    records = sorted(index.ledger.indicators, key=lambda indicator: place[indicator.plan])
    rows = tuple(indicator_row(context, record) for record in records)
    aimed = sum(bool(index.targets_of.get(record.id)) for record in records)
    about = IndicatorsAbout(nature_refs(context), len(records), aimed, len(index.ledger.targets))
    return ListView(filter_of_indicators(context, rows, GROUPINGS), by_disclosure(rows), about)


def by_disclosure(rows: tuple[IndicatorRow, ...]) -> tuple[RowGroup, ...]:
    """Rows of indicators: those of which a document tells a result, and those of which none does."""
    parts = ((told, tuple(row for row in rows if row.disclosed is told)) for told in (True, False))
    return tuple(RowGroup("told" if told else "untold", page_words.DISCLOSED[told], own) for told, own in parts if own)


KINDS = (
    list_kind(
        "indicators",
        indicators_view,
        lambda context: len(context.index.ledger.indicators),
        most=lambda context: most_rows(context.index, "indicators"),
        rows="indicator_groups",
        template="overviews/lists/indicators.html",
        order=10,
        map_order=10,
        in_navigation=True,
    ),
)
