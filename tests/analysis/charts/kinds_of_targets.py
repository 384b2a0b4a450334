"""Targets of every kind with what is told of them: for each a reader gets a state, an explanation and a chart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from generator.analysis.target_spec import DatedValue, TargetSpec
from generator.ledger.enums import Basis, Comparator, Direction, Measure, Status
from tests.analysis.test_target_states import growth, level, sums, year

EARLY, NEXT, LATE = date(2018, 1, 18), date(2019, 1, 18), date(2021, 1, 18)
LESS: dict[str, Any] = {"direction": Direction.LOWER, "comparator": Comparator.AT_MOST}
YEARLY: dict[str, Any] = {"measure": Measure.ANNUAL}
CHANGE: dict[str, Any] = {"measure": Measure.CHANGE, "value": Decimal(1), "unit": "岁"}
POINT: dict[str, Any] = {"basis": Basis.POINT}


class Kind(NamedTuple):
    """A target, what documents give of it, and the day up to which they are known."""

    spec: TargetSpec
    told: list[DatedValue]
    as_of: date
    asked: Sequence[tuple[int, Decimal]] = ()
    """Targets of single years."""
    ended: str = ""
    levels: Sequence[DatedValue] = ()


def since(number: int, value: str, start: int = 2016, **changes: Any) -> DatedValue:
    """A sum of years, or a change since a base."""
    return year(number, value, basis=Basis.SINCE, since=start, **changes)


def part(number: int, value: str, month: int, **changes: Any) -> DatedValue:
    """A figure of a year up to a month."""
    return year(number, value, **{"month": month, "whole": False, "basis": Basis.YEAR_TO_DATE, **changes})


KINDS: dict[str, Kind] = {
    "a sum, nothing told": Kind(sums(unit="个"), [], EARLY),
    "a sum of which no year is over": Kind(sums(start=2018, unit="个"), [], EARLY),
    "a sum, one year is over": Kind(sums(), [], date(2017, 1, 5)),
    "a sum with a gap": Kind(sums(unit="万人"), [year(2017, "4.15")], EARLY),
    "a sum of two years": Kind(sums(unit="个"), [year(2016, "2"), year(2017, "4")], EARLY),
    "a sum, less is planned than is left": Kind(
        sums(unit="个"), [year(2016, "2"), year(2017, "2")], EARLY, [(2018, Decimal(1))]
    ),
    "a sum, as much is planned as is left": Kind(
        sums(unit="个"), [year(2016, "2"), year(2017, "2")], EARLY, [(2018, Decimal(2))]
    ),
    "a sum, more is planned than is left": Kind(
        sums(unit="个"), [year(2016, "2"), year(2017, "2")], EARLY, [(2018, Decimal(3))]
    ),
    "a sum that is reached early": Kind(sums(unit="个"), [year(2016, "2"), year(2017, "9")], EARLY),
    "a sum that is reached in spite of a gap": Kind(sums(unit="个"), [year(2017, "10")], EARLY),
    "a whole sum": Kind(sums(unit="个"), [year(y, "2") for y in range(2016, 2021)], LATE),
    "a whole sum that falls short": Kind(sums(unit="个"), [year(y, "1.9") for y in range(2016, 2021)], LATE),
    "a sum with its last year left": Kind(
        sums(unit="个"), [year(y, "2") for y in range(2016, 2020)], date(2020, 1, 18)
    ),
    "a limit of a sum that is passed": Kind(sums(unit="件", **LESS), [year(2016, "0"), year(2017, "11")], EARLY),
    "a limit of a sum": Kind(sums(unit="件", **LESS), [year(2016, "1"), year(2017, "1")], EARLY),
    "a limit of a sum with a gap": Kind(sums(unit="件", **LESS), [year(2017, "1")], EARLY),
    "a sum below zero": Kind(sums(unit="个"), [year(2016, "-2"), year(2017, "1")], EARLY),
    "a sum below zero with a gap": Kind(sums(unit="个"), [year(2017, "-1")], EARLY),
    "a sum told as one": Kind(sums(unit="个"), [since(2017, "4")], EARLY),
    "a sum told as one, nothing came": Kind(sums(unit="个"), [since(2017, "0")], EARLY),
    "two sums told as one up to one year": Kind(sums(unit="个"), [since(2018, "6"), since(2018, "4", 2017)], NEXT),
    "a sum told as one of its first year": Kind(sums(unit="个"), [since(2016, "2")], date(2017, 1, 18)),
    "a sum told as one that begins late": Kind(sums(unit="个"), [since(2018, "4", 2017)], NEXT),
    "a sum told as one, not final": Kind(
        sums(unit="个"), [since(2017, "4"), since(2018, "5", status=Status.FORECAST)], NEXT
    ),
    "a sum and a part of a year": Kind(sums(unit="个"), [year(2016, "2"), part(2017, "1", 9)], date(2017, 10, 20)),
    "a part of a year of a sum": Kind(sums(start=2017, unit="个"), [part(2017, "1", 9)], date(2017, 10, 20)),
    "a sum of no direction": Kind(sums(direction=None, unit="个"), [year(2016, "2"), year(2017, "2")], EARLY),
    "a sum with a range": Kind(
        sums(unit="个", value=Decimal(10), value_max=Decimal(12)), [year(2016, "2"), year(2017, "2")], EARLY
    ),
    "a sum that ended with a year": Kind(sums(unit="个"), [year(2016, "2")], EARLY, [], ended="ended-revised"),
    "a sum that ended, told as one": Kind(sums(unit="个"), [since(2017, "2")], EARLY, [], ended="ended-cancelled"),
    "a sum that ended, nothing told": Kind(sums(unit="个"), [], EARLY, [], ended="ended-cancelled"),
    "a sum of one year": Kind(sums(start=2018, end=2018, unit="个"), [year(2018, "9")], NEXT),
    "a part of a sum of one year": Kind(
        sums(start=2018, end=2018, unit="个"), [part(2018, "9", 9)], date(2018, 10, 19)
    ),
    "a sum reached by a flash figure": Kind(
        sums(unit="个"), [year(2016, "2"), year(2017, "8", status=Status.FLASH)], EARLY
    ),
    "a sum of one": Kind(sums(value=Decimal(1), unit="个"), [year(2016, "0.5")], date(2017, 1, 18)),
    "a sum of one that is reached": Kind(sums(value=Decimal(1), unit="个"), [year(2016, "1")], date(2017, 1, 18)),
    "a sum of one, less than nothing came": Kind(sums(value=Decimal(1), unit="个"), [year(2016, "-1")], EARLY),
    "a sum of nothing": Kind(sums(value=Decimal(0), unit="个"), [year(2016, "0"), year(2017, "0")], EARLY),
    "a sum of nothing, one came": Kind(sums(value=Decimal(0), unit="个"), [year(2016, "1"), year(2017, "0")], EARLY),
    "a sum of a loss": Kind(
        sums(value=Decimal(-10), unit="个", comparator=Comparator.AT_LEAST), [year(2016, "-1"), year(2017, "-2")], EARLY
    ),
    "a limit of one": Kind(sums(value=Decimal(1), unit="件", **LESS), [year(2016, "0"), year(2017, "1")], EARLY),
    "a limit of nothing": Kind(sums(value=Decimal(0), unit="件", **LESS), [year(2016, "0"), year(2017, "1")], EARLY),
    "a limit of which something was given back": Kind(
        sums(unit="件", **LESS), [year(2016, "12"), year(2017, "-1")], EARLY
    ),
    "a sum of which nothing came": Kind(sums(unit="个"), [year(2016, "0"), year(2017, "0")], EARLY),
    "a sum with little left": Kind(sums(unit="个"), [year(2016, "5"), year(2017, "4.5")], EARLY),
    "a sum of more than ten": Kind(
        sums(unit="个", comparator=Comparator.MORE), [year(2016, "5"), year(2017, "5")], EARLY
    ),
    "a limit of less than ten": Kind(
        sums(unit="件", direction=Direction.LOWER, comparator=Comparator.LESS),
        [year(2016, "5"), year(2017, "5")],
        EARLY,
    ),
    "a sum due in autumn": Kind(
        sums(unit="个", due=date(2020, 9, 30)),
        [*(year(y, "2") for y in range(2016, 2020)), part(2020, "1.5", 9)],
        date(2020, 10, 15),
    ),
    "a sum due in autumn, told in summer": Kind(
        sums(unit="个", due=date(2020, 9, 30)),
        [*(year(y, "2") for y in range(2016, 2020)), part(2020, "1.5", 6)],
        date(2020, 10, 15),
    ),
    "a sum whose last year has begun": Kind(
        sums(unit="个"), [*(year(y, "2") for y in range(2016, 2020)), part(2020, "1", 6)], date(2020, 7, 20)
    ),
    "a sum due in autumn, told as one": Kind(
        sums(unit="个", due=date(2020, 9, 30)), [since(2020, "11", month=9, whole=False)], date(2020, 10, 15)
    ),
    "a sum told as one up to summer": Kind(
        sums(unit="个"), [since(2017, "4", month=6, whole=False)], date(2017, 7, 20)
    ),
    "a sum told as one up to last summer": Kind(sums(unit="个"), [since(2017, "4", month=6, whole=False)], EARLY),
    "a sum told as one up to summer, and the year before": Kind(
        sums(unit="个"), [since(2018, "5", month=6, whole=False), year(2017, "0.5")], date(2018, 7, 20)
    ),
    "a limit of a sum told as one up to summer": Kind(
        sums(unit="件", **LESS), [since(2017, "4", month=6, whole=False)], date(2017, 7, 20)
    ),
    "a sum told as one, and a year after it": Kind(
        sums(unit="个"), [since(2017, "4"), year(2018, "1"), year(2016, "1")], NEXT
    ),
    "two parts of a year of a sum": Kind(
        sums(start=2017, unit="个"), [part(2017, "1", 3), part(2017, "3", 6)], date(2017, 7, 20)
    ),
    "a sum of two years with one left": Kind(
        sums(start=2017, end=2018, unit="个"), [year(2017, "4")], EARLY, [(2018, Decimal(6))]
    ),
    "a sum of two years with both targets": Kind(
        sums(start=2017, end=2018, unit="个"), [], date(2016, 5, 1), [(2017, Decimal(6)), (2018, Decimal(4))]
    ),
    "a level, nothing told": Kind(level(unit="%"), [], EARLY),
    "a level with its base alone": Kind(level(unit="公里"), [year(2015, "50", **POINT)], EARLY),
    "a level without a base": Kind(level(unit="公里"), [year(2017, "96", **POINT)], EARLY),
    "a level on its path": Kind(level(unit="公里"), [year(2015, "50", **POINT), year(2017, "70", **POINT)], EARLY),
    "a share behind its path": Kind(level(unit="%"), [year(2015, "50", **POINT), year(2017, "69.9", **POINT)], EARLY),
    "a level that is reached early": Kind(level(unit="个"), [year(2017, "100", **POINT)], EARLY),
    "a level that equals its target": Kind(level(unit="个"), [year(2020, "100", **POINT)], LATE),
    "a level above its target": Kind(level(unit="个"), [year(2015, "80", **POINT), year(2020, "120", **POINT)], LATE),
    "a level that is missed": Kind(level(unit="个"), [year(2020, "99", **POINT)], LATE),
    "a level without its end": Kind(level(unit="个"), [year(2018, "120", **POINT)], LATE),
    "a level to keep": Kind(level(unit="个", kept=True), [year(2017, "120", **POINT)], EARLY),
    "a level to keep that was lost": Kind(
        level(unit="个", kept=True), [year(2016, "104", **POINT), year(2017, "98", **POINT)], EARLY
    ),
    "a level of a month": Kind(
        level(unit="个"), [year(2015, "50", **POINT), part(2018, "75", 6, **POINT)], date(2018, 7, 20)
    ),
    "a level of a month, not final": Kind(
        level(unit="个"),
        [year(2015, "50", **POINT), part(2018, "75", 6, basis=Basis.POINT, status=Status.FLASH)],
        date(2018, 7, 20),
    ),
    "a level with targets of years": Kind(
        level(unit="个"),
        [year(2015, "50", **POINT), year(2017, "70", **POINT)],
        EARLY,
        [(2017, Decimal(72)), (2018, Decimal(80))],
    ),
    "a level with a target of its last year": Kind(
        level(unit="个"), [year(2015, "50", **POINT), year(2017, "70", **POINT)], EARLY, [(2020, Decimal(99))]
    ),
    "a level at its end, and a target of that year": Kind(
        level(unit="个"), [year(2020, "98", **POINT)], LATE, [(2020, Decimal(99))]
    ),
    "a level within a range": Kind(
        level(unit="%", value=Decimal(5), value_max=Decimal(7), comparator=Comparator.PLAIN),
        [year(2017, "6", **POINT)],
        EARLY,
    ),
    "a level above a range": Kind(
        level(unit="%", value=Decimal(5), value_max=Decimal(7), comparator=Comparator.PLAIN),
        [year(2017, "8", **POINT)],
        EARLY,
    ),
    "a level at the lower end of a range": Kind(
        level(unit="%", value=Decimal(5), value_max=Decimal(7), comparator=Comparator.PLAIN),
        [year(2017, "5", **POINT)],
        EARLY,
    ),
    "a level at the upper end of a range": Kind(
        level(unit="%", value=Decimal(5), value_max=Decimal(7), comparator=Comparator.PLAIN),
        [year(2017, "7", **POINT)],
        EARLY,
    ),
    "a level below a range": Kind(
        level(unit="%", value=Decimal(5), value_max=Decimal(7), comparator=Comparator.PLAIN),
        [year(2017, "4", **POINT)],
        EARLY,
    ),
    "a level that should fall": Kind(
        level(unit="%", direction=Direction.LOWER, comparator=Comparator.LESS, value=Decimal(5)),
        [year(2015, "9", **POINT), year(2017, "8", **POINT)],
        EARLY,
    ),
    "a level that is about right": Kind(
        level(unit="%", comparator=Comparator.ABOUT, softener="左右"), [year(2020, "98", **POINT)], LATE
    ),
    "a bound that is about right": Kind(level(unit="%", softener="左右"), [year(2020, "98", **POINT)], LATE),
    "a level of no direction": Kind(
        level(unit="个", direction=None, comparator=Comparator.PLAIN),
        [year(2015, "50", **POINT), year(2017, "75", **POINT)],
        EARLY,
    ),
    "a level due in autumn": Kind(level(unit="个", due=date(2020, 9, 30)), [year(2017, "75", **POINT)], EARLY),
    "a level due at the end of a month": Kind(level(unit="个", due=date(2020, 9, 30)), [], EARLY),
    "a level due on the day before": Kind(level(unit="个", due=date(2020, 9, 29)), [], EARLY),
    "a level due on the first of a month": Kind(level(unit="个", due=date(2020, 10, 1)), [], EARLY),
    "a level due at the end of the year": Kind(level(unit="个", due=date(2020, 12, 31)), [], EARLY),
    "a level due at the end of May": Kind(level(unit="个", due=date(2020, 5, 31)), [], EARLY),
    "a level due on a day": Kind(level(unit="个", due=date(2020, 9, 10)), [], EARLY),
    "a level due with its plan": Kind(level(unit="个", of_plan=True), [], LATE),
    "all there is": Kind(level(unit="%"), [year(2020, "100", **POINT)], LATE),
    "a sum in per cent": Kind(sums(unit="%", comparator=Comparator.AT_LEAST, value=Decimal(100)), [], EARLY),
    "a level of an expired plan": Kind(level(unit="个", expired=True), [], EARLY),
    "a level of an expired plan that is reached": Kind(
        level(unit="个", expired=True), [year(2020, "100", **POINT)], LATE
    ),
    "a level told in words": Kind(level(unit="个"), [year(2017, "1", **POINT)._replace(value=None)], EARLY),
    "a level reached by a flash figure": Kind(
        level(unit="个"), [year(2020, "120", basis=Basis.POINT, status=Status.FLASH)], LATE
    ),
    "a level of nothing": Kind(
        level(unit="个", value=Decimal(0), **LESS), [year(2015, "3", **POINT), year(2017, "0", **POINT)], EARLY
    ),
    "a level of which nothing is there": Kind(
        level(unit="个"), [year(2015, "0", **POINT), year(2017, "0", **POINT)], EARLY
    ),
    "a level that is there at its base": Kind(
        level(unit="个"), [year(2015, "100", **POINT), year(2017, "99", **POINT)], EARLY
    ),
    "a level of a base of five years before": Kind(
        level(unit="个"), [year(2011, "50", **POINT), year(2017, "70", **POINT)], EARLY
    ),
    "a level of an old base": Kind(level(unit="个"), [year(2010, "50", **POINT), year(2017, "70", **POINT)], EARLY),
    "a level of a base too old": Kind(level(unit="个"), [year(2009, "50", **POINT), year(2017, "70", **POINT)], EARLY),
    "a level with two bases": Kind(
        level(unit="个"), [year(2013, "40", **POINT), year(2014, "50", **POINT), year(2017, "70", **POINT)], EARLY
    ),
    "a level of many places": Kind(level(unit="个"), [year(2017, "12.345", **POINT)], EARLY),
    "a level in December": Kind(level(unit="个"), [part(2020, "100", 12, **POINT)], LATE),
    "a level of its month": Kind(level(unit="个", due=date(2020, 9, 30)), [part(2020, "99", 9, **POINT)], LATE),
    "a level of the month before": Kind(level(unit="个", due=date(2020, 9, 30)), [part(2020, "99", 8, **POINT)], LATE),
    "a level to keep below": Kind(
        level(unit="个", kept=True, **LESS), [year(2016, "90", **POINT), year(2017, "101", **POINT)], EARLY
    ),
    "a level of one year": Kind(level(unit="个", start=2018, end=2018), [year(2017, "98", **POINT)], date(2018, 3, 1)),
    "growth by rates": Kind(growth(unit="%"), [year(2016, "21"), year(2017, "0")], EARLY),
    "growth by levels": Kind(growth(unit="%"), [], EARLY, [], levels=[year(2015, "100"), year(2017, "144")]),
    "growth with its last year missing": Kind(growth(unit="%"), [year(2016, "21")], EARLY),
    "growth with its first year missing": Kind(growth(unit="%"), [year(2017, "21")], EARLY),
    "growth to its end": Kind(growth(unit="%"), [year(y, "10") for y in range(2016, 2021)], LATE),
    "growth that is missed": Kind(growth(unit="%"), [year(y, "9") for y in range(2016, 2021)], LATE),
    "growth without its end": Kind(growth(unit="%"), [year(2016, "21")], LATE),
    "growth of one year": Kind(growth(start=2018, end=2018), [year(2018, "9")], NEXT),
    "growth, nothing told": Kind(growth(unit="%"), [], EARLY, [(2018, Decimal(8))]),
    "growth per mille": Kind(growth(unit="‰"), [year(2016, "12"), year(2017, "11")], EARLY),
    "growth of people": Kind(growth(unit="万人"), [year(2016, "12")], EARLY),
    "growth of people, nothing told": Kind(growth(unit="万人"), [], EARLY),
    "growth with a range": Kind(
        growth(unit="%", value_max=Decimal(12), comparator=Comparator.PLAIN), [year(2016, "11"), year(2017, "9")], EARLY
    ),
    "growth behind": Kind(growth(unit="%"), [year(2016, "11"), year(2017, "1")], EARLY),
    "growth to nothing": Kind(growth(unit="%"), [], EARLY, levels=[year(2015, "100"), year(2017, "0")]),
    "growth by levels to the end": Kind(growth(unit="%"), [], LATE, levels=[year(2015, "100"), year(2020, "161.051")]),
    "growth by levels that fall": Kind(growth(unit="%"), [], EARLY, levels=[year(2015, "100"), year(2017, "81")]),
    "growth by three levels": Kind(
        growth(unit="%"), [], EARLY, levels=[year(2015, "100"), year(2016, "121"), year(2017, "144")]
    ),
    "growth by levels, a hair more": Kind(
        growth(unit="%"), [], LATE, levels=[year(2015, "100"), year(2020, "161.052")]
    ),
    "growth by levels without a base": Kind(growth(unit="%"), [], EARLY, levels=[year(2014, "100"), year(2017, "144")]),
    "growth by rates that go on after levels": Kind(
        growth(unit="%"), [year(2016, "8"), year(2017, "9")], EARLY, levels=[year(2015, "100"), year(2016, "144")]
    ),
    "growth by a level and a rate of one year": Kind(
        growth(unit="%"), [year(2016, "8")], EARLY, levels=[year(2015, "100"), year(2016, "144")]
    ),
    "each year, one missing": Kind(sums(unit="件", **YEARLY), [year(2017, "10")], EARLY),
    "each year so far": Kind(sums(unit="件", **YEARLY), [year(2016, "10"), year(2017, "11")], EARLY),
    "each year, one missed": Kind(sums(unit="件", **YEARLY), [year(2017, "9")], EARLY),
    "each year to the end": Kind(sums(unit="件", **YEARLY), [year(y, "10") for y in range(2016, 2021)], LATE),
    "each year, a part is enough": Kind(
        sums(unit="件", start=2018, **YEARLY), [part(2018, "12", 9)], date(2018, 10, 20)
    ),
    "each year, nothing told": Kind(sums(unit="件", **YEARLY), [], EARLY),
    "one year": Kind(sums(unit="%", start=2018, end=2018, **YEARLY), [year(2018, "9")], NEXT),
    "each year, not above": Kind(sums(unit="件", **YEARLY, **LESS), [year(2016, "10"), year(2017, "9")], EARLY),
    "each year, above in a part": Kind(
        sums(unit="件", start=2018, **YEARLY, **LESS), [part(2018, "0", 3), part(2018, "11", 9)], date(2018, 10, 20)
    ),
    "each year, not enough in a part": Kind(
        sums(unit="件", start=2018, **YEARLY), [part(2018, "9", 9)], date(2018, 10, 20)
    ),
    "each year, over without its end": Kind(
        sums(unit="件", start=2018, end=2018, **YEARLY), [part(2018, "9", 9)], NEXT
    ),
    "each year, no direction": Kind(
        sums(unit="件", direction=None, **YEARLY), [year(2016, "10"), year(2017, "9")], EARLY
    ),
    "a rise by levels": Kind(sums(**CHANGE), [year(2015, "79.6", **POINT), year(2017, "79.9", **POINT)], EARLY),
    "a fall by levels": Kind(
        sums(**CHANGE, falls=True), [year(2015, "79.6", **POINT), year(2017, "79.3", **POINT)], EARLY
    ),
    "a fall where a rise is wanted": Kind(
        sums(**CHANGE), [year(2015, "79.6", **POINT), year(2017, "79.3", **POINT)], EARLY
    ),
    "no change": Kind(sums(**CHANGE), [since(2017, "0")], EARLY),
    "a rise since the base": Kind(sums(**CHANGE), [since(2017, "0.4")], EARLY),
    "a fall since the base": Kind(
        sums(measure=Measure.CHANGE, unit="%", direction=Direction.LOWER, falls=True), [since(2017, "3")], EARLY
    ),
    "a rise where a fall is wanted": Kind(
        sums(measure=Measure.CHANGE, unit="%", direction=Direction.LOWER, falls=True), [since(2017, "-3")], EARLY
    ),
    "a rise in points": Kind(
        sums(measure=Measure.CHANGE, unit="个百分点", value=Decimal(5)),
        [year(2015, "50.1", **POINT), year(2017, "53.2", **POINT)],
        EARLY,
    ),
    "a change since last year": Kind(sums(**CHANGE), [year(2017, "30")], EARLY),
    "a change to its end": Kind(sums(**CHANGE), [since(2020, "1.2")], LATE),
    "a change with a range": Kind(
        sums(measure=Measure.CHANGE, value=Decimal(1), value_max=Decimal(2), unit="岁"), [since(2017, "0.4")], EARLY
    ),
    "a mean of nine months": Kind(sums(unit="%", **YEARLY), [part(2017, "9", 9, basis=Basis.MEAN_TO_DATE)], EARLY),
    "one month of a sum": Kind(sums(unit="件"), [part(2017, "9", 1)], date(2017, 2, 20)),
    "one quarter of a sum": Kind(
        sums(unit="件"), [part(2017, "9", 9, basis=Basis.PART, part="Q3")], date(2017, 10, 20)
    ),
}
