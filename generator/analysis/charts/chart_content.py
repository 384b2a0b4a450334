"""What stands in a chart: columns of results and targets, lines, years without a figure, and all words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.analysis import state_explanation
from generator.analysis.charts import chart_findings
from generator.analysis.charts.chart_data import ChartData, chart_data
from generator.analysis.state_explanation import plain, short
from generator.analysis.target_spec import Assessment, DatedValue, TargetSpec, aim
from generator.language import formatting
from generator.language.charts import label_words, sentence_words
from generator.ledger.enums import Basis, Measure, Status

ZERO = Decimal()

Lines = tuple[str, ...]
"""The lines of one label, the upper first."""


class Column(NamedTuple):
    """A figure or a target at its year, drawn from ``low`` to ``high``."""

    year: int
    low: Decimal
    high: Decimal
    kind: str
    """result, soft (not final), base, target."""
    forms: tuple[Lines, ...]
    """Its label, the longest form first."""


class Line(NamedTuple):
    """A height that holds for several years."""

    kind: str
    """pace, goal-line, mean."""
    value: Decimal
    years: tuple[int, ...]
    words: str


class SumBar(NamedTuple):
    """A sum so far beside the target of all years."""

    total: Decimal
    goal: Decimal
    total_forms: tuple[str, ...]
    goal_words: str
    rest_words: str
    """What is left of the target; empty where nothing is."""


class ChartContent(NamedTuple):
    """A target over its years, what is known of them, and what is not."""

    first: int
    last: int
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    silent: tuple[int, ...]
    """Years that are over without a figure."""
    coming: tuple[int, ...]
    """Years of which the chart says that they have no target of their own yet."""
    sum_bar: SumBar | None
    finding: str
    """What the chart shows, in a sentence with the unit."""
    unit: str
    goal: str
    annual_words: tuple[str, ...]
    """The targets of single years in words."""
    figure_words: tuple[str, ...]
    """The figures that are drawn in words."""
    total: str
    """The sum so far, where there is one; ``bound`` and ``at_least`` say of which kind it is."""
    bound: bool
    at_least: bool
    missing: str
    """The years that are over without a figure, in words."""

    @property
    def known(self) -> bool:
        """Whether there is a figure, and not targets alone."""
        return any(column.kind != "target" for column in self.columns)

    @property
    def is_informative(self) -> bool:
        """Whether it shows more than one target and silence: a figure, or the target of a single year."""
        return self.known or bool(self.annual_words)

    @property
    def description(self) -> str:
        """The finding and every figure, target and gap in words."""
        targets = [sentence_words.DESCRIBED_ANNUAL.format(target=target) for target in self.annual_words]
        goals = "".join([sentence_words.DESCRIBED.format(goal=self.goal), *targets])
        words = [formatting.sentence(self.finding), formatting.sentence(goals)]
        if self.figure_words:
            words.append(sentence_words.DESCRIBED_FIGURES.format(figures=label_words.KEY_COMMA.join(self.figure_words)))
        if self.total:
            words.append(
                sentence_words.DESCRIBED_TOTAL[self.bound, self.bound and self.at_least].format(total=self.total)
            )
        words += [formatting.sentence(line.words) for line in self.lines if line.kind != "goal-line"]
        if self.missing:
            words.append(sentence_words.DESCRIBED_GAPS.format(years=self.missing))
        elif not self.figure_words and not self.lines:
            words.append(sentence_words.DESCRIBED_NONE)
        return "".join(words)

    @property
    def key(self) -> str:
        """What its shapes stand for."""
        kinds = dict.fromkeys(column.kind for column in self.columns) | dict.fromkeys(line.kind for line in self.lines)
        pace = next((line.words for line in self.lines if line.kind == "pace"), "")
        words = (text.format(pace=pace) for kind, text in label_words.KEYS.items() if kind in kinds)
        text = label_words.KEY_COMMA.join(words)
        return formatting.sentence(formatting.spaced(text))


def chart_content(
    spec: TargetSpec,
    assessment: Assessment,
    figures: Iterable[DatedValue],
    annual: Iterable[tuple[int, Decimal]],
    as_of: date,
) -> ChartContent | None:
    """What stands in the chart of a target; None where it has no number, or is of one year of which nothing is known.

    ``figures`` are of the target's indicator and organisation, ``annual`` the targets of single years.
    """
    data = chart_data(spec, assessment, figures, annual, as_of)
    if data is None:
        return None
    last = data.steps[-1] if data.steps else None
    unit = formatting.amount("", spec.unit).strip()
    finding = chart_findings.finding(spec, data)
    has_number = finding != sentence_words.ENDED
    return ChartContent(
        first=data.first if data.base in data.points else spec.start,
        last=spec.end,
        columns=tuple(sorted(_columns(spec, data), key=lambda c: (c.year, c.kind == "target"))),
        lines=tuple(_lines(spec, data)),
        silent=data.gaps,
        coming=_coming(spec, data),
        sum_bar=_sum_bar(spec, assessment, data),
        finding=sentence_words.WITH_UNIT.format(finding=finding, unit=unit) if unit and has_number else finding,
        unit=unit,
        goal=state_explanation.goal(spec),
        annual_words=tuple(state_explanation.planned(year, value, spec.unit) for year, value in data.annual),
        figure_words=tuple(state_explanation.figure(k, spec.unit) for k in data.figures),
        total=formatting.amount(plain(last.total), spec.unit) if last else "",
        bound=last.bound if last else False,
        at_least=data.at_least,
        missing=formatting.AND.join(map(formatting.year, data.gaps)),
    )


def _coming(spec: TargetSpec, data: ChartData) -> tuple[int, ...]:
    """Years to come that may still get a target of their own; what each year must reach, it has already."""
    if spec.measure in (Measure.ANNUAL, Measure.CHANGE) or spec.start == spec.end:
        return ()
    return data.coming if spec.measure is Measure.CUMULATIVE else tuple(y for y in data.coming if y != spec.end)


# -- columns


def _columns(spec: TargetSpec, data: ChartData) -> Iterator[Column]:
    of_years = not running_total(data)
    if spec.measure is Measure.CUMULATIVE:
        yield from (_sums_by_year(data) if of_years else _sums_so_far(data))
    for known in data.points:
        kind = "base" if known is data.base else _kind(known)
        yield Column(known.year, ZERO, known.value or ZERO, kind, _result_forms(known, label_words.ACTUAL))
    if spec.measure is not Measure.CUMULATIVE:
        for known in data.bars:
            yield Column(known.year, ZERO, known.value or ZERO, _kind(known), _result_forms(known, label_words.DONE))
    if of_years:
        yield from _annual_targets(spec, data)
    if spec.start == spec.end or spec.measure in (Measure.LEVEL, Measure.CHANGE) or not of_years:
        yield target_column(spec, data)


def running_total(data: ChartData) -> bool:
    """Whether a sum is told by figures of several years together, so that its single years are not known."""
    sums = (k for k in data.figures if k.basis is Basis.SINCE)
    return bool(data.steps) and any(k.since is not None and k.since != k.year for k in sums)


def _sums_by_year(data: ChartData) -> Iterator[Column]:
    for known in data.figures:
        yield Column(known.year, ZERO, known.value or ZERO, _kind(known), _result_forms(known, label_words.DONE))


def _sums_so_far(data: ChartData) -> Iterator[Column]:
    final = all(k.status is Status.FINAL for k in data.figures)
    for step in data.steps:
        words = label_words.BOUND[data.at_least] if step.bound else label_words.SUM_SO_FAR
        text = words.format(number=plain(step.total))
        lines = tuple(text.split(" ", 1))
        yield Column(step.end, ZERO, step.total, "result" if final else "soft", ((text,), lines, (plain(step.total),)))


def _annual_targets(spec: TargetSpec, data: ChartData) -> Iterator[Column]:
    for year, value in data.annual:
        doubled = year == spec.end and spec.measure is Measure.LEVEL
        word = label_words.TARGET_OF_YEAR if doubled else _target_word(data)
        yield Column(year, ZERO, value, "target", _target_forms(word, plain(value)))


def target_column(spec: TargetSpec, data: ChartData) -> Column:
    """The plan's target at its last year; of a range both ends, of a change by levels the level that it leads to."""
    low, high = ZERO, data.goal or ZERO
    if spec.value is not None and spec.value_max is not None and high == aim(spec):
        low, high = spec.value, spec.value_max
    return Column(spec.end, low, high, "target", _target_forms(_target_word(data), chart_findings.goal_number(spec)))


