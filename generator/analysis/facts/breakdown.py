"""What organisations have of an indicator: their targets and observations, and what these add up to."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.analysis.breakdown import Part, Sum, add, agreement, asked_of_parts, obstacle
from generator.analysis.facts.plan import running_first
from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.target_spec import RANKS, TO_ITS_END, sense
from generator.analysis.target_status import StatusIndex, TargetStatus
from generator.ledger.enums import TERRITORIES, Basis, Nature, Status, Tier
from generator.ledger.periods import time_of
from generator.ledger.records import Indicator, Observation, Organization, Target


class OrganizationPart(NamedTuple):
    """What one organisation has of an indicator."""

    organization: Organization
    status: TargetStatus | None
    """A target of its own and where it stands; None for an organisation that has observations and no target."""
    newest: Observation | None
    """The newest observation of the target's time, else of the plan's."""


class TargetSum(NamedTuple):
    """The targets of organisations for the same years, added up."""

    start_year: int
    end_year: int
    tier: Tier | None
    sum: Sum
    falling: bool
    """Whether less is wanted."""
    agreement: str
    """Whether the parts agree with the whole, in a word."""


class FigureTime(NamedTuple):
    """When figures are of, how they were counted and since when (0: not said): only figures of one time add up."""

    period: str
    basis: Basis
    since: int


class ObservationSum(NamedTuple):
    """The observations of organisations of the same time, added up."""

    time: FigureTime
    sum: Sum
    final: bool
    """Whether all of them are final."""
    agreement: str
    """Whether the parts agree with the whole, in a word."""


class Breakdown(NamedTuple):
    """What organisations have of an indicator."""

    parts: list[OrganizationPart]
    obstacle: str
    """Why the parts cannot be added, in words; empty where they can."""
    target_sums: list[TargetSum]
    """The longest time first."""
    observation_sums: list[ObservationSum]
    """The newest time first."""
    territories: bool
    """Whether towns or subdistricts have targets: only then it can be said which have none."""
    without: list[Organization]
    """Towns and subdistricts without a target."""


def breakdown(index: LedgerIndex, statuses: StatusIndex, record: Indicator) -> Breakdown | None:
    """What organisations have of an indicator; None where none has anything of its own."""
    targets = [t for t in index.targets_of.get(record.id, ()) if t.organization]
    observed = (o.organization for o in index.observations_of.get(record.id, ()) if o.id not in index.revision_of)
    with_target = dict.fromkeys(t.organization for t in targets if t.organization)
    ids = [id_ for id_ in dict.fromkeys((*with_target, *observed)) if id_]
    if not ids:
        return None
    organizations = [index.organizations[id_] for id_ in ids]
    why_not = obstacle(record.measure, record.unit, {one.kind for one in organizations})
    territories = any(index.organizations[id_].kind in TERRITORIES for id_ in with_target)
    without = _territories_without(index, with_target) if territories else []
    complete = territories and not without
    parts = _parts(index, statuses, record, targets, [o for o in organizations if o.id not in with_target])
    return Breakdown(
        parts=list(parts),
        obstacle=why_not,
        target_sums=[] if why_not else list(_target_sums(index, statuses, record, organizations, complete=complete)),
        observation_sums=[]
        if why_not
        else list(_observation_sums(index, statuses, record, organizations, complete=complete)),
        territories=territories,
        without=without,
    )


def is_broken_down(index: LedgerIndex, indicator: str) -> bool:
    """Whether an organisation has a target of an indicator."""
    return any(target.organization for target in index.targets_of.get(indicator, ()))


def binding_and_whole(index: LedgerIndex) -> dict[str, list[Indicator]]:
    """The binding indicators of which no organisation has a target, by their plans; the plans that run come first."""
    found: dict[str, list[Indicator]] = {}
    for one in index.indicators_of_nature.get(Nature.BINDING.value, ()):
        if not is_broken_down(index, one.id):
            found.setdefault(one.plan, []).append(one)
    return {plan.id: found[plan.id] for plan in running_first(index) if plan.id in found}


def newest_in_time(index: LedgerIndex, statuses: StatusIndex, target: Target) -> Observation | None:
    """The newest observation of a target's organisation and years."""
    own = index.results(target.indicator, target.organization)
    return _newest(statuses, own, target.start_year, target.end_year)


def share_of_whole(index: LedgerIndex, target: Target) -> Decimal | None:
    """A part over the whole place's target of the same time; None where parts do not add up."""
    indicator, value = index.indicators[target.indicator], _number(target)
    own = index.targets_of[indicator.id]
    kinds = {index.organizations[t.organization].kind for t in own if t.organization}
    if value is None or target.replaced_by or obstacle(indicator.measure, indicator.unit, kinds):
        return None
    same = (target.start_year, target.end_year, target.tier, target.set_by)
    wholes = (t for t in own if not (t.organization or t.replaced_by))
    whole = next((_number(t) for t in wholes if (t.start_year, t.end_year, t.tier, t.set_by) == same), None)
    return value / whole if whole and 0 < value <= whole else None


