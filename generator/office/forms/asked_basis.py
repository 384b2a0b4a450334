"""What a number in a form counts: it follows from the measure of the indicator and the period of the round."""

from __future__ import annotations

from typing import NamedTuple

from generator.language.office.rounds import form_words as words
from generator.ledger.enums import Basis, Measure
from generator.ledger.periods import time_of
from generator.ledger.records import Indicator, Plan


class AskedBasis(NamedTuple):
    """What is counted, since which year, and how the form says it."""

    basis: Basis
    since_year: int | None
    hint: str


def asked_basis(indicator: Indicator, plan: Plan, period: str) -> AskedBasis:
    """What the form asks a number for to count."""
    whole = time_of(period)[2]
    of_year = Basis.YEAR if whole else Basis.YEAR_TO_DATE
    several = plan.start_year < plan.end_year
    if indicator.measure is Measure.LEVEL:
        return AskedBasis(Basis.POINT, None, words.AT_THE_END)
    if indicator.measure is Measure.CUMULATIVE and several:
        return AskedBasis(Basis.SINCE, plan.start_year, words.SINCE.format(start=plan.start_year))
    if indicator.measure is Measure.CHANGE and several:
        return AskedBasis(Basis.SINCE, plan.start_year, words.CHANGE.format(base=plan.start_year - 1))
    return AskedBasis(of_year, None, words.OF_YEAR if whole else words.TO_DATE)
