"""The page of a plan: its documents, where its targets stand, its headings, its evaluations."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.analysis.facts.plan import plan_facts
from generator.ledger.load import CheckedLedger, load
from generator.pages.components.plan_sections import Branch
from generator.pages.overviews.lists.plans import plans_view
from generator.pages.records.plan import PlanView, plan_view
from tests.conftest import ROOT
from tests.helpers.pages import context_of
from tests.helpers.sites import DISTRICT

CONTRACT = ROOT / "datapackage.json"


@pytest.fixture(scope="module")
def district() -> CheckedLedger:
    return load(DISTRICT, CONTRACT)


@pytest.fixture(scope="module")
def real() -> CheckedLedger:
    return load(ROOT / "data", CONTRACT)


def views(checked: CheckedLedger) -> dict[str, PlanView]:
    context = context_of(checked)
    facts = (plan_facts(context.index, context.statuses, plan.id) for plan in checked.ledger.plans)
    return {one.record.id: plan_view(context, one) for one in facts}


def states(branch: Branch) -> dict[str, int]:
    return {t.state: t.targets for t in branch.tallies}


def test_a_plan_knows_its_years_documents_and_family(district: CheckedLedger) -> None:
    """The five-year plan rests on one document, is evaluated by another, and has annual and other plans below it."""
    five = views(district)["plan-2021-2025"]
    assert five.years == "2021—2025 年" and five.parent is None
    assert [(d.ref.path.split("/")[1], d.basis, d.validity) for d in five.documents] == [
        ("chengxi-145-task-assignment-2021", True, "有效"),
        ("chengxi-145-midterm-review-2023", False, "未标注"),
    ]
    assert [(c.ref.path, c.document is None) for c in five.children] == [
        ("plans/plan-2022/", True),
        ("plans/plan-2023/", False),
        ("plans/key-work-2023/", False),
        ("plans/livelihood-2023/", False),
        ("plans/appraisal-2023/", False),
        ("plans/water-network/", True),
        ("plans/clean-water/", True),
    ]


def test_a_plan_tells_its_evaluations(district: CheckedLedger) -> None:
    """Both evaluations, the earlier first, with who made them and whether from outside."""
    found = views(district)["plan-2021-2025"].evaluations
    assert [(e.ref.title, e.third_party) for e in found] == [
        ("2022 年年度监测", False),
        ("2023 年中期评估", True),
    ]


def test_a_withdrawn_document_is_said(district: CheckedLedger, real: CheckedLedger) -> None:
    """An annual plan whose document has expired says so, with the reason."""
    for view in (views(district)["plan-2023"], views(real)["plan-2018"]):
        assert [(d.withdrawn, d.validity, bool(d.reason)) for d in view.documents] == [(True, "失效", True)]


@pytest.mark.parametrize("of", ["district", "real"])
def test_headings_sum_to_the_plan(of: str, request: pytest.FixtureRequest) -> None:
    """Tasks, indicators and states of the highest headings sum to the plan's, but for targets of other plans."""
    checked: CheckedLedger = request.getfixturevalue(of)
    for id_, view in views(checked).items():
        assert view.tasks == sum(t.plan == id_ for t in checked.ledger.tasks)
        assert view.indicators == sum(i.plan == id_ for i in checked.ledger.indicators)
        below: Counter[str] = Counter()
        for branch in view.branches:
            below.update(states(branch))
        total = view.rollup.total if view.rollup else 0
        assert below.total() + sum(n for _, n in view.borrowed) == total
        if view.rollup and not view.borrowed:
            assert below == {t.state: t.targets for t in view.rollup.tallies}


def test_targets_for_indicators_of_another_plan_are_told_apart(real: CheckedLedger) -> None:
    """The annual plan sets five targets for indicators of the five-year plan: under no heading of its own."""
    view = views(real)["plan-2018"]
    assert [(ref.path, n) for ref, n in view.borrowed] == [("plans/plan-2016-2020/", 5)]
    assert view.rollup is not None and (view.rollup.total, view.rollup.disclosed) == (37, 0)


