"""The finding of a chart in one sentence: figures side by side, what is more and what is less, never a verdict."""

from __future__ import annotations

from decimal import Decimal

from generator.analysis import state_explanation
from generator.analysis.charts.chart_data import ChartData
from generator.analysis.promises.still_needed import StillNeeded
from generator.analysis.state_explanation import plain, short
from generator.analysis.target_spec import RATES, DatedValue, TargetSpec, aim
from generator.language import formatting, state_words
from generator.language.charts import label_words, sentence_words
from generator.language.document_words import PERCENT
from generator.ledger.enums import Basis, Measure, Status

ZERO = Decimal()
FEW = 2
"""Years that are named one by one; more are told by the first and the last."""


def finding(spec: TargetSpec, data: ChartData) -> str:
    """What a chart shows; the unit stands behind it."""
    newest = _newest(spec, data)
    if data.ended:
        told = _sum_so_far(spec, data) if data.steps else ""
        known = told or (_known(newest, spec, data) if newest else "")
        return sentence_words.ENDED_KNOWN.format(known=known) if known else sentence_words.ENDED
    if spec.measure is Measure.CUMULATIVE and spec.start < spec.end:
        return _of_sum(spec, data)
    if data.mean:
        years = formatting.years(spec.start, data.mean.end)
        known = sentence_words.KNOWN_MEAN.format(years=years, number=short(data.mean.value))
        return _compared(known, data.mean.value, spec, data, sentence_words.GOAL_MEAN)
    if newest is None:
        return _silent(spec, data)
    known = _known(newest, spec, data)
    if newest is data.base:
        return sentence_words.ONLY_BASE.format(known=known)
    asked = dict(data.annual).get(newest.year) if newest.full else None
    if asked is not None and newest.year < spec.end:
        return _difference(known, newest.value or ZERO, asked, sentence_words.GOAL_OF_YEAR, plain(asked), spec)
    return _compared(known, newest.value or ZERO, spec, data, _goal_pattern(spec, newest))


def goal_number(spec: TargetSpec) -> str:
    """What a target asks for, without its unit: 110 以上, 5—7, 增加 1."""
    if spec.value is None:
        return ""
    number = plain(spec.value)
    if spec.value_max is not None:
        number = state_words.RANGE.format(low=number, high=plain(spec.value_max))
    else:
        pattern = label_words.GOALS.get(str(spec.comparator or ""), "{number}")
        number = pattern.format(number=number)
    if spec.measure is Measure.CHANGE:
        return formatting.joined(state_words.CHANGES[spec.falls], number)
    return number


def rest(spec: TargetSpec, years: tuple[int, ...]) -> str:
    """The years that a sum has left, in words: 其余四年, 五年, 2020 年."""
    if len(years) == 1:
        return label_words.REST_OF_ONE.format(year=years[0])
    count = label_words.count_of_years(len(years))
    return count if len(years) == spec.end - spec.start + 1 else label_words.REST.format(years=count)


def pace(spec: TargetSpec, needed: StillNeeded) -> str:
    """What the years that are left need on average; of a single one what it needs."""
    years = rest(spec, needed.open)
    if len(needed.open) == 1:
        return label_words.PACE_OF_ONE[bool(needed.begun)].format(rest=years, number=plain(needed.rest))
    return label_words.PACE.format(rest=years, number=short(needed.mean or ZERO))


def years_in_words(years: tuple[int, ...]) -> str:
    """2016 年, 2016、2017 年, 2016—2020 年."""
    if len(years) > FEW and years[-1] - years[0] == len(years) - 1:
        return formatting.years(years[0], years[-1])
    return formatting.year_list(years)


# -- sums


def _of_sum(spec: TargetSpec, data: ChartData) -> str:
    needed = data.needed
    if needed and needed.annual:
        newest = needed.annual[-1]
        if len(needed.open) == 1:
            planned = sentence_words.PLANNED_LAST.format(year=newest.year, value=plain(newest.value))
            asked = sentence_words.STILL_ASKED
            return _difference(planned, newest.value, needed.rest, asked, plain(needed.rest), spec)
        words = sentence_words.PLANNED_BELOW[newest.compared]
        return formatting.spaced(words.format(year=newest.year, rest=rest(spec, needed.open)))
    if not data.steps:
        return _silent(spec, data)
    known = _sum_so_far(spec, data)
    if needed and needed.mean is not None:
        return sentence_words.OPEN.format(known=known, goal=pace(spec, needed))
    return _compared(known, data.steps[-1].total, spec, data, sentence_words.GOAL_SUM)


def _sum_so_far(spec: TargetSpec, data: ChartData) -> str:
    last, newest = data.steps[-1], data.figures[-1]
    if len(data.figures) == 1 and len(data.steps) == 1 and last.start == last.end:
        return _figure(newest, label_words.DONE)
    years = formatting.years(spec.start, last.end)
    if not newest.full and newest.basis in (Basis.YEAR_TO_DATE, Basis.SINCE):
        until = formatting.month_end(newest.year, newest.month)
        years = state_words.SINCE_UNTIL.format(start=spec.start, time=until)
    return sentence_words.KNOWN_SUM[last.bound, last.bound and data.at_least].format(
        years=years, number=plain(last.total)
    )


