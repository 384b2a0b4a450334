"""What a sum still needs: the target less what is known, over the years that are not known in whole.

This is arithmetic alone. It is no forecast and no verdict: a year that is over without a figure may hold a part of it.
Other measures have no such arithmetic: a level, a mean growth or a thing that is built cannot be dealt out by years.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.analysis.measure_rules.sums import parts_of_sum
from generator.analysis.target_spec import EXACT, DatedValue, TargetSpec, adds_up, aim, over, sense
from generator.ledger.enums import Basis, Comparator, Measure, Status


class AnnualShare(NamedTuple):
    """The target of one year beside what each open year needs on average: -1 where it is less, 1 where it is more."""

    year: int
    value: Decimal
    compared: int


class StillNeeded(NamedTuple):
    """What a sum still needs."""

    target: Decimal
    known: Decimal | None
    """What figures add up to; None where there is none."""
    rest: Decimal
    """The target less what is known; not above zero where it is reached."""
    open: tuple[int, ...]
    """The years of the target that no figure covers in whole."""
    begun: tuple[int, ...]
    """Those of which a figure covers a part."""
    silent: tuple[int, ...]
    """Those that are over: they may hold a part of the rest."""
    mean: Decimal | None
    """The rest over the open years; None where nothing is left or no year is open."""
    whole_mean: Decimal
    """The target over all its years."""
    annual: tuple[AnnualShare, ...]
    """Targets of single open years of which nothing is known."""
    mean_after: Decimal | None
    """What each other open year needs on average when these targets are met exactly; None without any."""
    estimated: bool
    """Whether a figure is not final."""
    bound: bool
    """Whether the target is at least, or more than, its value, so that the rest is the least that is needed."""


def still_needed(
    spec: TargetSpec, figures: Sequence[DatedValue], as_of: date, annual: Iterable[tuple[int, Decimal]] = ()
) -> StillNeeded | None:
    """What a sum still needs; None for other measures, ceilings, rates, and where figures cannot be added up.

    Args:
        spec: The target.
        figures: What documents give for its indicator and organisation, as ``in_time`` puts them in order.
        as_of: The day up to which documents are known.
        annual: Targets of single years of the same indicator.
    """
    if not _is_growing_sum(spec):
        return None
    used = parts_of_sum(spec, figures, as_of)
    if not used and any(spec.start <= figure.year <= spec.end for figure in figures):
        return None  # there are figures, and none can be added up
    whole, begun = _covered(spec, used)
    years = range(spec.start, spec.end + 1)
    target = aim(spec)
    known = sum((one.value for one in used if one.value is not None), Decimal()) if used else None
    rest = target - (known or 0)
    open_years = tuple(year for year in years if year not in whole)
    mean = _share(rest, len(open_years)) if rest > 0 else None
    own = {y: value for y, value in annual if y in open_years and y not in begun} if mean is not None else {}
    left = len(open_years) - len(own)
    return StillNeeded(
        target=target,
        known=known,
        rest=rest,
        open=open_years,
        begun=tuple(year for year in open_years if year in begun),
        silent=tuple(year for year in open_years if over(year, as_of)),
        mean=mean,
        whole_mean=EXACT.divide(target, Decimal(len(years))),
        annual=tuple(AnnualShare(y, own[y], _compared(own[y], mean or Decimal())) for y in sorted(own)),
        mean_after=_share(rest - sum(own.values(), Decimal()), left) if own else None,
        estimated=any(figure.status is not Status.FINAL for figure in used),
        bound=spec.comparator in (Comparator.AT_LEAST, Comparator.MORE),
    )


def _is_growing_sum(spec: TargetSpec) -> bool:
    """Whether a target is a sum of years that has to reach a number."""
    if spec.measure is not Measure.CUMULATIVE or spec.value is None or not adds_up(spec.unit):
        return False
    return sense(spec) > 0 and aim(spec) > 0


def _covered(spec: TargetSpec, used: Iterable[DatedValue]) -> tuple[set[int], set[int]]:
    """The years that figures cover in whole, and those of which they cover a part."""
    whole, begun = set[int](), set[int]()
    for figure in used:
        if figure.basis is Basis.SINCE:
            whole.update(range(figure.since or spec.start, figure.year))
        (whole if figure.full or figure.time >= _end(spec) else begun).add(figure.year)
    return whole, begun - whole


def _end(spec: TargetSpec) -> Decimal:
    """The end of a target's time as figures tell theirs."""
    return spec.last_day.year + EXACT.divide(Decimal(spec.last_day.month), Decimal(12)) - 1


def _share(rest: Decimal, years: int) -> Decimal | None:
    return EXACT.divide(rest, Decimal(years)) if years else None


def _compared(value: Decimal, mean: Decimal) -> int:
    return (value > mean) - (value < mean)
