"""The rule of each measure."""

from __future__ import annotations

from collections.abc import Callable

from generator.analysis.measure_rules.growth import growth
from generator.analysis.measure_rules.levels import change, level
from generator.analysis.measure_rules.milestones import milestone
from generator.analysis.measure_rules.rule_input import RuleInput
from generator.analysis.measure_rules.sums import cumulative
from generator.analysis.measure_rules.years import yearly
from generator.analysis.target_spec import Assessment
from generator.ledger.enums import Measure, State


def qualitative(known: RuleInput) -> Assessment:
    """Words have no arithmetic."""
    return Assessment(State.QUALITATIVE, "qualitative", tuple(known.own))


RULES: dict[Measure, Callable[[RuleInput], Assessment]] = {
    Measure.LEVEL: level,
    Measure.CUMULATIVE: cumulative,
    Measure.ANNUAL_GROWTH: growth,
    Measure.ANNUAL: yearly,
    Measure.CHANGE: change,
    Measure.MILESTONE: milestone,
    Measure.QUALITATIVE: qualitative,
}
