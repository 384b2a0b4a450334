"""What a sum still needs, in words and as arithmetic that a reader can do again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.analysis.promises.chain import PromiseChain
from generator.analysis.promises.still_needed import StillNeeded
from generator.analysis.state_explanation import plain, short
from generator.language import formatting
from generator.language.pages import promise_words
from generator.ledger.enums import Measure
from generator.pages.context import PageContext


class SumRow(NamedTuple):
    """A step of the arithmetic: what is computed, and how."""

    words: str
    formula: str


class Arithmetic(NamedTuple):
    """What is still needed, step by step, and what a reader must know beside it."""

    rows: tuple[SumRow, ...]
    caveats: tuple[str, ...]


def arithmetic(_: PageContext, chain: PromiseChain) -> Arithmetic | None:
    """How what is still needed is computed; None where nothing is known or nothing is left."""
    needed = chain.needed
    if needed is None or needed.known is None or needed.mean is None:
        return None
    return Arithmetic(tuple(_rows(chain, needed)), (*_caveats(chain, needed), promise_words.ARITHMETIC))


def span_words(chain: PromiseChain) -> str:
    """五年, 3 年, 全年: how long the target runs; only that of a five-year plan is called 五年."""
    if chain.five_years or chain.main is None:
        return promise_words.FIVE_YEARS
    count = chain.main.spec.end - chain.main.spec.start + 1
    return promise_words.SPAN.format(count=count) if count > 1 else promise_words.ONE_YEAR


def year_runs(years: Iterable[int]) -> str:
    """2016 年和 2018—2020 年."""
    runs: list[list[int]] = []
    for year in years:
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    words = [formatting.years(run[0], run[-1]) for run in runs]
    return formatting.AND.join(words[:-1]) + promise_words.AND_YEARS + words[-1] if len(words) > 1 else "".join(words)


def amount(chain: PromiseChain, value: Decimal | None) -> str:
    """A computed value in the unit of the indicator, to two places at most."""
    return formatting.amount(short(value) if value is not None else "", chain.indicator.unit)


def _rows(chain: PromiseChain, needed: StillNeeded) -> Iterator[SumRow]:
    equals, minus, divided = promise_words.EQUALS, promise_words.MINUS, promise_words.DIVIDED
    target, known, rest = plain(needed.target), plain(needed.known or Decimal()), plain(needed.rest)
    whole = promise_words.GOAL_NAMES[Measure.CUMULATIVE].format(span=span_words(chain))
    name = promise_words.KNOWN_SUBTRACTED.format(target=whole)
    yield SumRow(name, f"{target}{minus}{known}{equals}{formatting.amount(rest, chain.indicator.unit)}")
    count = len(needed.open)
    if count > 1:
        words = promise_words.DEALT_OUT.format(count=count)
        yield SumRow(words, f"{rest}{divided}{count}{equals}{amount(chain, needed.mean)}")
    left = count - len(needed.annual)
    if needed.mean_after is not None and needed.mean_after > 0 and left:
        taken = minus.join(plain(one.value) for one in needed.annual)
        words = promise_words.AFTER_ANNUAL if left > 1 else promise_words.AFTER_ANNUAL_ONE
        dealt = f"({rest}{minus}{taken}){divided}{left}" if left > 1 else f"{rest}{minus}{taken}"
        name = words.format(years=year_runs(one.year for one in needed.annual), count=left)
        yield SumRow(name, f"{dealt}{equals}{amount(chain, needed.mean_after)}")


def _caveats(chain: PromiseChain, needed: StillNeeded) -> Iterator[str]:
    words = promise_words.CAVEATS
    silent = [year for year in needed.silent if year not in needed.begun]
    if silent:
        yield words["silent"].format(years=year_runs(silent))
    if needed.begun:
        yield words["begun" if len(needed.open) > 1 else "part"].format(years=year_runs(needed.begun))
    for one in needed.annual:
        value = formatting.amount(plain(one.value), chain.indicator.unit)
        yield words["annual"].format(years=formatting.year(one.year), amount=formatting.among_chinese(value))
    if needed.estimated:
        yield words["estimated"]
    if any(step.figure and step.figure.qualifier for step in chain.years):
        yield words["about"]
    if needed.bound:
        yield words["bound"]
