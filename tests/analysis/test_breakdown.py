"""Parts add up to the whole, where they can be added at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.breakdown import Part, add, agreement, asked_of_parts, obstacle, sentence
from generator.language import state_words
from generator.ledger.enums import Comparator, Direction, Measure, OrganizationKind
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "methods.md").read_text(encoding="utf-8")
GOAL = re.compile(r"(?P<value>[\d.]+|没有给出) ?(?P<unit>\S+)")
TOWN, OFFICE, ALL = OrganizationKind.TOWN, OrganizationKind.DEPARTMENT, OrganizationKind.COLLECTIVE

numbers = st.decimals(-9999, 9999, places=2)
parts = st.lists(
    st.builds(Part, st.text("甲乙丙丁", min_size=1, max_size=4), st.none() | numbers), unique_by=lambda p: p.name
)


def examples() -> Iterator[list[str]]:
    """The rows of the table in the section of the break-down."""
    section = PAGE.partition("\n## 分解 {")[2].partition("\n## ")[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("|")][2:]
    yield from ([cell.strip() for cell in row] for row in rows)


@pytest.mark.parametrize("example", list(examples()), ids=lambda e: "/".join(e[:3]))
def test_example(example: list[str]) -> None:
    """Measure, whole and parts on the page of methods give the printed arithmetic, or the printed reason."""
    measure, direction, goal, told, words = example
    wanted = GOAL.fullmatch(goal)
    assert wanted, goal
    whole = Decimal(wanted["value"]) if wanted["value"][0].isdigit() else None
    pairs = [one.partition(":") for one in told.split("; ")]
    own = [Part(name, Decimal(value) if value.strip() else None) for name, _, value in pairs]
    found = add(own, whole)
    assert found
    falling = Direction(direction) is Direction.LOWER
    printed = obstacle(Measure(measure), wanted["unit"], {TOWN}) or sentence(
        found, wanted["unit"], state_words.WHOLE_TARGET.format(whole="整个地区"), falling=falling
    )
    assert printed == words


def test_the_page_has_examples_of_sums_and_of_what_is_no_sum() -> None:
    """The rule is shown from both sides, a missing part included."""
    words = [row[-1] for row in examples()]
    assert all(any(sign in w for w in words) for sign in ("差", "多", "少", "相等", "缺", "不能相加", "没有给出"))


SHORT = [Part("甲镇", Decimal("7.5")), Part("乙镇", Decimal("4.5"))]
GIVEN = [*SHORT, Part("丙镇", None)]
ROUNDED = [Part("甲镇", Decimal("3.4")), Part("乙镇", Decimal("6.7"))]


@pytest.mark.parametrize(
    ("own", "whole", "comparator", "falling", "complete", "word"),
    [
        (SHORT, "12", "=", False, True, "相符"),
        (SHORT, "11", "=", False, True, "对不上"),
        (SHORT, "11", "≤", True, True, "对不上"),
        (SHORT, "11", "≥", False, True, "相符"),
        (SHORT, "14", "≥", False, True, "不足"),
        (SHORT, "14", "≥", False, False, "未能核对"),
        (SHORT, "14", "≤", True, True, "相符"),
        (GIVEN, "14", "≥", False, True, "未能核对"),
        (GIVEN, "11", "≤", True, True, "对不上"),
        (SHORT, None, None, False, True, "未能核对"),
        (ROUNDED, "10.0", "=", False, True, "相符"),
        (ROUNDED, "9.0", "=", False, True, "对不上"),
    ],
)
def test_parts_agree_with_the_whole_by_what_it_asks_for(
    own: list[Part], whole: str | None, comparator: str | None, falling: bool, complete: bool, word: str
) -> None:
    """More than a bound allows is a contradiction; less than is wanted falls short where all are known."""
    summed = add(own, Decimal(whole) if whole else None)
    asked = Comparator(comparator) if comparator else None
    assert summed
    assert agreement(summed, "公里", asked, falling=falling, complete=complete) == word


def test_a_level_that_is_wanted_may_be_more_than_its_number() -> None:
    """Beds: 12 in the towns where 11 are wanted are fine; planted trees are what was shared out."""
    plain = Comparator.PLAIN
    assert asked_of_parts(Measure.LEVEL, plain, falling=False) is Comparator.AT_LEAST
    assert asked_of_parts(Measure.LEVEL, plain, falling=True) is plain
    assert asked_of_parts(Measure.CUMULATIVE, plain, falling=False) is plain


@given(parts, st.none() | numbers, st.data())
def test_order_does_not_matter(own: list[Part], whole: Decimal | None, data: st.DataObject) -> None:
    """However the parts are ordered, total, gap and those missing are the same."""
    one, two = add(own, whole), add(data.draw(st.permutations(own)), whole)
    assert (one is None) == (two is None)
    if one and two:
        assert (one.total, one.gap, sorted(one.missing)) == (two.total, two.gap, sorted(two.missing))


@given(parts, numbers, st.integers(-4, 4))
def test_a_larger_unit_makes_smaller_numbers_and_nothing_else(own: list[Part], whole: Decimal, places: int) -> None:
    """Parts and whole in another unit have their total and their gap in that unit."""
    scaled = [p._replace(value=p.value.scaleb(places) if p.value is not None else None) for p in own]
    one, two = add(own, whole), add(scaled, whole.scaleb(places))
    assert (one is None) == (two is None)
    if one and two:
        assert one.gap is not None and two.gap is not None
        assert (one.total.scaleb(places), one.gap.scaleb(places)) == (two.total, two.gap)
        assert one.missing == two.missing


@given(parts, numbers)
def test_every_part_is_added_or_named(own: list[Part], whole: Decimal) -> None:
    """No part gets lost: it is added or named as missing, and sum and gap are the whole."""
    found = add(own, whole)
    if found is None:
        assert all(p.value is None for p in own)
        return
    assert sorted([p.name for p in found.parts] + list(found.missing)) == sorted(p.name for p in own)
    assert found.gap is not None and found.total + found.gap == whole
    words = sentence(found, "个", "全区")
    assert all(p.name in words for p in own)
    assert ("缺" in words) == bool(found.missing)


@pytest.mark.parametrize("unit", ["%", "‰", "个百分点", "倍", "元/人", "微克/立方米", "件每万人", "岁", None])
@pytest.mark.parametrize("measure", Measure)
def test_shares_and_means_are_never_added(measure: Measure, unit: str | None) -> None:
    """No measure of such a unit, and no figure without a unit, is added up."""
    assert obstacle(measure, unit, {TOWN})


@pytest.mark.parametrize("measure", Measure)
def test_only_three_measures_are_added(measure: Measure) -> None:
    """A sum, a figure of each year and a stock have parts; a growth, a change, a milestone and words have none."""
    added = not obstacle(measure, "万人", {TOWN, OrganizationKind.SUBDISTRICT, OrganizationKind.ZONE})
    assert added == (measure in (Measure.CUMULATIVE, Measure.ANNUAL, Measure.LEVEL))


@pytest.mark.parametrize("kinds", [{TOWN, ALL}, {ALL}, {TOWN, OFFICE}])
def test_what_may_be_counted_twice_is_not_added(kinds: set[OrganizationKind]) -> None:
    """A collective beside its members, a department beside towns: the reason is told instead of a sum."""
    assert obstacle(Measure.CUMULATIVE, "个", kinds)


def test_departments_by_themselves_are_added() -> None:
    """What is shared out among departments alone has a sum."""
    assert obstacle(Measure.CUMULATIVE, "个", {OFFICE, OrganizationKind.COMPANY}) == ""


def test_digits_are_kept() -> None:
    """The sum has the digits of its parts, as documents print them."""
    found = add([Part("甲镇", Decimal("7.50")), Part("乙镇", Decimal("4.5"))], Decimal("12"))
    assert (
        found
        and sentence(found, "万人", "全区")
        == "甲镇 7.50 万人 ＋ 乙镇 4.5 万人 ＝ 各单位合计 12.00 万人；全区 12 万人，相等。"
    )
