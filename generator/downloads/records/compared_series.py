"""The figures and targets of all indicators that have figures, in one file for the page that compares two of them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.analysis.charts.chart_content import Column, target_column
from generator.analysis.charts.chart_data import ChartData
from generator.analysis.target_spec import aim
from generator.downloads.dataset import Dataset
from generator.downloads.output import OutputFile
from generator.language import formatting, page_words
from generator.ledger.enums import Measure, Relation, State
from generator.ledger.records import Indicator
from generator.pages.components.charts.chart_figure import chart_of

WARNED = (Relation.NO_MATCH, Relation.OTHER_DEFINITION)
"""Relations of which a reader who puts two indicators beside each other must be told."""

HELD = (Measure.LEVEL, Measure.CUMULATIVE, Measure.ANNUAL_GROWTH, Measure.ANNUAL)
"""Measures of which a target stands in the terms of the figures; a change since a base does not."""

Point = list[int | str]
"""Year, digits as printed, kind of the column, its label long and short, and of a range its lower end."""


def compared_outputs(dataset: Dataset) -> Iterator[OutputFile]:
    """The one file."""
    yield OutputFile("compare/series.json", lambda: _content(dataset))


def _content(dataset: Dataset) -> bytes:
    index = dataset.index
    series = ((record, _points(dataset, record)) for record in index.ledger.indicators)
    indicators = [[r.id, r.name, r.unit or "", index.plans[r.plan].title, points] for r, points in series if points]
    known = {one[0] for one in indicators}
    warned = [
        [
            link.indicator,
            link.related,
            page_words.RELATIONS.get(link.relation, str(link.relation)),
            formatting.full_width(link.reason),
        ]
        for link in index.ledger.relations
        if link.relation in WARNED and {link.indicator, link.related} <= known
    ]
    content = {"indicators": indicators, "warned": warned}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _points(dataset: Dataset, record: Indicator) -> list[Point]:
    """What the chart of an indicator shows; of one without a chart the figures of whole years and its target."""
    chart = chart_of(dataset.context, record)
    if chart is not None:
        return [_point(column) for column in chart.columns] if chart.known else []
    dated = map(dataset.context.statuses.dated, dataset.index.results(record.id, None))
    own = {k.year: format(k.value, "f") for k in dated if k.full and k.value is not None}
    figures: list[Point] = [[year, own[year], "result", own[year], own[year]] for year in sorted(own)]
    return [*figures, *_target(dataset, record)] if figures else []


def _target(dataset: Dataset, record: Indicator) -> list[Point]:
    """The target of one year of which nothing is known yet: it has no chart, and a reader still asks for it."""
    main = dataset.context.statuses.main(record.id)
    if main is None or main.spec.value is None or main.spec.measure not in HELD:
        return []
    ended = main.state is State.ENDED
    return [_point(target_column(main.spec, ChartData(main.spec.start, goal=aim(main.spec), ended=ended)))]


def _point(column: Column) -> Point:
    last = column.forms[-1]
    short = last[-1] if column.kind == "target" else " ".join(last)
    lower: Point = [format(column.low, "f")] if column.low else []
    return [column.year, format(column.high, "f"), column.kind, " ".join(column.forms[0]), short, *lower]
