"""The overviews of the workbook: a row for each task and each indicator with all that belongs to it.

A column has the cell of the contract's column of that name, or a value that is computed here. A column of the
contract that stands in no arrangement is put at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from generator.analysis.ledger_index import Duty, LedgerIndex
from generator.downloads.columns import further_columns
from generator.downloads.dataset import Dataset
from generator.downloads.output import Cells
from generator.language import download_words, formatting, page_words
from generator.ledger.records import Indicator, Task
from generator.pages.components.figures import Figure, observation_figure, target_figure
from generator.pages.components.states import status_view
from generator.pages.context import PageContext

EARLIER = 2
"""How many results of an indicator are shown beside the newest."""

COMPUTED_NUMBERS = ("target_value", "result_value")
"""Computed columns that are numbers; the others are texts."""

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Overview:
    """A table for people."""

    title: str
    columns: tuple[tuple[str, str], ...]
    """The title and the type of each column."""
    rows: Iterable[Cells]


def task_overview(dataset: Dataset) -> Overview:
    """A row for each task, with the units that lead and support it."""
    tasks = dataset.index.ledger.tasks
    return _overview(dataset, "tasks", download_words.TASK_SHEET, download_words.TASK_COLUMNS, tasks, _task_values)


def indicator_overview(dataset: Dataset) -> Overview:
    """A row for each indicator, with targets, results and state for the whole place."""
    words, indicators = download_words, dataset.index.ledger.indicators
    return _overview(
        dataset, "indicators", words.INDICATOR_SHEET, words.INDICATOR_COLUMNS, indicators, _indicator_values
    )


def _overview(
    dataset: Dataset,
    table: str,
    title: str,
    arrangement: Mapping[str, str],
    records: Iterable[R],
    values: Callable[[PageContext, R], dict[str, str]],
) -> Overview:
    """The columns of an arrangement (name → title), then the further columns of the contract."""
    spec, rows = dataset.contract.tables[table], dataset.rows(table)
    titles = dict(arrangement) | {field.name: field.title for field in further_columns(spec)}
    types = {field.name: field.type for field in spec.fields} | dict.fromkeys(COMPUTED_NUMBERS, "number")
    cells = (row.cells | values(dataset.context, record) for row, record in zip(rows, records, strict=True))
    return Overview(
        title,
        tuple((heading, types.get(name, "string")) for name, heading in titles.items()),
        (tuple(row.get(name, "") for name in titles) for row in cells),
    )


def _task_values(context: PageContext, record: Task) -> dict[str, str]:
    index = context.index
    return {
        "plan": index.plans[record.plan].title,
        "heading": heading(index, record.section),
        "leads": _names(index, index.leads(record.id)),
        "supports": _names(index, index.supports(record.id)),
    }


def _indicator_values(context: PageContext, record: Indicator) -> dict[str, str]:
    index = context.index
    status = context.statuses.main(record.id)
    target = status.target if status else None
    other_targets = [t for t in index.targets_of.get(record.id, ()) if t.organization is None and t is not target]
    results = index.results(record.id, None)[::-1]
    state = status_view(context, status) if status else None
    main = target_figure(context, target) if target else None
    result_figures = [observation_figure(context, result) for result in results[: 1 + EARLIER]]
    return {
        "plan": index.plans[record.plan].title,
        "heading": heading(index, record.section),
        "target_period": main.period if main else "",
        "target_text": main.text if main else "",
        "target_value": _digits(target.value if target and target.value_max is None else None),
        "other_targets": _figures(target_figure(context, target) for target in other_targets),
        "result_period": result_figures[0].period if results else "",
        "result_text": result_figures[0].text if results else "",
        "result_value": _digits(results[0].value if results else None),
        "earlier_results": _figures(result_figures[1:]),
        "state": state.state if state else "",
        "explanation": state.sentence if state else "",
        "leads": _names(index, index.leads_of_indicator(record)),
    }


def heading(index: LedgerIndex, section: str) -> str:
    """A heading with those above it, from the highest down."""
    return page_words.BETWEEN_HEADINGS.join(f"{s.number or ''}{s.title}" for s in index.trail(section))


def _digits(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _names(index: LedgerIndex, assignments: Iterable[Duty]) -> str:
    return formatting.AND.join(index.organizations[assignment.organization].name for assignment in assignments)


def _figures(figures: Iterable[Figure]) -> str:
    return download_words.BETWEEN_FIGURES.join(f"{figure.period} {figure.text}" for figure in figures)