def _target_word(data: ChartData) -> str:
    return label_words.FORMER_TARGET if data.ended else label_words.TARGET


def _kind(known: DatedValue) -> str:
    return "result" if known.status is Status.FINAL else "soft"


def _result_forms(known: DatedValue, word: str) -> tuple[Lines, ...]:
    """A number with the word for it; of a part of a year with the part, of a figure that is not final with its kind."""
    number = plain(known.value or ZERO)
    if not known.full:
        word = state_explanation.time(known).removeprefix(formatting.year(known.year)).strip()
    if known.status is not Status.FINAL:
        word = f"{word}{known.status}" if not known.full else str(known.status)
    text = formatting.joined(word, number)
    if not known.full:
        return (text,), (word, number)  # a part of a year never stands there as if it were all of it
    soft = known.status is not Status.FINAL
    return ((text,), (word, number), (number,)) if soft else ((text,), (number,))


def _target_forms(word: str, number: str) -> tuple[Lines, ...]:
    return (formatting.joined(word, number),), (word, number)


# -- lines and the bar of a sum


def _lines(spec: TargetSpec, data: ChartData) -> Iterator[Line]:
    years = tuple(range(spec.start, spec.end + 1))
    if data.needed and data.needed.mean is not None and spec.start < spec.end and not running_total(data):
        words = chart_findings.pace(spec, data.needed)
        free = tuple(year for year in data.needed.open if year not in data.needed.begun)
        if free:
            yield Line("pace", data.needed.mean, free, words)
    if spec.start < spec.end and spec.measure in (Measure.ANNUAL, Measure.ANNUAL_GROWTH):
        pattern = label_words.EACH_YEAR if spec.measure is Measure.ANNUAL else label_words.MEAN_GOAL
        yield Line("goal-line", data.goal or ZERO, years, pattern.format(goal=chart_findings.goal_number(spec)))
    if data.mean:
        text = label_words.MEAN.format(years=formatting.years(spec.start, data.mean.end), number=short(data.mean.value))
        yield Line("mean", data.mean.value, tuple(y for y in years if y <= data.mean.end), text)


def _sum_bar(spec: TargetSpec, assessment: Assessment, data: ChartData) -> SumBar | None:
    """The sum so far as a part of the target, where that part says something."""
    goal = data.goal or ZERO
    if not data.steps or assessment.share is None or spec.start == spec.end or goal <= 0 or data.steps[-1].total < 0:
        return None
    words = (label_words.DISCLOSED[data.at_least], label_words.DISCLOSED_SHORT)
    share, total = state_explanation.share(assessment), plain(data.steps[-1].total)
    forms = tuple(form.format(total=total, share=share) for form in words)
    years = label_words.count_of_years(spec.end - spec.start + 1)
    whole = label_words.WHOLE_GOAL.format(years=years, goal=chart_findings.goal_number(spec))
    left = goal - data.steps[-1].total
    rest = label_words.LEFT.format(number=plain(left)) if left > 0 else ""
    return SumBar(data.steps[-1].total, goal, forms, whole, rest)
