"""The chain of a promise in one line: the plan's target, each year, and what is still needed."""

from __future__ import annotations

from typing import NamedTuple

from generator.analysis.promises.chain import PromiseChain, YearStep
from generator.analysis.promises.still_needed import StillNeeded
from generator.analysis.state_explanation import plain
from generator.analysis.target_spec import meets, sense
from generator.analysis.target_status import TargetStatus
from generator.language import formatting, page_words, state_words
from generator.language.document_words import PERCENT
from generator.language.pages import promise_words
from generator.ledger.enums import Measure, State
from generator.ledger.periods import time_of
from generator.ledger.records import Observation
from generator.pages.components.figures import observation_figure, target_figure
from generator.pages.components.promises.needed import amount, span_words, year_runs
from generator.pages.components.references import Source, indicator_ref, source_of
from generator.pages.components.states import css_class
from generator.pages.context import PageContext


class ChainStep(NamedTuple):
    """A step of a chain: when and what, the figure or the word, what a reader must know beside it, where it stands."""

    label: str
    value: str
    notes: tuple[str, ...] = ()
    kind: str = ""
    """Part of a class of the stylesheet: silent, admitted, needed; empty for a plain step."""
    source: Source | None = None


DECIDED = {State.REACHED, State.MISSED, State.ENDED, State.OVERDUE}
"""States after which nothing more is looked for."""


def chain_steps(context: PageContext, chain: PromiseChain) -> tuple[ChainStep, ...]:
    """The steps of an indicator's chain; none where it has no target."""
    main = chain.main
    if main is None:
        return ()
    steps = [_promise(context, chain, main)]
    if chain.base:
        figure = observation_figure(context, chain.base)
        steps.append(ChainStep(promise_words.BASE, figure.text, (figure.period,), source=figure.source))
    elif older := _older(context, chain, main):
        figure = observation_figure(context, older)
        label = promise_words.YEAR_RESULT.format(period=figure.period)
        steps.append(ChainStep(label, figure.text, (page_words.BEFORE_TARGET,), source=figure.source))
    unknown = main.spec.measure is Measure.ANNUAL_GROWTH and main.assessment.total is None
    steps += [_year(context, step, indicator_ref(chain.indicator).path, unknown) for step in chain.years]
    steps.append(_last(chain, main))
    return tuple(steps)


def _older(context: PageContext, chain: PromiseChain, main: TargetStatus) -> Observation | None:
    """The newest figure, where it is from before the target's time and none is of it: it answers nothing."""
    newest = context.index.newest(chain.indicator.id)
    if newest is None or time_of(newest.period)[0] >= main.spec.start or any(step.figure for step in chain.years):
        return None
    return newest


def _promise(context: PageContext, chain: PromiseChain, main: TargetStatus) -> ChainStep:
    figure = target_figure(context, main.target)
    label = promise_words.FIVE_YEAR_TARGET if chain.five_years else figure.kind
    if main.spec.start == main.spec.end:
        label = promise_words.YEAR_TARGET.format(year=formatting.year(main.spec.start))
    return ChainStep(label, figure.text, tuple(filter(None, [_about(chain, main)])), source=figure.source)


def _about(chain: PromiseChain, main: TargetStatus) -> str:
    """What a target of several years is about; of a sum what each year would be on average."""
    spec = main.spec
    if spec.start == spec.end:
        return ""
    if chain.needed:
        return promise_words.PER_YEAR.format(mean=amount(chain, chain.needed.whole_mean))
    words = promise_words.ABOUT_TARGET[spec.measure]
    return words.format(span=span_words(chain), end=_end(main), base=spec.start - 1)


def _end(main: TargetStatus) -> str:
    """2020 年底, 2018 年 9 月底: when its time is over."""
    due = main.target.due
    return formatting.due(due) if due and len(due) > len("2020") else state_words.YEAR_END.format(year=main.spec.end)


