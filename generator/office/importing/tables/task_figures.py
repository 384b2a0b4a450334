"""The figures in the words of a task: each is a draft, since name, measure and direction are read from a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from generator.ledger.enums import Basis, Nature
from generator.ledger.wording.deadlines import Years
from generator.ledger.wording.printed_figures import Figure, read_figures
from generator.office.importing.context import ImportContext, Key
from generator.office.importing.tables.figure_rows import (
    NewIndicator,
    add_indicator,
    add_result,
    add_target,
    json_figure,
)
from generator.office.importing.tables.value_cells import CellValue, read_value
from generator.office.splitting.indicator_names import (
    direction_of,
    is_direction_open,
    is_measure_open,
    measure_of,
    name_of,
)


@dataclass(frozen=True, slots=True)
class TaskWords:
    """The words of a task in one cell, and the task that they are of."""

    text: str
    """In normal form."""
    task: str
    title: str
    plan: str
    section: str
    years: Years
    key: Key
    place: str


def read_task_figures(context: ImportContext, words: TaskWords) -> list[dict[str, object]]:
    """Add an indicator with its target for each figure in the words of a task; returns the figures for ``--json``."""
    found = []
    for number, figure in enumerate(read_figures(words.text, words.years)):
        if figure.value is None or not figure.unit:
            continue
        value = CellValue(
            figure.value_text, figure.value, figure.value_max, figure.comparator, figure.qualifier, figure.unit
        )
        name = name_of(figure, words.text)
        doubts = [] if name else [context.say("figure-name", words.place, value=figure.value_text)]
        name = name or words.title
        measure, direction = measure_of(figure, name, words.years), direction_of(figure, name)
        if is_measure_open(figure, measure):
            doubts.append(context.say("measure-unclear", words.place, measure=measure.value))
        if is_direction_open(figure, name, measure, direction):
            doubts.append(context.say("direction-unclear", words.place))
        key = (*words.key[:2], f"{words.key[2]}-{number}")
        new = NewIndicator(
            *(key, words.plan, words.section, name, Nature.OF_TASK),
            *(measure, figure.unit, words.place, words.task),
        )
        base = read_value(figure.baseline) if figure.baseline else None
        indicator = add_indicator(context, new, value, base, doubts, direction, draft=True)
        add_target(
            context,
            indicator,
            value,
            words.years,
            words.place,
            unit=figure.unit,
            tier=figure.tier,
        )
        if base is not None and base.value is not None:
            _add_base(context, words, indicator, figure, base)
        found.append(json_figure(value, figure.unit))
    return found


def _add_base(context: ImportContext, words: TaskWords, indicator: str, figure: Figure, base: CellValue) -> None:
    """The level that a figure starts from; one without a year is of the year before the plan."""
    year = int(figure.base_year) if figure.base_year else words.years[0] - 1
    said = {"text": figure.baseline, "year": year}
    comments = [] if figure.base_year else [context.say("base-year", words.place, **said)]
    add_result(context, indicator, base, year, words.place, basis=Basis.POINT, unit=figure.unit, comments=comments)
