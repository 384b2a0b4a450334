"""The arithmetic of a verdict in words: which figures, what was computed, what is missing."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from generator.analysis.target_spec import Assessment, DatedValue, TargetSpec
from generator.language import formatting, state_words
from generator.ledger.enums import Basis, Comparator, Measure, Status


def explain(spec: TargetSpec, assessment: Assessment) -> str:
    """How a state was found, with all figures that it rests on."""
    words = state_words.WHY[assessment.why]
    return words.format_map(_Words(spec, assessment))


def goal(spec: TargetSpec) -> str:
    """What was promised: ``≥ 110 个``, ``14.6 万人``."""
    if spec.value is None:
        return ""
    comparator = spec.comparator
    sign = f"{comparator} " if comparator and comparator is not Comparator.PLAIN else ""
    return sign + formatting.amount(plain(spec.value), spec.unit)


def share(assessment: Assessment) -> str:
    """A share of the target in per cent, to one place; never 100 before it is."""
    done = assessment.share
    if done is None:
        return ""
    percent = rounded(done * 100, 1)
    if done < 1 and percent >= 100:
        percent = Decimal("99.9")
    return f"{plain(percent)}%"


def rounded(value: Decimal, places: int) -> Decimal:
    """Half up, as Chinese statistics round."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def plain(value: Decimal) -> str:
    """Digits without an exponent."""
    return format(value, "f")


def short(value: Decimal) -> str:
    """A computed value to two places at most."""
    text = plain(rounded(value, 2))
    return text.rstrip("0").rstrip(".") if "." in text else text


def time(dated: DatedValue) -> str:
    """2017 年, 2017 年 9 月底."""
    return formatting.year(dated.year) if dated.whole else formatting.month_end(dated.year, dated.month)


def figure(dated: DatedValue, unit: str | None) -> str:
    """2017 年 9 月底 96 个, 2016—2017 年 7 个; one that is not final says so."""
    amount = formatting.amount(plain(dated.value), unit) if dated.value is not None else ""
    when = time(dated)
    if dated.basis is Basis.SINCE and dated.since and dated.since != dated.year:
        when = state_words.SINCE_UNTIL.format(start=dated.since, time=when)
    words = state_words.FIGURE_OF.format(time=when, amount=amount).rstrip()
    return words if dated.status is Status.FINAL else state_words.PROVISIONAL.format(figure=words, status=dated.status)


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
        return None if self._spec.measure is Measure.ANNUAL_GROWTH and assessment.base else self._spec.unit

    def _goal(self) -> str:
        return goal(self._spec)

    def _value(self) -> str:
        return plain(self._spec.value) if self._spec.value is not None else ""

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
        return formatting.AND.join(map(formatting.year, self._assessment.missing))

    def _end(self) -> str:
        return str(self._spec.end)

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

    def _report(self) -> str:
        return str(self._assessment.report or "")
