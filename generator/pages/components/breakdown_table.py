"""Targets with the figures that answer them, and an indicator's break-down to organisations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from generator.analysis import breakdown
from generator.analysis.breakdown import Part
from generator.analysis.ledger_index import TERRITORIES, LedgerIndex
from generator.analysis.target_spec import RANKS, sense
from generator.analysis.target_status import time_of
from generator.language import formatting, page_words, state_words
from generator.ledger.enums import Basis, Status
from generator.ledger.records import Indicator, Observation, Target
from generator.pages.components.builder import ComponentBuilder
from generator.pages.components.views import AimLine, BreakdownView, Ref, SumLine

Span = tuple[int, int]
"""First and last year of targets."""
BLANKS = re.compile(r"\s")


class Time(NamedTuple):
    """When figures are of, how they were counted and since when (0: not said): only figures of one time add up."""

    period: str
    basis: Basis
    since: int


@dataclass(frozen=True)
class BreakdownBuilder:
    """Makes the views of targets and of what organisations have of them."""

    components: ComponentBuilder

    @property
    def index(self) -> LedgerIndex:
        return self.components.index

    def aim(self, target: Target) -> AimLine:
        """A target with the newest figure of its own time."""
        figure = self.components.target(target)
        found = self._newest(target.indicator, target.organization, (target.start_year, target.end_year))
        return AimLine(
            indicator=figure.indicator,
            organization=figure.organization,
            period=f"{figure.period} {figure.kind}",
            target=figure.text,
            printed="" if BLANKS.sub("", figure.text) == BLANKS.sub("", figure.printed) else figure.printed,
            result=self._text(found),
            standing=self.components.state(self.components.statuses.of(target)),
        )

    def breakdown(self, record: Indicator) -> BreakdownView | None:
        """What the organisations have of an indicator; None where none has anything of its own."""
        targets = [t for t in self.index.targets_of.get(record.id, ()) if t.organization]
        results = [o for o in self.index.observations_of.get(record.id, ()) if o.organization]
        told = (*(t.organization for t in targets), *(o.organization for o in results))
        who = list(dict.fromkeys(filter(None, told)))
        if not who:
            return None
        kinds = {self.index.organizations[o].kind for o in who}
        obstacle = breakdown.obstacle(record.measure, record.unit, kinds)
        aimed = {t.organization for t in targets}
        territories = any(self.index.organizations[o].kind in TERRITORIES for o in aimed if o)
        return BreakdownView(
            parts=(*map(self.aim, targets), *(self._told(record, o) for o in who if o not in aimed)),
            sums=() if obstacle else tuple(self._sums(record, targets, who)),
            obstacle=obstacle,
            territories=territories,
            without=tuple(self._territories_but(aimed)) if territories else (),
        )

    def _told(self, record: Indicator, organization: str) -> AimLine:
        """An organisation that has figures and no target."""
        plan = self.index.plans[record.plan]
        newest = self._newest(record.id, organization, (plan.start_year, plan.end_year))
        own = self.components.organization(organization)
        return AimLine(self.components.indicator(record), own, "", "", "", self._text(newest), None)

    def _newest(self, indicator: str, organization: str | None, span: Span) -> Observation | None:
        """The newest figure of these years; a sum that began before them is of other years, too."""
        start, end = span
        own = self._own(indicator, organization)
        asked = [o for o in own if start <= (o.since_year or start) and start <= int(o.period[:4]) <= end]
        return max(asked, key=lambda o: (*time_of(o.period), *self._rank(o)), default=None)

    def _text(self, record: Observation | None) -> str:
        if record is None:
            return ""
        figure = self.components.result(record)
        since = figure.remarks[0] if record.since_year else ""
        told = "" if record.status is Status.FINAL else str(record.status)
        remarks = formatting.AND.join(filter(None, (since, told)))
        return f"{figure.period} {figure.text}" + (f"（{remarks}）" if remarks else "")

    def _territories_but(self, aimed: set[str | None]) -> Iterable[Ref]:
        for kind in TERRITORIES:
            for one in self.index.organizations_of_kind.get(kind, ()):
                if one.id not in aimed:
                    yield self.components.organization(one.id)

    # -- sums

    def _sums(self, record: Indicator, targets: list[Target], who: list[str]) -> Iterable[SumLine]:
        yield from self._sums_of_targets(record, targets, who)
        yield from self._sums_of_results(record, who)

    def _sums_of_targets(self, record: Indicator, targets: list[Target], who: list[str]) -> Iterable[SumLine]:
        spans: dict[Span, dict[str | None, Target]] = {}
        for target in targets:
            spans.setdefault((target.start_year, target.end_year), {})[target.organization] = target
        wholes = {
            (t.start_year, t.end_year): t for t in self.index.targets_of.get(record.id, ()) if t.organization is None
        }
        for span, own in sorted(spans.items(), key=lambda item: (item[0][0] - item[0][1], item[0])):
            whole = wholes.get(span)
            found = breakdown.add(
                [Part(self._name(o), own[o].value if o in own else None) for o in who], whole.value if whole else None
            )
            if found:
                promise = self.components.statuses.of(whole or next(iter(own.values()))).spec
                words = breakdown.sentence(found, record.unit, state_words.WHOLE_TARGET, falling=sense(promise) < 0)
                kind = page_words.ANNUAL_TARGET if span[0] == span[1] else page_words.PLAN_TARGET
                yield SumLine(formatting.years(*span), kind, words)

    def _sums_of_results(self, record: Indicator, who: list[str]) -> Iterable[SumLine]:
        told = {o: self._by_time(record.id, o) for o in who}
        wholes = self._by_time(record.id, None)
        times = sorted({t for own in told.values() for t in own}, key=self._order, reverse=True)
        for time in times:
            results = [own.get(time) for own in told.values()]
            whole = wholes.get(time)
            parts = [Part(self._name(o), r.value if r else None) for o, r in zip(who, results, strict=True)]
            found = breakdown.add(parts, whole.value if whole else None)
            if found:
                firm = all(r.status is Status.FINAL for r in (*results, whole) if r)
                words = breakdown.sentence(found, record.unit, state_words.WHOLE_RESULT)
                yield SumLine(
                    formatting.period(time.period), _kind(time), words + ("" if firm else state_words.NOT_FINAL)
                )

    def _by_time(self, indicator: str, organization: str | None) -> dict[Time, Observation]:
        """The best figure of each time that is clear: of sums, those that say since when."""
        found: dict[Time, Observation] = {}
        for one in sorted(self._own(indicator, organization), key=self._rank):
            if one.value is not None and (one.since_year or one.basis is not Basis.SINCE):
                found[Time(one.period, one.basis, one.since_year or 0)] = one
        return found

    def _own(self, indicator: str, organization: str | None) -> list[Observation]:
        return [o for o in self.index.observations_of.get(indicator, ()) if o.organization == organization]

    def _rank(self, record: Observation) -> tuple[int, str]:
        """A final figure before a flash one before a forecast, then the later document."""
        return RANKS.index(record.status), self.components.statuses.dated(record).issued

    def _order(self, time: Time) -> tuple[object, ...]:
        return (*time_of(time.period), time)

    def _name(self, organization: str) -> str:
        return self.components.organization(organization).title


def _kind(time: Time) -> str:
    """How figures were counted, in words."""
    since = formatting.since(time.since) if time.since else ""
    return f"{page_words.RESULT}（{time.basis}{since}）"
