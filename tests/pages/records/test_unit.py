"""Who works with whom, on the page of each unit."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.analysis.facts.unit import partners_of
from generator.analysis.ledger_index import LedgerIndex
from generator.ledger.enums import OrganizationKind, Role
from generator.ledger.load import CheckedLedger, load
from generator.pages.records import unit as module
from generator.pages.records.unit import PartnersView, partners_view
from tests.conftest import ROOT
from tests.helpers.sites import DISTRICT

CONTRACT = ROOT / "datapackage.json"


@pytest.fixture(scope="module")
def district() -> CheckedLedger:
    return load(DISTRICT, CONTRACT)


@pytest.fixture(scope="module")
def real() -> CheckedLedger:
    return load(ROOT / "data", CONTRACT)


def partners(ledger: CheckedLedger, unit: str) -> PartnersView:
    """The partners of a unit on its page."""
    return partners_view(*partners_of(LedgerIndex(ledger), unit))


def rows(view: PartnersView) -> list[tuple[str, int, int, int, int]]:
    lines = (*view.first, *view.others)
    return [(x.ref.title, x.leads, x.supports, x.jointly, x.total) for x in lines]


def test_the_partners_of_a_department(district: CheckedLedger) -> None:
    """The water authority leads four tasks: with whom, who only supports, and the collective it leads one with."""
    assert rows(partners(district, "water")) == [
        ("区林业工作站", 1, 0, 0, 1),
        ("各镇人民政府", 0, 0, 1, 1),
        ("松坞镇", 1, 0, 0, 1),
        ("桐汀街道", 1, 0, 0, 1),
        ("澄溪城投公司", 1, 0, 0, 1),
        ("鹭汀镇", 1, 0, 0, 1),
    ]


def test_the_same_pair_is_told_from_both_sides(district: CheckedLedger) -> None:
    """The youth league supports one task of the livelihood bureau and leads another with it; both pages say so."""
    assert rows(partners(district, "youth-league"))[0] == ("区民生局", 0, 1, 1, 2)
    assert rows(partners(district, "livelihood"))[0] == ("团区委", 1, 0, 1, 2)


def test_those_who_only_support_the_same_task_are_counted_and_not_listed(district: CheckedLedger) -> None:
    """Two towns support one river: neither leads the other, so each page tells how many stand beside it."""
    found = partners(district, "luting")
    assert [r[0] for r in rows(found)] == ["区水务局"]
    assert found.beside == 1


def test_a_collective_is_marked_and_its_members_are_not_partners_through_it(district: CheckedLedger) -> None:
    """The subdistrict leads a task with all towns: the collective is its partner, the towns are not."""
    found = partners(district, "tongting")
    assert [(x.ref.title, x.collective) for x in found.first if x.jointly] == [("各镇人民政府", True)]
    assert {"鹭汀镇", "松坞镇"}.isdisjoint(x.ref.title for x in found.first)


def test_most_shared_tasks_come_first_and_the_rest_is_folded(
    district: CheckedLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By total, then by name; what does not stand open stands folded, in the same order."""
    whole = rows(partners(district, "livelihood"))
    assert whole == sorted(whole, key=lambda r: (-r[4], r[0])) and len(whole) == 3
    monkeypatch.setattr(module, "OPEN", 1)
    folded = partners(district, "livelihood")
    assert len(folded.first) == 1 and rows(folded) == whole


def test_a_pair_has_as_many_shared_tasks_as_the_ledger_says(real: CheckedLedger) -> None:
    """On every unit's page, a partner's counts are those of a plain walk over the tasks, mirrored on its own page."""
    expected: Counter[tuple[str, str, int]] = Counter()
    by_task: dict[str, list[tuple[str, Role]]] = {}
    for duty in real.ledger.assignments:
        by_task.setdefault(duty.task, []).append((duty.organization, duty.role))
    for duties in by_task.values():
        leads, supports = ([unit for unit, role in duties if role is wanted] for wanted in (Role.LEAD, Role.SUPPORT))
        expected.update((a, b, 0) for a in leads for b in supports)
        expected.update((b, a, 1) for a in leads for b in supports)
        expected.update((a, b, 2) for a in leads for b in leads if a != b)
    found: Counter[tuple[str, str, int]] = Counter()
    for unit in real.ledger.organizations:
        view = partners(real, unit.id)
        for line in (*view.first, *view.others):
            partner = line.ref.path.split("/")[1]
            counts = (line.leads, line.supports, line.jointly)
            found.update({(unit.id, partner, kind): n for kind, n in enumerate(counts) if n})
            assert line.total == sum(counts) > 0
            assert line.collective == (LedgerIndex(real).organizations[partner].kind is OrganizationKind.COLLECTIVE)
    assert found == expected


def test_the_page_shows_fifteen_and_folds_the_rest(real_site: Path) -> None:
    """A busy department's page opens with fifteen partners, has the others behind a line that says how many."""
    tree = LexborHTMLParser((real_site / "departments/development-and-reform/index.html").read_text(encoding="utf-8"))
    tables = tree.css("table.pl-partners")
    assert len(tables[0].css("tbody tr")) == 15
    rest = len(tables[1].css("tbody tr"))
    summary = tree.css_first("details.pl-fold > summary")
    assert summary is not None and summary.text() == f"其余 {rest} 个单位"


def test_the_page_says_what_is_not_counted(district_site: Path) -> None:
    """A town reached through a collective reads that this is not counted; a collective partner is tagged."""
    town = (district_site / "towns/luting/index.html").read_text(encoding="utf-8")
    assert "本单位经统称涉及的任务也不计入" in town and "另有 1 个单位只与本单位一同配合" in town
    water = LexborHTMLParser((district_site / "departments/water/index.html").read_text(encoding="utf-8"))
    tagged = [r.text() for r in water.css("table.pl-partners tbody th") if r.css_first(".pl-tag")]
    assert tagged == ["各镇人民政府 统称"]
