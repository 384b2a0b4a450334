"""The figures that an indicator's page begins with: what was promised, and what answers it."""

from __future__ import annotations

from generator.analysis import state_explanation
from generator.analysis.target_status import TargetStatus, time_of
from generator.language import formatting, page_words
from generator.ledger.enums import Basis, Measure, Status
from generator.ledger.records import Observation
from generator.pages.components.builder import ComponentBuilder
from generator.pages.components.views import Headline


def headlines(components: ComponentBuilder, indicator: str) -> tuple[Headline, ...]:
    """The plan's target for the whole place, then the figure that decides where it stands, else the newest."""
    main = components.statuses.main(indicator)
    found = []
    if main:
        target = components.target(main.target)
        found.append(Headline(target.period, target.kind, "", target.text))
    answer = (_computed(main) if main else None) or _told(components, indicator, main)
    return (*found, answer) if answer else tuple(found)


def _computed(main: TargetStatus) -> Headline | None:
    """What the assessment computed of several figures, where that is what is held against the target."""
    assessment, spec = main.assessment, main.spec
    if assessment.total is None or not assessment.used:
        return None
    first, last = assessment.used[0], assessment.used[-1]
    if spec.measure is Measure.CUMULATIVE and len(assessment.used) > 1:
        start = first.since if first.basis is Basis.SINCE and first.since else first.year
        words = page_words.SUM_OF_KNOWN_RESULTS if assessment.missing else page_words.SUM_OF_RESULTS
        return _of(words, start, last.year, state_explanation.plain(assessment.total), spec.unit)
    if spec.measure is Measure.ANNUAL_GROWTH and (assessment.base or len(assessment.used) > 1):
        return _of(page_words.MEAN_GROWTH, spec.start, last.year, state_explanation.short(assessment.total), spec.unit)
    return None


def _of(words: tuple[str, str, str], start: int, end: int, number: str, unit: str | None) -> Headline:
    before, word, after = words
    return Headline(f"{formatting.years(start, end)}{before}", word, after, formatting.amount(number, unit))


def _told(components: ComponentBuilder, indicator: str, main: TargetStatus | None) -> Headline | None:
    """The figure as a document gives it: the last that the assessment rests on, else the newest."""
    record = _deciding(components, indicator, main) or components.index.newest(indicator)
    if record is None:
        return None
    figure = components.result(record)
    remarks = [figure.remarks[0]] if record.basis is Basis.SINCE else []
    remarks += [str(record.status)] if record.status is not Status.FINAL else []
    if not remarks and main and time_of(record.period)[0] < main.spec.start:
        remarks = [page_words.BEFORE_TARGET]
    after = page_words.QUALIFIED.format(remarks=formatting.AND.join(remarks)) if remarks else ""
    return Headline(figure.period, figure.kind, after, figure.text)


def _deciding(components: ComponentBuilder, indicator: str, main: TargetStatus | None) -> Observation | None:
    """The record behind the last figure of a assessment."""
    if main is None or not main.assessment.used:
        return None
    id_ = main.assessment.used[-1].issued.rpartition(" ")[2]
    return next((o for o in components.index.observations_of.get(indicator, ()) if o.id == id_), None)