@pytest.mark.parametrize("of", ["district", "real"])
def test_the_list_of_plans_says_what_their_pages_say(of: str, request: pytest.FixtureRequest) -> None:
    """Tasks, indicators, targets and the plan above are the same in the list and on the plan's page."""
    checked: CheckedLedger = request.getfixturevalue(of)
    rows, of_id = plans_view(context_of(checked)), views(checked)
    assert {row.plan.ref.path for row in rows} == {f"plans/{id_}/" for id_ in of_id}
    for row in rows:
        view = of_id[row.plan.ref.path.split("/")[1]]
        total = view.rollup.total if view.rollup else 0
        numbers = (row.tasks, row.indicators, row.targets)
        assert numbers == (view.tasks, view.indicators, total)
        assert row.parent == (view.parent.ref if view.parent else None)
        assert row.plan.years == view.years


def test_a_plan_without_text_says_so(real_site: Path, district_site: Path) -> None:
    """The plan whose document was not available says it in the first place; the others do not."""
    without = {real_site: {"plan-2017"}, district_site: {"plan-2022", "water-network", "clean-water"}}
    for site, ids in without.items():
        pages = {p.parent.name: p.read_text(encoding="utf-8") for p in (site / "plans").glob("*/index.html")}
        assert {id_ for id_, html in pages.items() if "没有收到这份计划的文本，只有" in html} == ids


def test_headings_are_a_nested_list(real_site: Path) -> None:
    """The tree has as many entries as the plan has headings, each with a link; one without records has no numbers."""
    tree = LexborHTMLParser((real_site / "plans/plan-2016-2020/index.html").read_text(encoding="utf-8"))
    entries = tree.css("ul.pl-tree li")
    assert len(entries) == sum(s.plan == "plan-2016-2020" for s in load(ROOT / "data", CONTRACT).ledger.sections)
    assert all(e.css_first("a") is not None for e in entries)
    numbers = {about.text() for about in tree.css("ul.pl-tree .pl-about")}
    assert numbers and not any(re.search(r" 0\b", words) for words in numbers), "nothing is not counted"
    silent = [text for e in entries if not e.css(".pl-about") for text in [e.text().strip()]]
    assert "（一）明确政府职责" in silent and len(silent) < len(entries) / 2
    assert tree.css_first("ul.pl-tree ul.pl-tree ul.pl-tree li") is not None


def test_plans_are_reached_from_home_and_headings(real_site: Path) -> None:
    """The title of each plan on home and on the list of headings leads to its page."""
    for path, root in {"": "", "sections/": "../", "plans/": "../"}.items():
        tree = LexborHTMLParser((real_site / path / "index.html").read_text(encoding="utf-8"))
        for id_ in ("plan-2016-2020", "plan-2017", "plan-2018"):
            assert tree.css_first(f'article a[href="{root}plans/{id_}/"]') is not None, (path, id_)


@pytest.mark.parametrize("place", ["district", "real"])
def test_a_plan_opens_with_numbers_that_add_up(request: pytest.FixtureRequest, place: str) -> None:
    """Told, untold and ended targets are all targets; what is overdue and what has clues is among the untold."""
    for view in views(request.getfixturevalue(place)).values():
        if answer := view.answer:
            assert view.rollup and answer.targets == view.rollup.total
            assert answer.disclosed + answer.silent + answer.ended == answer.targets
            assert max(answer.overdue, answer.clues) <= answer.silent
        else:
            assert view.rollup is None


def test_a_plan_says_what_documents_admit_of_it(real: CheckedLedger) -> None:
    """The admissions about its own indicators and tasks, each once, with the way to them."""
    context = context_of(real)
    answer = views(real)["plan-2016-2020"].answer
    assert answer
    missed = [i.id for one in context.promises.admissions for i in one.indicators if i.plan == "plan-2016-2020"]
    assert "gdp-growth" in missed and answer.admitted >= len({*missed})