# -- one figure beside its target


def _newest(spec: TargetSpec, data: ChartData) -> DatedValue | None:
    """The figure that a chart is about: the last one that is drawn, a base only where there is no other."""
    drawn = [*data.points, *data.bars]
    if spec.measure is Measure.CUMULATIVE:
        drawn = [*data.figures]
    return max(drawn, key=lambda k: k.time) if drawn else None


def _by_change(spec: TargetSpec, data: ChartData) -> bool:
    """Whether what is drawn are changes since a base, and not the levels from which they are computed."""
    return spec.measure is Measure.CHANGE and data.base not in data.points


def _known(known: DatedValue, spec: TargetSpec, data: ChartData) -> str:
    if _by_change(spec, data):
        value = known.value or ZERO
        word = state_words.CHANGES[spec.falls != (value < 0)]
        return sentence_words.KNOWN_CHANGE.format(
            time=state_explanation.time(known), word=word, number=plain(abs(value))
        )
    return _figure(known, label_words.DONE if spec.measure in (Measure.CUMULATIVE, Measure.ANNUAL) else "")


def _figure(known: DatedValue, word: str) -> str:
    """2017 年 4.15, 2017 年完成 4.15, 2017 年 9 月底 96, 2018 年预计 80."""
    word = word if known.status is Status.FINAL else str(known.status)
    time, number = state_explanation.time(known), plain(known.value or ZERO)
    if word:
        return sentence_words.KNOWN_SOFT.format(time=time, status=word, number=number)
    return sentence_words.KNOWN.format(time=time, number=number)


def _goal_pattern(spec: TargetSpec, newest: DatedValue | None) -> str:
    if spec.measure is Measure.ANNUAL and spec.start < spec.end:
        return sentence_words.GOAL_EACH
    if spec.measure is Measure.ANNUAL_GROWTH and spec.start < spec.end:
        return sentence_words.GOAL_MEAN
    return (
        sentence_words.GOAL_ONE
        if newest and newest.year == spec.end
        else sentence_words.GOAL_BY.replace("{year}", str(spec.end))
    )


def _compared(known: str, value: Decimal, spec: TargetSpec, data: ChartData, pattern: str) -> str:
    """A figure beside the target: how far above or below it, or within its range."""
    goal = data.goal if data.goal is not None else aim(spec)
    number = plain(goal)
    pattern = pattern.replace("{years}", label_words.count_of_years(spec.end - spec.start + 1))
    if spec.value is not None and spec.value_max is not None and goal == aim(spec):
        number = state_words.RANGE.format(low=plain(spec.value), high=plain(spec.value_max))
        goal = max(spec.value, min(value, spec.value_max))
        if goal == value:
            in_goal = formatting.joined(sentence_words.IN, pattern.format(number=number))
            return sentence_words.WITHIN.format(known=known, in_goal=in_goal)
    return _difference(known, value, goal, pattern, number, spec, _by_change(spec, data))


def _difference(
    known: str, value: Decimal, goal: Decimal, pattern: str, number: str, spec: TargetSpec, by_change: bool = False
) -> str:
    """How far a figure is from what it is held against; ``by_change`` where both are changes since a base."""
    words = pattern.format(number=number)
    if value == goal:
        return sentence_words.EQUAL.format(known=known, as_goal=formatting.joined(sentence_words.AS, words))
    size = plain(abs(value - goal)) if _printable(value) else short(abs(value - goal))
    if size == "0":
        return sentence_words.OPEN.format(known=known, goal=words)
    counted = spec.measure in (Measure.CUMULATIVE, Measure.ANNUAL) and spec.unit not in RATES
    word = (sentence_words.MORE_LESS if counted or by_change else sentence_words.HIGHER_LOWER)[value > goal]
    than = formatting.joined(sentence_words.THAN, words)
    points = sentence_words.POINTS if spec.unit == PERCENT else ""
    return sentence_words.COMPARED.format(known=known, than=than, word=word, difference=f"{size}{points}")


def _printable(value: Decimal) -> bool:
    """Whether a value has so few digits that it is a document's, or a sum of such, and no quotient."""
    return len(value.as_tuple().digits) < 20


def _silent(spec: TargetSpec, data: ChartData) -> str:
    """No figure at all: which years are over without one, and what is asked for."""
    pattern = sentence_words.GOAL_SUM if spec.measure is Measure.CUMULATIVE else _goal_pattern(spec, None)
    years = label_words.count_of_years(spec.end - spec.start + 1)
    number = formatting.joined(sentence_words.IS, goal_number(spec))
    goal = formatting.spaced(pattern.replace(" {number}", "{number}").format(years=years, number=number))
    if not data.gaps:
        return sentence_words.NO_FIGURE.format(goal=goal)
    words = sentence_words.SILENT_ONE if len(data.gaps) == 1 else sentence_words.SILENT_ALL
    return words.format(years=years_in_words(data.gaps), goal=goal)
