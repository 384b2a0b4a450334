"""Where the targets of a plan stand, area by area: the rows beside which bars are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from generator.analysis import state_explanation
from generator.analysis.target_status import Rollup, Tally, TargetStatus, rollup
from generator.ledger.enums import Nature, State
from generator.pages.components.builder import ComponentBuilder
from generator.pages.components.views import AreaLine, AreasView, Ref, RollupLine

Plain = tuple[str, str, str, int, tuple[tuple[str, int], ...]]
"""The heading above an area, its title, its path, how many of its targets are disclosed, and all of them by state."""


def areas(components: ComponentBuilder, plan: str, natures: Iterable[tuple[str, list[TargetStatus]]] = ()) -> AreasView:
    """The view of a plan."""
    rows = area_rows(components, plan)
    own = [("", title, None, components.rollup(statuss)) for title, statuss in natures if statuss]
    by_area = [(*row[:3], components.tallied(counted(row))) for row in rows if row[4]]
    return AreasView(
        natures=_scaled(own),
        areas=_scaled(by_area),
        silent=tuple(Ref(title, path) for _, title, path, _, told in rows if not told),
        elsewhere=len(components.index.promises(plan)) - sum(one[3].total for one in by_area),
    )


def _scaled(rows: Sequence[tuple[str, str, str | None, RollupLine]]) -> tuple[AreaLine, ...]:
    """Lines whose bars are to be compared; the heading above stands at the first area below it."""
    most, found, before = max((row[3].total for row in rows), default=0), [], ""
    for above, title, path, total in rows:
        scale = state_explanation.short(Decimal(100 * most) / total.total)
        ref = Ref(title, path) if path else None
        found.append(AreaLine(above if above != before else "", ref, title, total, scale))
        before = above
    return tuple(found)


def counted(row: Plain) -> Rollup:
    """The targets of an area by state."""
    tallies = tuple(Tally(State(state), targets) for state, targets in row[4])
    return Rollup(sum(tally.targets for tally in tallies), row[3], tallies)


def area_rows(components: ComponentBuilder, plan: str) -> list[Plain]:
    """A plan's areas that have targets or indicators, in the order of its document.

    By the areas of the plan's own indicators; targets that it sets for another plan's stand under that one's."""
    index, found = components.index, dict[str, list[TargetStatus]]()
    for status in components.statuses.of_plan(plan):
        area = index.area(index.indicators[status.target.indicator].section)
        found.setdefault(area.id, []).append(status)
    rows = []
    for top in index.subsections.get(None, ()):
        if top.plan != plan:
            continue
        below = index.subsections.get(top.id, ())
        for section in (top, *below):
            sum_ = rollup(found.get(section.id, ()))
            if sum_.total or section is not top or not below:
                ref, above = components.section(section), components.section(top).title if section is not top else ""
                states = tuple((str(tally.state), tally.targets) for tally in sum_.tallies)
                rows.append((above, ref.title, ref.path, sum_.disclosed, states))
    return rows


def by_nature(standings: list[TargetStatus]) -> list[tuple[str, list[TargetStatus]]]:
    """Targets by the nature of their indicators, in the order of natures."""
    return [(str(nature), [s for s in standings if s.nature is nature]) for nature in Nature]
