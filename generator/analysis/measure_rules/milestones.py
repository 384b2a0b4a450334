"""What is built or won: 建成创建."""

from __future__ import annotations

from generator.analysis.measure_rules.rule_input import RuleInput, nothing_known
from generator.analysis.target_spec import Assessment
from generator.ledger.enums import ReportState, State, Status

DONE = (ReportState.DONE, ReportState.EXCEEDED)
LATE = (ReportState.BEHIND, ReportState.SHORT)
SILENT = (ReportState.NOT_SAID, ReportState.WEAKNESS)
"""States of reports that say not how far a thing is."""


def milestone(known: RuleInput) -> Assessment:
    """What was built or won: the last report that names it decides, or a figure where a figure was promised."""
    target = known.spec.value
    numbers = [(k, k.value) for k in known.own if k.value is not None and k.status is Status.FINAL]
    reached = [k for k, value in numbers if target is not None and value >= target]
    reports = sorted((r for r in known.reports if r.year in known.years), key=lambda r: (r.year, r.month, r.issued))
    last = next((r for r in reversed(reports) if r.state not in SILENT), reports[-1] if reports else None)
    if reached:
        return Assessment(State.REACHED, "built", (reached[-1],))
    if last and last.state in DONE:
        return Assessment(State.REACHED, "reported", report=last)
    if last and last.state in LATE and not known.due:
        return Assessment(State.BEHIND, "reported", report=last)
    if last and last.state in LATE and (last.year, last.month) >= (known.spec.last_day.year, known.spec.last_day.month):
        return Assessment(State.MISSED, "reported", report=last)
    if known.due:
        return Assessment(State.OVERDUE, "overdue", tuple(known.own))
    if last or known.own:
        return Assessment(State.INCOMPLETE, "under-way", tuple(known.own), report=last)
    return nothing_known(known)