def _year(context: PageContext, step: YearStep, own: str, unknown: bool) -> ChainStep:
    """A year; ``own`` is the address of the chain's indicator, ``unknown`` says that its growth is not known."""
    year = formatting.years(step.start, step.end)
    if step.silent:
        return ChainStep(year, promise_words.NOT_DISCLOSED, (promise_words.NO_FIGURE,), "silent")
    targets = [target_figure(context, status.target) for status in step.targets]
    aims = formatting.SEMICOLON.join(figure.text for figure in targets)
    notes = [f"{one.state}{_quoted(one.verdict)}" for one in step.admissions]
    if step.figure:
        figure = observation_figure(context, step.figure)
        if aims:
            notes.insert(0, promise_words.TARGET_OF_YEAR.format(target=aims))
        if step.figure.since_year:
            notes.insert(0, figure.remarks[0])
        if step.more_figures:
            notes.append(promise_words.MORE_FIGURES.format(count=step.more_figures))
        if figure.indicator.path != own and unknown:
            notes.insert(0, promise_words.AMOUNT.format(name=figure.indicator.title, figure=figure.text))
            kind = "admitted" if step.admissions else "silent"
            return ChainStep(figure.period, promise_words.NO_GROWTH, tuple(notes), kind, figure.source)
        if figure.indicator.path != own:
            notes.insert(0, promise_words.LEVEL)
        label = promise_words.YEAR_RESULT.format(period=figure.period)
        return ChainStep(label, figure.text, tuple(notes), "admitted" if step.admissions else "", figure.source)
    if step.admissions:
        if aims:
            notes.insert(0, promise_words.TARGET_OF_YEAR.format(target=aims))
        return ChainStep(
            year, promise_words.ADMITTED, tuple(notes), "admitted", source_of(context, step.admissions[0].source)
        )
    if step.reports:
        report = step.reports[-1]
        return ChainStep(
            formatting.period(report.period), report.state, (report.summary,), "", source_of(context, report)
        )
    return ChainStep(promise_words.YEAR_TARGET.format(year=year), aims, source=targets[0].source)


def _quoted(words: str) -> str:
    return promise_words.QUOTED.format(words=words) if words else ""


def _last(chain: PromiseChain, main: TargetStatus) -> ChainStep:
    """What is still needed; where it is decided, the state."""
    if main.state in DECIDED:
        return ChainStep(promise_words.LAST_STEP["END"], main.state, kind=f"state-{css_class(main.state)}")
    if chain.needed and chain.needed.known is not None:
        return _needed(chain, chain.needed)
    spec = main.spec
    values = {"end": _end(main), "start": spec.start, "base": spec.start - 1}
    lacking, why = promise_words.STILL_LACKING, promise_words.LACKING_WHY
    if spec.start == spec.end:
        lacking, why = lacking | promise_words.STILL_LACKING_OF_YEAR, why | promise_words.LACKING_WHY_OF_YEAR
    note = _gap(main) or why[spec.measure].format(**values)
    if spec.measure is Measure.CUMULATIVE and any(step.figure for step in chain.years):
        note = promise_words.NOT_SUBTRACTED
    return ChainStep(promise_words.LAST_STEP["LOOK"], lacking[spec.measure].format(**values), (note,), "needed")


def _needed(chain: PromiseChain, needed: StillNeeded) -> ChainStep:
    """What a sum still needs."""
    if needed.rest <= 0:
        return ChainStep(promise_words.LAST_STEP["NEEDED"], promise_words.ENOUGH, kind="needed")
    rest = formatting.amount(plain(needed.rest), chain.indicator.unit)
    if needed.mean is None:
        return ChainStep(promise_words.LAST_STEP["SHORT"], rest, kind="needed")
    words = promise_words.NEEDED_ABOUT if len(needed.open) > 1 else promise_words.NEEDED_OF_YEAR
    about = words.format(years=year_runs(needed.open), mean=amount(chain, needed.mean))
    return ChainStep(promise_words.LAST_STEP["NEEDED"], rest, (about,), "needed")


def _gap(main: TargetStatus) -> str:
    """How far the newest level is from its target: a difference, and no forecast."""
    spec, found = main.spec, main.assessment
    if spec.measure is not Measure.LEVEL or spec.value is None or found.total is None or sense(spec) <= 0:
        return ""
    if meets(found.total, spec) or promise_words.UNPLAIN in (spec.unit or ""):
        return ""
    unit = promise_words.POINTS if spec.unit == PERCENT else spec.unit
    gap = formatting.amount(plain(abs(spec.value - found.total)), unit)
    return promise_words.GAP.format(figure=formatting.amount(plain(found.total), spec.unit), gap=gap)