def _parts(
    index: LedgerIndex,
    statuses: StatusIndex,
    record: Indicator,
    targets: list[Target],
    without_target: list[Organization],
) -> Iterator[OrganizationPart]:
    for target in targets:
        organization = index.organizations[target.organization or ""]
        yield OrganizationPart(organization, statuses.of(target), newest_in_time(index, statuses, target))
    plan = index.plans[record.plan]
    for organization in without_target:
        own = index.results(record.id, organization.id)
        yield OrganizationPart(organization, None, _newest(statuses, own, plan.start_year, plan.end_year))


def _newest(statuses: StatusIndex, observations: list[Observation], start: int, end: int) -> Observation | None:
    """The newest observation of these years, of the whole time rather than of its last part alone.

    A sum that began before these years is of other years, too.
    """
    of_years = [o for o in observations if start <= (o.since_year or start) and start <= int(o.period[:4]) <= end]
    return max(
        of_years, key=lambda o: (*time_of(o.period), o.basis is not Basis.PART, *_rank(statuses, o)), default=None
    )


def _territories_without(index: LedgerIndex, with_target: Collection[str]) -> list[Organization]:
    territories = (one for kind in TERRITORIES for one in index.organizations_of_kind.get(kind, ()))
    return [one for one in territories if one.id not in with_target]


def _target_sums(
    index: LedgerIndex,
    statuses: StatusIndex,
    record: Indicator,
    organizations: list[Organization],
    *,
    complete: bool,
) -> Iterator[TargetSum]:
    by_time: dict[tuple[int, int, Tier | None], dict[str | None, Target]] = {}
    for target in index.targets_of.get(record.id, ()):
        if not target.replaced_by:
            tier = target.tier if target.tier is not Tier.BASIC else None
            own = by_time.setdefault((target.start_year, target.end_year, tier), {})
            own.setdefault(target.organization, target)
    for (start, end, tier_of), own in sorted(by_time.items(), key=lambda item: (item[0][0] - item[0][1], item[0][:2])):
        whole = own.get(None)
        parts = [Part(one.name, _number(own.get(one.id))) for one in organizations]
        summed = add(parts, _number(whole))
        if summed:
            spec = statuses.spec(whole or next(iter(own.values())))
            falling = sense(spec) < 0
            comparator = asked_of_parts(record.measure, whole.comparator if whole else None, falling=falling)
            agrees = agreement(summed, record.unit, comparator, falling=falling, complete=complete)
            yield TargetSum(start, end, tier_of, summed, falling, agrees)


def _number(target: Target | None) -> Decimal | None:
    """The number of a target that can be added; a range has none."""
    return target.value if target and target.value_max is None else None


def _observation_sums(
    index: LedgerIndex,
    statuses: StatusIndex,
    record: Indicator,
    organizations: list[Organization],
    *,
    complete: bool,
) -> Iterator[ObservationSum]:
    by_time = [_by_time(statuses, index.results(record.id, one.id)) for one in organizations]
    whole_by_time = _by_time(statuses, index.results(record.id, None))
    times = {time for own in by_time for time in own}
    for time in sorted(times, key=lambda time: (*time_of(time.period), time), reverse=True):
        own = [observations.get(time) for observations in by_time]
        whole = whole_by_time.get(time)
        parts = [Part(one.name, o.value if o else None) for one, o in zip(organizations, own, strict=True)]
        summed = add(parts, whole.value if whole else None)
        if summed:
            final = all(o.status is Status.FINAL for o in (*own, whole) if o)
            agrees = agreement(summed, record.unit, None, falling=False, complete=complete)
            yield ObservationSum(time, summed, final, agrees)


def _by_time(statuses: StatusIndex, observations: list[Observation]) -> dict[FigureTime, Observation]:
    """The best observation of each time that is clear: of sums, those that say since when."""
    best: dict[FigureTime, Observation] = {}
    for one in sorted(observations, key=lambda o: _rank(statuses, o)):
        if one.value is not None and (one.since_year or one.basis is not Basis.SINCE):
            best[_time(one)] = one
    return best


def _time(record: Observation) -> FigureTime:
    """When a figure is of: sums, means and levels are of the last month of their period, so that Q1 is March."""
    year, month, whole = time_of(record.period)
    period = record.period
    if record.basis in TO_ITS_END and not whole:
        period = str(year) if month == 12 else f"{year}-{month:02}"
    return FigureTime(period, record.basis, record.since_year or 0)


def _rank(statuses: StatusIndex, record: Observation) -> tuple[int, str, str]:
    """A final figure before a flash one before a forecast, then the later document."""
    return RANKS.index(record.status), statuses.issued[record.document], record.id
