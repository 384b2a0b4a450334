"""Whom a request goes to: the organ that made the information, its successor, or nobody that the ledger knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.analysis.facts.request import (
    elsewhere_named,
    leading,
    organ_for,
    request_of_indicator,
    request_of_unit,
    request_without_unit,
    wanted_targets,
)
from generator.analysis.target_status import StatusIndex
from generator.ledger.enums import State
from generator.pages.context import PageContext
from tests.analysis.small_ledger import DISCLOSURE, GOAL, index_of
from tests.conftest import ROOT
from tests.helpers.pages import context_of
from tests.helpers.sites import DISTRICT

OWN_SUM = """\
  - indicator: planting
    period: 2017
    since_year: 2016
    value: 5
    value_text: 5万株
    basis: 累计
    status: 预计
    source: {locator: 二-2}
"""

ORGANS = {
    "development-and-reform": "development-and-reform",
    "luting": "luting",
    "tongting": "tongting",
    "industrial-park": "industrial-park",
    "tax": "tax",
    "city-water": "city-water",
    "water": "water-and-ecology",
    "river-station": "water-and-ecology",
    "publicity": None,
    "youth-league": None,
    "city-investment": None,
    "all-towns": None,
    "culture-house": None,
}
"""Unit of the made-up district → the organ that answers for it."""


@pytest.fixture(scope="module")
def district() -> PageContext:
    return context_of(DISTRICT)


@pytest.fixture(scope="module")
def city() -> PageContext:
    return context_of(ROOT / "tests/samples/beiwan/data")


@pytest.mark.parametrize("unit", ORGANS)
def test_the_organ_that_answers(district: PageContext, unit: str) -> None:
    """Government, towns and branches of higher organs answer themselves; what was dissolved, its successor; an
    institution the organ above it; party, league, company and collective nobody here.
    """
    organ = organ_for(district.index, unit)
    assert (organ.id if organ else None) == ORGANS[unit]


def test_a_company_is_no_organ_whatever_it_is_counted_among(city: PageContext) -> None:
    """A branch of the state's grid stands among the vertical units, and takes no requests."""
    assert organ_for(city.index, "power-company") is None
    assert organ_for(city.index, "tax") is not None


def test_a_request_asks_for_what_is_not_disclosed(district: PageContext) -> None:
    """Of each unit exactly the targets that its page counts as without an answer; an answered one is not asked for."""
    for id_ in leading(district.index):
        facts = request_of_unit(district.index, district.statuses, id_)
        assert all(one.status.wanting != bool(one.years) for one in facts.wanted)
        assert len({one.status.id for one in facts.wanted}) == len(facts.wanted)
    asked = {
        one.status.id for one in request_of_unit(district.index, district.statuses, "water").wanted if not one.years
    }
    assert len(asked) == 1


def test_every_undisclosed_target_is_in_a_request() -> None:
    """Of all targets of the real ledger and of the samples none is left out."""
    for folder in ("data", *(f"tests/samples/{name}/data" for name in ("beiwan", "qingshi", "yuntan", "two-plans"))):
        context = context_of(ROOT / folder)
        index, statuses = context.index, context.statuses
        requests = [request_of_unit(index, statuses, id_) for id_ in leading(index)]
        asked = {one.status.id for facts in (*requests, request_without_unit(index, statuses)) for one in facts.wanted}
        found = map(statuses.of, index.ledger.targets)
        assert asked == {s.id for s in found if s.wanting or (s.state == State.INCOMPLETE and s.assessment.missing)}


def test_the_years_that_are_missing_are_asked_for() -> None:
    """Of the new jobs of five years only those of 2016 are not disclosed: they alone are asked for."""
    context = context_of(ROOT / "data")
    facts = request_of_unit(context.index, context.statuses, "human-resources")
    years = {one.status.id: one.years for one in facts.wanted}
    assert years["new-jobs-2016-2020"] == (2016,)
    assert set(years.values()) == {(), (2016,)}


def test_other_leads_that_are_organs_may_be_asked_too() -> None:
    """The indicator of several leads goes to the first organ among them; the others stand by their number."""
    context = context_of(ROOT / "data")
    index = context.index
    facts = request_of_unit(index, context.statuses, "commerce")
    assert facts.organ is not None
    assert facts.organ.id == "commerce"
    assert [(other.id, count) for other, count in facts.others] == [
        ("industry-and-information", 4),
        ("investment-promotion", 2),
    ]
    shared = next(one.indicator for one in facts.wanted if len(one.leads) > 1)
    alone = request_of_indicator(index, context.statuses, shared)
    assert len(alone.others) == 1
    assert {one.indicator.id for one in alone.wanted} == {shared.id}


@pytest.mark.parametrize(
    ("assigns", "elsewhere"),
    [("", [False, True]), ("  assigns: 不指派\n", [False, True]), ("  assigns: 全部牵头\n", [False, False])],
)
def test_a_document_that_names_nobody_leaves_it_to_the_plan(
    assigns: str, elsewhere: list[bool], tmp_path: Path
) -> None:
    """A request says of such targets that only the plan says who leads; the plan's own target needs no such words."""
    index = index_of(
        tmp_path,
        ("documents.yml", "  published_on: 2018-02-01\n", f"  published_on: 2018-02-01\n{assigns}"),
        (DISCLOSURE, "targets:\n", f"targets:\n  - {{{GOAL}, value: 3, value_text: 3万株}}\n"),
        (DISCLOSURE, OWN_SUM, ""),
    )
    wanted = wanted_targets(index, StatusIndex(index), [index.indicators["planting"]])
    whole = sorted((one for one in wanted if not one.status.target.organization), key=lambda one: one.status.spec.start)
    assert [elsewhere_named(index, one) for one in whole] == elsewhere
