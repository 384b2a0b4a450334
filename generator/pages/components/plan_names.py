"""Short names of plans, for sentences: “十三五”规划, 2018 年计划."""

from __future__ import annotations

from collections.abc import Mapping

from generator.analysis.promises.chain import is_five_years
from generator.language import formatting
from generator.language.pages import home_words
from generator.ledger.records import Plan


def plan_names(plans: Mapping[str, Plan]) -> dict[str, str]:
    """By id the short name of each plan; of two that would have one name each keeps its title."""
    names = {id_: _name(plan) for id_, plan in plans.items()}
    given = [*names.values()]
    return {id_: name if given.count(name) == 1 else plans[id_].title for id_, name in names.items()}


def plan_time(plan: Plan) -> str:
    """When a plan runs, as people say it: “十三五”, 2018 年, 2022—2024 年."""
    ordinal = _ordinal(plan)
    return home_words.FIVE_YEAR_TIME.format(ordinal=ordinal) if ordinal else _years(plan)


def _name(plan: Plan) -> str:
    if ordinal := _ordinal(plan):
        return home_words.FIVE_YEAR_NAME.format(ordinal=ordinal)
    kind = home_words.KIND_NAMES.get(plan.kind, plan.kind)
    return formatting.spaced(home_words.PLAN_NAME.format(years=_years(plan), kind=kind))


def _years(plan: Plan) -> str:
    return formatting.years(plan.start_year, plan.end_year)


def _ordinal(plan: Plan) -> str:
    """Which five-year plan it is, in Chinese numerals; empty for any other plan."""
    number, rest = divmod(plan.start_year - home_words.FIRST_FIVE_YEARS, 5)
    if rest or not 1 <= number < 100 or not is_five_years(plan, plan.start_year, plan.end_year):
        return ""
    return numeral(number)


def numeral(number: int) -> str:
    """A number below a hundred as people read it: 十三, 二十."""
    tens, ones = divmod(number, 10)
    digits, ten = ("", *home_words.ORDINALS[:9]), home_words.ORDINALS[9] if tens else ""
    return f"{digits[tens] if tens > 1 else ''}{ten}{digits[ones]}"
