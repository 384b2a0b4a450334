"""The sentence that the page of an indicator begins with: what is known, held against what was promised."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.facts.indicator import levels_of_growth
from generator.analysis.promises.chain import PromiseChain, YearStep
from generator.analysis.promises.still_needed import StillNeeded
from generator.analysis.state_explanation import plain, rounded
from generator.analysis.target_spec import sense
from generator.analysis.target_states import IN_WORDS
from generator.analysis.target_status import TargetStatus
from generator.language import formatting
from generator.language.pages import promise_words
from generator.ledger.enums import Basis, Measure, State
from generator.ledger.periods import time_of
from generator.ledger.records import Observation
from generator.pages.components.figures import observation_figure, target_text
from generator.pages.components.promises.needed import amount, span_words
from generator.pages.components.states import status_view
from generator.pages.context import PageContext


def lead_sentence(context: PageContext, chain: PromiseChain) -> str:
    """One sentence; empty for an indicator without a target."""
    main = chain.main
    if main is None:
        return ""
    needed = chain.needed
    if needed and needed.mean is not None and (needed.known is not None or needed.annual):
        parts = [*_of_sum(chain, needed)] + ([_silent(chain, main)] if needed.known is None else [])
        return formatting.sentence(promise_words.SEMICOLON.join(parts) + _clues(chain))
    if levels := levels_of_growth(context.index, main) if main.assessment.total is None else []:
        return formatting.sentence(promise_words.SEMICOLON.join([promise_words.NO_GROWTH, *_amounts(context, levels)]))
    if not main.disclosed and promise_words.UNPLAIN in (main.spec.unit or ""):
        printed = (main.target.qualifier or "") + main.target.value_text.removeprefix(main.target.qualifier or "")
        return formatting.sentence(promise_words.AS_PRINTED.format(text=printed) + _clues(chain))
    if not main.disclosed and main.state in (State.NO_DATA, State.QUALITATIVE):
        parts = [_silent(chain, main), *_annual_targets(context, chain)]
        return formatting.sentence(promise_words.SEMICOLON.join(parts) + _clues(chain))
    return formatting.sentence(status_view(context, main).sentence.removesuffix(formatting.FULL_STOP) + _clues(chain))


def _of_sum(chain: PromiseChain, needed: StillNeeded) -> Iterator[str]:
    """What was done beside the mean of all years, and what annual targets are beside the mean that is left."""
    assert chain.main is not None, "a sum is that of a target"
    figures = [step for step in chain.years if step.figure]
    several = chain.main.spec.start < chain.main.spec.end
    if several and len(figures) == 1 and _is_of_year(figures[0]):
        yield _year_done(chain, needed, figures[0])
    elif needed.known is not None:
        share = f"{plain(rounded(needed.known * 100 / needed.target, 1))}%"
        yield promise_words.DONE_SO_FAR.format(amount=amount(chain, needed.known), share=share)
    for one in needed.annual:
        left = promise_words.YEAR_AIM if len(needed.open) > 1 else promise_words.YEAR_AIM_LAST
        words = promise_words.YEAR_AIM_AND_MEAN if needed.known is None else left
        yield words.format(
            year=formatting.year(one.year),
            amount=formatting.among_chinese(formatting.amount(plain(one.value), chain.indicator.unit)).rstrip(),
            compared=promise_words.COMPARED[one.compared],
            count=len(needed.open),
            span=span_words(chain),
            mean=amount(chain, needed.mean),
        )
    if not needed.annual and needed.known is not None and len(needed.open) > 1:
        yield promise_words.MEAN_LEFT.format(count=len(needed.open), mean=amount(chain, needed.mean))


def _is_of_year(step: YearStep) -> bool:
    """Whether the figure of a step is a whole year's own number."""
    figure = step.figure
    return figure is not None and figure.basis is Basis.YEAR and figure.value is not None and time_of(figure.period)[2]


def _year_done(chain: PromiseChain, needed: StillNeeded, step: YearStep) -> str:
    assert step.figure is not None and step.figure.value is not None, "only years with a number come here"
    value = step.figure.value
    return promise_words.DONE_IN_YEAR.format(
        year=formatting.period(step.figure.period),
        amount=formatting.amount(plain(value), chain.indicator.unit),
        compared=promise_words.COMPARED[(value > needed.whole_mean) - (value < needed.whole_mean)],
        span=span_words(chain),
        mean=amount(chain, needed.whole_mean),
    )


def _silent(chain: PromiseChain, main: TargetStatus) -> str:
    spec = main.spec
    words = promise_words.SILENT[spec.measure]
    if spec.measure not in IN_WORDS and spec.start == spec.end:
        words = promise_words.SILENT_YEAR
    elif spec.measure is Measure.LEVEL and spec.value is not None and sense(spec) < 0:
        words = promise_words.SILENT_CEILING
    return words.format(goal=_goal(chain, main), year=formatting.year(spec.start))


def _goal(chain: PromiseChain, main: TargetStatus) -> str:
    """五年合计 14.6 万人, 五年年均 ≥ 10%, 目标 ≥ 110 个, 目标每年 10 件."""
    names = promise_words.GOAL_NAMES if main.spec.start < main.spec.end else {}
    name = names.get(main.spec.measure, promise_words.GOAL_NAME).format(span=span_words(chain))
    return name + formatting.among_chinese(formatting.sign_in_words(target_text(main.target, main.spec)))


def _annual_targets(context: PageContext, chain: PromiseChain) -> Iterator[str]:
    if chain.main is None or chain.main.spec.measure in IN_WORDS:
        return
    for step in chain.years:
        for status in step.targets:
            text = formatting.sign_in_words(target_text(status.target, context.statuses.spec(status.target)))
            aim = formatting.among_chinese(text).rstrip()
            yield promise_words.YEAR_AIM_ALONE.format(year=formatting.year(step.start), amount=aim)


def _amounts(context: PageContext, levels: list[Observation]) -> Iterator[str]:
    for figure in (observation_figure(context, level) for level in levels):
        name = f"{figure.period}{figure.indicator.title}"
        yield promise_words.AMOUNT.format(name=name, figure=figure.text)


def _clues(chain: PromiseChain) -> str:
    return promise_words.CLUES_OF.format(count=chain.clues.total) if chain.clues.total else ""
