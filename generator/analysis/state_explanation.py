"""The arithmetic of a verdict in words: which figures, what was computed, what is missing."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from generator.analysis.target_spec import Assessment, DatedValue, TargetSpec, aim, sense
from generator.language import formatting, state_words
from generator.language.document_words import PERCENT, POINTS
from generator.ledger.enums import Basis, Comparator, Measure, State, Status

UNSIGNED = (Comparator.PLAIN, Comparator.ABOUT)
FINISHED = (State.REACHED, State.MISSED, State.QUALITATIVE, State.ENDED)
"""States that no later document is needed for."""
OF_WHOLE = (Measure.LEVEL, Measure.ANNUAL)
"""Measures of which 100 % is the most that there is."""


def explain(spec: TargetSpec, assessment: Assessment) -> str:
    """How a state was found, with all figures that it rests on."""
    words = state_words.WHY[assessment.why].format_map(_Words(spec, assessment))
    return words + state_words.EXPIRED if spec.expired and assessment.state not in FINISHED else words


def goal(spec: TargetSpec) -> str:
    """What was promised: ``≥ 110 个``, ``14.6 万人``, ``5%—7%``, ``7% 左右``, ``每年 10 件``."""
    if spec.value is None:
        return ""
    text = _bounds(spec)
    if spec.comparator and spec.comparator not in UNSIGNED and not _is_all(spec):
        text = f"{spec.comparator} {text}"
    if spec.comparator is Comparator.ABOUT:
        text = formatting.behind(text, spec.softener)
    if spec.measure is Measure.ANNUAL and spec.start < spec.end:
        return state_words.YEARLY_GOAL.format(goal=text)
    if spec.measure is Measure.CHANGE:
        return state_words.CHANGE_GOAL.format(word=state_words.CHANGES[spec.falls], goal=text)
    return text


def _bounds(spec: TargetSpec) -> str:
    """The number of a target with its unit, or both ends of a range."""
    low = plain(spec.value) if spec.value is not None else ""
    if spec.value_max is None:
        return formatting.amount(low, spec.unit)
    if spec.unit and spec.unit.startswith(formatting.TIGHT_UNITS):
        low = formatting.amount(low, spec.unit)
    return state_words.RANGE.format(low=low, high=formatting.amount(plain(spec.value_max), spec.unit))


def _is_all(spec: TargetSpec) -> bool:
    """Whether a target is all that there is: at least 100 % is 100 %."""
    whole = spec.unit == PERCENT and spec.measure in OF_WHOLE
    return whole and spec.comparator is Comparator.AT_LEAST and spec.value == 100


def share(assessment: Assessment) -> str:
    """A share of the target in per cent."""
    return formatting.percent(assessment.share) if assessment.share is not None else ""


def rounded(value: Decimal, places: int) -> Decimal:
    """Half up, as Chinese statistics round."""
    return value.quantize(Decimal(10) ** -places, ROUND_HALF_UP)


def plain(value: Decimal) -> str:
    """Digits without an exponent."""
    return format(value, "f")


def short(value: Decimal) -> str:
    """A computed value to two places at most."""
    text = plain(rounded(value, 2))
    return text.rstrip("0").rstrip(".") if "." in text else text


def time(dated: DatedValue) -> str:
    """2017 年, 2017 年 9 月底, 2017 年 1—9 月, 2017 年第三季度."""
    if dated.full:
        return formatting.year(dated.year)
    if dated.basis in (Basis.YEAR_TO_DATE, Basis.MEAN_TO_DATE):
        months = state_words.FIRST_MONTH if dated.month == 1 else state_words.MONTHS
        return months.format(year=dated.year, month=dated.month)
    if dated.part and dated.basis in (Basis.PART, Basis.YEAR):
        return formatting.period(f"{dated.year}-{dated.part}")
    return formatting.month_end(dated.year, dated.month)


def figure(dated: DatedValue, unit: str | None) -> str:
    """2017 年 9 月底 96 个, 2016—2017 年 7 个; one that is not final says so."""
    amount = formatting.amount(plain(dated.value), unit) if dated.value is not None else ""
    when = time(dated)
    if dated.basis is Basis.SINCE and dated.since and dated.since != dated.year:
        when = state_words.SINCE_UNTIL.format(start=dated.since, time=when)
    if dated.basis is Basis.MEAN_TO_DATE and not dated.full:
        when = state_words.MEAN_OF.format(time=when)
    words = state_words.FIGURE_OF.format(time=when, amount=amount).rstrip()
    return words if dated.status is Status.FINAL else state_words.PROVISIONAL.format(figure=words, status=dated.status)


def level_unit(unit: str | None, basis: Basis) -> str | None:
    """The unit of a result: the level of what changes by so many percentage points is a share."""
    return PERCENT if basis is Basis.POINT and unit and unit.endswith(POINTS) else unit


def changed(value: Decimal, unit: str | None, *, falls: bool) -> str:
    """增加 0.9 岁, 减少 10%; a change against what is wanted has the other word."""
    return state_words.CHANGED.format(
        word=state_words.CHANGES[falls != (value < 0)], amount=formatting.amount(plain(abs(value)), unit)
    )


def planned(year: int, value: Decimal, unit: str | None) -> str:
    """2018 年 2.35 万人."""
    return state_words.FIGURE_OF.format(time=formatting.year(year), amount=formatting.amount(plain(value), unit))


class _Words(dict[str, str]):
    """The pieces of a sentence, each made when the sentence asks for it."""

    def __init__(self, spec: TargetSpec, assessment: Assessment) -> None:
        super().__init__()
        self._spec, self._assessment = spec, assessment

    def __missing__(self, name: str) -> str:
        word: str = getattr(self, f"_{name}")()
        return word

    def _amount_of(self, value: Decimal | None) -> str:
        return formatting.amount(short(value) if value is not None else "", self._spec.unit)

    def _newest(self) -> DatedValue:
        return self._assessment.used[-1]

    def _figure(self, dated: DatedValue) -> str:
        return figure(dated, self._unit(dated))

    def _unit(self, dated: DatedValue) -> str | None:
        """Levels from which a growth is computed have a unit of their own, which does not matter."""
        assessment = self._assessment
        if self._spec.measure is Measure.CHANGE:
            return level_unit(self._spec.unit, dated.basis)
        return None if self._spec.measure is Measure.ANNUAL_GROWTH and assessment.base else self._spec.unit

    def _goal(self) -> str:
        """What was promised, in words, behind a Chinese one: a number stands apart from it."""
        return formatting.among_chinese(self._promise()).rstrip()

    def _wanted(self) -> str:
        """What is reached or missed: 38% 以上的目标."""
        return state_words.WANTED.format(goal=formatting.among_chinese(self._promise()))

    def _promise(self) -> str:
        text = goal(self._spec)
        if self._spec.softener and self._spec.comparator is not Comparator.ABOUT:
            text = formatting.behind(text, self._spec.softener)
        return formatting.sign_in_words(text)

    def _ratio(self) -> str:
        if self._assessment.share is None:
            return ""
        return state_words.RATIO.format(total=self._total(), value=plain(aim(self._spec)), share=self._share())

    def _reached(self) -> str:
        """What was reached, and when; of a change that was computed from two levels, these before it."""
        used, spec = self._assessment.used, self._spec
        if spec.measure is not Measure.CHANGE:
            return state_words.LEVEL_OF.format(time=self._time(), amount=self._amount())
        size = changed(self._assessment.total or Decimal(), spec.unit, falls=spec.falls)
        if len(used) == 1:
            return state_words.CHANGE_OF.format(time=self._time(), change=size)
        return state_words.CHANGE_BETWEEN.format(base=self._figure(used[0]), newest=self._figure(used[1]), change=size)

    def _change(self) -> str:
        return state_words.CHANGES[self._spec.falls]

    def _about(self) -> str:
        return state_words.ABOUT_WORDS[sense(self._spec) != 0]

    def _as_of(self) -> str:
        day = self._assessment.as_of
        return state_words.AS_OF.format(day=formatting.day(day)) if day != date.min else ""

    def _total(self) -> str:
        return plain(self._assessment.total) if self._assessment.total is not None else ""

    def _amount(self) -> str:
        return formatting.amount(self._total(), self._spec.unit)

    def _share(self) -> str:
        return share(self._assessment)

    def _sum(self) -> str:
        figures = state_words.PLUS.join(map(self._figure, self._assessment.used))
        return figures if len(self._assessment.used) == 1 else f"{figures}{state_words.EQUALS}{self._amount()}"

    def _missing(self) -> str:
        """Years without a figure; of which a part is known, all of the year is what is missing."""
        known = {k.year for k in self._assessment.used}
        years = self._assessment.missing
        words = (state_words.ALL_OF_YEAR if year in known else state_words.YEAR for year in years)
        return formatting.AND.join(word.format(year=year) for word, year in zip(words, years, strict=True))

    def _end(self) -> str:
        due = self._spec.due
        if due is None or (due.month, due.day) == (12, 31):
            return state_words.YEAR_END.format(year=due.year if due else self._spec.end)
        last = (due + timedelta(days=1)).day == 1
        return formatting.month_end(due.year, due.month) if last else formatting.day(due)

    def _term(self) -> str:
        """When its time is over, and whether that is its plan's time alone."""
        return state_words.OF_PLAN.format(end=self._end()) if self._spec.of_plan else self._end()

    def _start(self) -> str:
        return str(self._spec.start)

    def _time(self) -> str:
        return time(self._newest())

    def _expected(self) -> str:
        return self._amount_of(self._assessment.expected)

    def _base(self) -> str:
        return self._figure(self._assessment.base) if self._assessment.base else ""

    def _mean(self) -> str:
        return self._amount_of(self._assessment.total)

    def _source(self) -> str:
        return formatting.AND.join(map(self._figure, self._assessment.used))

    def _years(self) -> str:
        dated = {k.year: k for k in self._assessment.used}
        return formatting.AND.join(
            state_words.YEAR_STATE.format(figure=self._figure(dated[year]), state=state)
            if year in dated
            else state_words.YEAR_SILENT.format(time=formatting.year(year))
            for year, state in self._assessment.years
        )

    def _when(self) -> str:
        report = self._assessment.report
        if report is None:
            return ""
        return formatting.year(report.year) if report.month == 12 else formatting.month_end(report.year, report.month)

    def _report(self) -> str:
        """What the report says, in its state and in our summary of it."""
        report = self._assessment.report
        if report is None:
            return ""
        words = formatting.SEMICOLON.join(filter(None, (report.summary, report.reason)))
        return state_words.REPORTED.format(state=report.state, words=words) if words else str(report.state)
