"""What an indicator is to reach and reaches: its years, its targets and results, the parts of towns."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from generator.ledger.enums import Direction, Measure
from generator.simulate import words
from generator.simulate.words import Pattern
from generator.simulate.world import FIRST_YEAR, Figure


def countable(pattern: Pattern) -> bool:
    """Whether a part of it is measured in the same unit and is less."""
    return not pattern.worded and not pattern.capped and pattern.measure in (Measure.LEVEL, Measure.CUMULATIVE)


def series_of(pattern: Pattern, random: Random, years: int) -> Iterator[int]:
    """What each year brings, in the last printed digit; kept a thousand times finer so that slow growth shows."""
    value, rate = random.randint(pattern.low, pattern.high) * 1000, random.randint(10, 60)
    for _ in range(years):
        yield value // 1000
        if pattern.capped:
            value += (10**pattern.digits * 100_000 - value) * rate // 1000
        elif pattern.measure is Measure.LEVEL and pattern.direction is Direction.LOWER:
            value -= value * rate // 1000
        elif pattern.measure in (Measure.LEVEL, Measure.CUMULATIVE):
            value += value * rate // 1000
        else:
            value += value * random.randint(-20, 20) // 1000


def amount_of(figure: Figure, start: int, end: int) -> int:
    """What the years of a period come to: their sum where years are added up, else the last year's."""
    if figure.pattern.measure is Measure.CUMULATIVE:
        return sum(figure.series[start - FIRST_YEAR : end + 1 - FIRST_YEAR])
    return figure.series[end - FIRST_YEAR]


def printed_number(value: int, digits: int) -> str:
    """A number of last digits as it is printed: 146 with one digit is 14.6."""
    whole, rest = divmod(value, 10**digits)
    return f"{whole}.{rest:0{digits}d}" if digits else str(whole)


def target_of(figure: Figure, amount: int, random: Random) -> dict[str, object]:
    """Comparator, value and printed words of a target."""
    pattern = figure.pattern
    if pattern.worded or pattern.direction is None:
        return {"value_text": random.choice(words.WORDED_TARGETS[pattern.measure])}
    forms = words.CHANGES if pattern.measure is Measure.CHANGE else words.TARGETS[pattern.direction]
    comparator, form = random.choice(forms)
    value = printed_number(amount, pattern.digits)
    return {"comparator": comparator, "value": value, "value_text": form.format(value + pattern.unit)}


def parts_of(figure: Figure, amount: int, *, whole: bool) -> Iterator[tuple[str, str]]:
    """Name and value of each town's part of an amount; all together are the whole, or less."""
    share, left = 90 // max(len(figure.towns), 1), amount
    for at, town in enumerate(figure.towns, 1):
        part = left if whole and at == len(figure.towns) else amount * (share + 1 - at) // 100
        left -= part
        yield town.printed[0], printed_number(part, figure.pattern.digits)
