"""The sentence that the page of an indicator begins with: what is known, held against what was promised."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.promises.chain import PromiseChain, YearStep
from generator.analysis.promises.still_needed import StillNeeded
from generator.analysis.state_explanation import plain, rounded
from generator.analysis.target_status import TargetStatus
from generator.language import formatting
from generator.language.pages import promise_words
from generator.ledger.enums import Basis, State
from generator.pages.components.figures import target_text
from generator.pages.components.promises.needed import amount, span_words
from generator.pages.components.states import status_view
from generator.pages.context import PageContext


def lead_sentence(context: PageContext, chain: PromiseChain) -> str:
    """One sentence; empty for an indicator without a target."""
    main = chain.main
    if main is None:
        return ""
    if chain.needed and chain.needed.mean is not None and main.state is not State.ENDED:
        parts = [*_of_sum(chain, chain.needed)]
        if not any(step.figure for step in chain.years):
            parts.append(_silent(chain, main))
        return promise_words.SEMICOLON.join(parts) + _clues(chain) + promise_words.STOP
    if not main.disclosed and main.state in (State.NO_DATA, State.QUALITATIVE):
        parts = [_silent(chain, main), *_annual_targets(context, chain)]
        return promise_words.SEMICOLON.join(parts) + _clues(chain) + promise_words.STOP
    return status_view(context, main).sentence.removesuffix(promise_words.STOP) + _clues(chain) + promise_words.STOP


def _of_sum(chain: PromiseChain, needed: StillNeeded) -> Iterator[str]:
    """What was done beside the mean of all years, and what annual targets are beside the mean that is left."""
    single = [step for step in chain.years if step.figure and step.figure.basis is Basis.YEAR and step.figure.value]
    several = chain.main is not None and chain.main.spec.start < chain.main.spec.end
    figures = [step for step in chain.years if step.figure]
    if several and len(figures) == len(single) == 1:
        yield _year_done(chain, needed, single[0])
    elif needed.known is not None:
        share = f"{plain(rounded(needed.known * 100 / needed.target, 1))}%"
        yield promise_words.DONE_SO_FAR.format(amount=amount(chain, needed.known), share=share)
    others = len(needed.open) - 1
    for one in needed.annual if several else ():
        words = promise_words.YEAR_AIM_AND_MEAN if needed.known is None else promise_words.YEAR_AIM
        yield words.format(
            year=formatting.year(one.year),
            amount=formatting.amount(plain(one.value), chain.indicator.unit),
            compared=promise_words.COMPARED[one.compared],
            count=others + 1,
            span=span_words(chain),
            mean=amount(chain, needed.mean),
        )


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
    return promise_words.SILENT[main.spec.measure].format(goal=_goal(chain, main))


def _goal(chain: PromiseChain, main: TargetStatus) -> str:
    """五年合计 14.6 万人, 五年年均 ≥ 10%, 目标 ≥ 110 个: behind a Chinese word a sign stands apart."""
    names = promise_words.GOAL_NAMES if main.spec.start < main.spec.end else {}
    name = names.get(main.spec.measure, promise_words.GOAL_NAME).format(span=span_words(chain))
    text = target_text(main.target, main.spec)
    return name + (text if formatting.is_chinese(text[:1]) else f" {text} ")


def _annual_targets(context: PageContext, chain: PromiseChain) -> Iterator[str]:
    for step in chain.years:
        for status in step.targets:
            text = target_text(status.target, context.statuses.spec(status.target))
            yield promise_words.YEAR_AIM_ALONE.format(year=formatting.year(step.start), amount=text)


def _clues(chain: PromiseChain) -> str:
    return promise_words.CLUES_OF.format(count=chain.clues.total) if chain.clues.total else ""
