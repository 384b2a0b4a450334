"""What analysis answers of a record: the same on its page and in lists, and nothing is lost on the way."""

from __future__ import annotations

from collections import Counter

import pytest

from generator.analysis.facts.document import document_facts
from generator.analysis.facts.indicator import indicator_facts, indicator_summary
from generator.analysis.facts.plan import SectionNode, area_statuses, plan_facts
from generator.analysis.facts.section import section_facts
from generator.analysis.facts.task import task_facts
from generator.analysis.facts.unit import unit_facts
from generator.analysis.ledger_index import LedgerIndex, in_role
from generator.analysis.target_status import StatusIndex
from generator.ledger.enums import Role
from generator.ledger.load import load
from tests.conftest import ROOT
from tests.helpers.sites import DISTRICT


@pytest.fixture(scope="module", params=[ROOT / "data", DISTRICT], ids=["real", "district"])
def index(request: pytest.FixtureRequest) -> LedgerIndex:
    """The look-ups of a ledger."""
    return LedgerIndex(load(request.param, ROOT / "datapackage.json"))


@pytest.fixture(scope="module")
def statuses(index: LedgerIndex) -> StatusIndex:
    """Where its targets stand."""
    return StatusIndex(index)


def test_an_indicators_page_and_its_row_agree(index: LedgerIndex, statuses: StatusIndex) -> None:
    """The state, what is disclosed and who leads are one answer, wherever they are shown."""
    for id_ in index.indicators:
        facts, row = indicator_facts(index, statuses, id_), indicator_summary(index, statuses, id_)
        assert (facts.main, facts.disclosed, in_role(facts.duties, Role.LEAD)) == (row.main, row.disclosed, row.leads)
        assert facts.main == statuses.main(id_)
        assert row.targets == [s.target for s in facts.statuses if s.target.organization is None]


def test_an_indicator_has_all_its_figures(index: LedgerIndex, statuses: StatusIndex) -> None:
    """Every target and observation of the ledger is among the facts of its indicator, once."""
    facts = [indicator_facts(index, statuses, id_) for id_ in index.indicators]
    assert Counter(s.target.id for one in facts for s in one.statuses) == Counter(t.id for t in index.ledger.targets)
    assert Counter(o.id for one in facts for o in one.observations) == Counter(o.id for o in index.ledger.observations)


def test_a_target_is_answered_by_one_figure(index: LedgerIndex, statuses: StatusIndex) -> None:
    """A computed figure, or an observation of the indicator itself; none of another indicator, never both."""
    for id_ in index.indicators:
        facts = indicator_facts(index, statuses, id_)
        assert not (facts.computed and facts.answer)
        assert facts.answer is None or facts.answer in facts.observations


def test_a_relation_is_seen_from_both_sides(index: LedgerIndex, statuses: StatusIndex) -> None:
    """Whichever of two related indicators a reader opens, the other is named with the same reason."""
    seen: Counter[tuple[frozenset[str], str, bool]] = Counter()
    for id_ in index.indicators:
        for related in indicator_facts(index, statuses, id_).related:
            seen[frozenset((id_, related.record.id)), related.reason, related.is_subject] += 1
    pairs = Counter((frozenset((r.indicator, r.related)), r.reason) for r in index.ledger.relations)
    assert seen == {(*pair, side): count for pair, count in pairs.items() for side in (True, False)}


def test_a_break_down_has_each_organisation_with_a_figure(index: LedgerIndex, statuses: StatusIndex) -> None:
    """Who has a target or an observation is a part; who is named as without has neither."""
    for id_ in index.indicators:
        records = (*index.targets_of.get(id_, ()), *index.observations_of.get(id_, ()))
        expected = {record.organization for record in records if record.organization}
        breakdown = indicator_facts(index, statuses, id_).breakdown
        assert {part.organization.id for part in breakdown.parts} == expected if breakdown else not expected
        if breakdown:
            assert not {one.id for one in breakdown.without} & {t.organization for t in index.targets_of.get(id_, ())}


def test_tasks_and_units_agree_on_who_leads(index: LedgerIndex, statuses: StatusIndex) -> None:
    """Each assignment is on the side of the task and on the side of the unit."""
    tasks = [task_facts(index, id_) for id_ in index.tasks]
    units = [unit_facts(index, statuses, id_) for id_ in index.organizations]
    by_task = {(a.organization, task.record.id) for task in tasks for a in in_role(task.duties, Role.LEAD)}
    assert by_task == {(unit.record.id, task.id) for unit in units for task in unit.led}
    by_task = {(a.organization, task.record.id) for task in tasks for a in in_role(task.duties, Role.SUPPORT)}
    assert by_task == {(unit.record.id, task.id) for unit in units for task in unit.supported}


def test_tasks_reach_the_members_of_a_collective(index: LedgerIndex, statuses: StatusIndex) -> None:
    """Every task of a collective reaches each of its members, with the collective's role."""
    for id_ in index.organizations:
        reached = {(t.record.id, t.collective.id, t.role) for t in unit_facts(index, statuses, id_).through}
        memberships = [m.collective for m in index.ledger.memberships if m.member == id_]
        assert reached == {
            (a.task, a.organization, a.role) for a in index.ledger.assignments if a.organization in memberships
        }
        assert all(role in Role for _, _, role in reached)


def test_areas_of_a_plan_sum_to_its_own_targets(index: LedgerIndex, statuses: StatusIndex) -> None:
    """Every target of a plan stands in one of its areas or is for an indicator of another plan."""
    for id_ in index.plans:
        facts = plan_facts(index, statuses, id_)
        in_areas = sum(area.rollup.total for area in area_statuses(index, statuses, id_))
        assert in_areas + sum(targets for _, targets in facts.borrowed) == len(facts.statuses)


def test_a_tree_has_every_heading(index: LedgerIndex, statuses: StatusIndex) -> None:
    """A plan's tree has its headings; a heading's facts have what stands right below it."""

    def headings(nodes: list[SectionNode]) -> list[str]:
        return [id_ for node in nodes for id_ in (node.section.id, *headings(node.children))]

    for id_ in index.plans:
        own = [section.id for section in index.ledger.sections if section.plan == id_]
        assert sorted(headings(plan_facts(index, statuses, id_).tree)) == sorted(own)
    for id_ in index.sections:
        facts = section_facts(index, statuses, id_)
        assert facts.tasks == [task for task in index.ledger.tasks if task.section == id_]


def test_a_document_has_everything_that_comes_from_it(index: LedgerIndex) -> None:
    """No record of the ledger is without its document."""
    facts = [document_facts(index, id_) for id_ in index.documents]
    ledger = index.ledger
    for name in ("tasks", "targets", "observations", "reports", "evaluations"):
        assert sum(len(getattr(one, name)) for one in facts) == len(getattr(ledger, name)), name
