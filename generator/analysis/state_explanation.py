"""The arithmetic of a verdict in words: which figures, what was computed, what is missing."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from generator.analysis.target_states import Assessment, DatedValue, TargetSpec
from generator.language import formatting, state_words
from generator.ledger.enums import Basis, Comparator, Measure, Status


def sentence(promise: TargetSpec, verdict: Assessment) -> str:
    """How a state was found, with all figures that it rests on."""
    words = state_words.WHY[verdict.why]
    return words.format_map(_Words(promise, verdict))


def goal(promise: TargetSpec) -> str:
    """What was promised: ``≥ 110 个``, ``14.6 万人``."""
    if promise.value is None:
        return ""
    comparator = promise.comparator
    sign = f"{comparator} " if comparator and comparator is not Comparator.PLAIN else ""
    return sign + formatting.amount(plain(promise.value), promise.unit)


def share(verdict: Assessment) -> str:
    """A share of the target in per cent, to one place; never 100 before it is."""
    found = verdict.share
    if found is None:
        return ""
    percent = rounded(found * 100, 1)
    if found < 1 and percent >= 100:
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


def time(known: DatedValue) -> str:
    """2017 年, 2017 年 9 月底."""
    return formatting.year(known.year) if known.whole else formatting.month_end(known.year, known.month)


def figure(known: DatedValue, unit: str | None) -> str:
    """2017 年 9 月底 96 个, 2016—2017 年 7 个; one that is not final says so."""
    amount = formatting.amount(plain(known.value), unit) if known.value is not None else ""
    when = time(known)
    if known.basis is Basis.SINCE and known.since and known.since != known.year:
        when = state_words.SINCE_UNTIL.format(start=known.since, time=when)
    words = state_words.FIGURE_OF.format(time=when, amount=amount).rstrip()
    return words if known.status is Status.FINAL else state_words.PROVISIONAL.format(figure=words, status=known.status)


def planned(year: int, value: Decimal, unit: str | None) -> str:
    """2018 年 2.35 万人."""
    return state_words.FIGURE_OF.format(time=formatting.year(year), amount=formatting.amount(plain(value), unit))


class _Words(dict[str, str]):
    """The pieces of a sentence, each made when the sentence asks for it."""

    def __init__(self, promise: TargetSpec, verdict: Assessment) -> None:
        super().__init__()
        self._promise, self._verdict = promise, verdict

    def __missing__(self, name: str) -> str:
        word: str = getattr(self, f"_{name}")()
        return word

    def _amount_of(self, value: Decimal | None) -> str:
        return formatting.amount(short(value) if value is not None else "", self._promise.unit)

    def _newest(self) -> DatedValue:
        return self._verdict.used[-1]

    def _figure(self, known: DatedValue) -> str:
        return figure(known, self._unit(known))

    def _unit(self, known: DatedValue) -> str | None:
        """Levels from which a growth is computed have a unit of their own, which does not matter."""
        verdict = self._verdict
        return None if self._promise.measure is Measure.ANNUAL_GROWTH and verdict.base else self._promise.unit

    def _goal(self) -> str:
        return goal(self._promise)

    def _value(self) -> str:
        return plain(self._promise.value) if self._promise.value is not None else ""

    def _total(self) -> str:
        return plain(self._verdict.total) if self._verdict.total is not None else ""

    def _amount(self) -> str:
        return formatting.amount(self._total(), self._promise.unit)

    def _share(self) -> str:
        return share(self._verdict)

    def _sum(self) -> str:
        figures = state_words.PLUS.join(map(self._figure, self._verdict.used))
        return figures if len(self._verdict.used) == 1 else f"{figures}{state_words.EQUALS}{self._amount()}"

    def _missing(self) -> str:
        return formatting.AND.join(map(formatting.year, self._verdict.missing))

    def _end(self) -> str:
        return str(self._promise.end)

    def _start(self) -> str:
        return str(self._promise.start)

    def _time(self) -> str:
        return time(self._newest())

    def _expected(self) -> str:
        return self._amount_of(self._verdict.expected)

    def _base(self) -> str:
        return self._figure(self._verdict.base) if self._verdict.base else ""

    def _mean(self) -> str:
        return self._amount_of(self._verdict.total)

    def _source(self) -> str:
        return formatting.AND.join(map(self._figure, self._verdict.used))

    def _years(self) -> str:
        known = {k.year: k for k in self._verdict.used}
        return formatting.AND.join(
            state_words.YEAR_STATE.format(figure=self._figure(known[year]), state=state)
            if year in known
            else state_words.YEAR_SILENT.format(time=formatting.year(year))
            for year, state in self._verdict.years
        )

    def _report(self) -> str:
        return str(self._verdict.report or "")
