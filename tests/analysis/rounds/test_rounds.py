"""Whom a round asks, for what, and who has answered."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.round_duties import RoundDuties, in_office, round_duties
from generator.analysis.rounds.round_status import RoundStatus, is_reminded, round_status
from generator.ledger.enums import SubmissionState
from generator.ledger.load import load
from tests.helpers.ledger import ROOT, Edit, edited, write

CONTRACT = ROOT / "datapackage.json"
SUBMISSIONS = "submissions/round-2018.yml"


def index_of(folder: Path, *edits: Edit) -> LedgerIndex:
    """The small ledger after some edits."""
    return LedgerIndex(load(write(folder, edited(*edits)[0]), CONTRACT))


def duties_of(folder: Path, *edits: Edit) -> RoundDuties:
    """What its round asks for."""
    index = index_of(folder, *edits)
    return round_duties(index, index.ledger.rounds[0])


def asked(duties: RoundDuties) -> dict[str, list[str]]:
    """Unit → the ids of what it is asked for, and behind a sign whose figure or share it is."""
    return {
        unit.organization.name: [
            *(f"{one.indicator.id}@{one.measured or ''}" for one in unit.values),
            *(f"{one.task.id}@{one.share or ''}" for one in unit.tasks),
        ]
        for unit in duties.units
    }


def test_leads_answer_and_supports_do_not(tmp_path: Path) -> None:
    """Who leads is asked for figures and progress; a town with a target of its own is asked for its own figure."""
    assert asked(duties_of(tmp_path)) == {
        "区发展局": ["output@", "output-industry@", "planting@", "grow@", "parks@"],
        "区文化局": ["parks@"],
        "听雨镇": ["planting@rain"],
    }


def test_a_successor_is_asked_once_it_is_in_office(tmp_path: Path) -> None:
    """On the day that a round opens the new unit does the work of the old one."""
    later = ("rounds.yml", "opens_on: 2018-07-01", "opens_on: 2018-12-01")
    due = ("rounds.yml", "due_on: 2018-07-15", "due_on: 2018-12-15")
    answer = (SUBMISSIONS, "received_on: 2018-07-10", "received_on: 2018-12-10")
    units = asked(duties_of(tmp_path, later, due, answer))
    assert units["区文旅局"] == ["parks@"]
    assert "区文化局" not in units


def test_members_of_a_collective_answer_each_for_its_own_share(tmp_path: Path) -> None:
    """各镇 is no unit that could answer."""
    units = asked(
        duties_of(tmp_path, ("tasks/five/01-industry.yml", "lead: [区发展局, 区文化局]", "lead: [各镇, 区文化局]"))
    )
    assert units["望星镇"] == ["parks@star"]
    assert "各镇人民政府" not in units


def test_an_open_collective_is_listed_and_asked_of_nobody(tmp_path: Path) -> None:
    """Nobody guesses who the units concerned are."""
    unit = "\n- id: concerned\n  name: 有关单位\n  kind: 统称\n"
    towns = edited()[0]["organizations/towns.yml"] + unit
    lead = ("tasks/five/01-industry.yml", "lead: [区发展局, 区文化局]", "lead: [有关单位, 区文化局]")
    duties = duties_of(tmp_path, ("organizations/towns.yml", towns), lead)
    assert [one.name for one in duties.unasked] == ["有关单位"]
    assert "有关单位" not in asked(duties)


def test_what_nobody_leads_is_listed(tmp_path: Path) -> None:
    """A task of the year without a lead is asked of nobody, and that is said."""
    of_year = ("rounds.yml", "plan: five", "plan: year-2018")
    duties = duties_of(tmp_path, of_year, (SUBMISSIONS, "[]\n"))
    assert asked(duties) == {}
    assert [one.id for one in duties.without_lead] == ["output-2018", "grow-2018"]


@pytest.mark.parametrize(
    "edit",
    [
        (
            "tasks/five/01-industry.yml",
            "  places: [听雨镇]\n",
            "  places: [听雨镇]\n  ended_on: 2018-01-01\n  end_reason: 取消\n",
        ),
        (
            "tasks/five/01-industry.yml",
            "  milestones:\n    - due: 2017-06\n",
            "  start_year: 2019\n  milestones:\n    - due: 2019-06\n",
        ),
    ],
    ids=["ended", "not begun"],
)
def test_only_tasks_that_run_are_asked_for(tmp_path: Path, edit: Edit) -> None:
    """Nobody is asked about what is over or has not begun."""
    assert "parks@" not in asked(duties_of(tmp_path, edit))["区发展局"]


def status_of(folder: Path, on: date, text: str) -> RoundStatus:
    """How the round stands on a day with some answers."""
    index = index_of(folder, (SUBMISSIONS, text))
    return round_status(index, round_duties(index, index.ledger.rounds[0]), on)


def answer(unit: str, day: str, state: str, number: int = 1) -> str:
    """An answer as it stands in the ledger."""
    return f"- {{organization: {unit}, number: {number}, received_on: {day}, state: {state}}}\n"


def test_answers_are_counted_once_and_in_time_by_the_first(tmp_path: Path) -> None:
    """A second answer does not make a unit late, an empty one is none, one in the days of grace is in time."""
    text = (
        answer("区发展局", "2018-07-20", "部分")
        + answer("区发展局", "2018-08-20", "齐", 2)
        + answer("区文化局", "2018-07-10", "空表")
        + answer("望星镇", "2018-07-10", "齐")
    )
    status = status_of(tmp_path, date(2018, 9, 1), text)
    assert (status.expected, status.received, status.on_time) == (3, 1, 1)
    assert status.in_state(SubmissionState.COMPLETE) == 1
    assert status.in_state(SubmissionState.EMPTY) == 1
    assert [one.name for one in status.unexpected] == ["望星镇"]
    late = {unit.duties.organization.name: unit.days_late for unit in status.units}
    assert late == {"区发展局": 0, "区文化局": 43, "听雨镇": 43}


def test_what_came_later_is_not_known_on_a_day(tmp_path: Path) -> None:
    """The state of a day is that of the day, whenever it is looked up."""
    status = status_of(tmp_path, date(2018, 7, 21), answer("区发展局", "2018-07-22", "齐"))
    assert (status.received, status.units[0].state, status.units[0].on_time) == (0, None, None)


def test_reminders() -> None:
    """On the first day, on the seventh, then every thirtieth, and never before."""
    assert [days for days in range(-400, 401) if is_reminded(days)] == [1, 7, *range(30, 401, 30)]


def test_what_took_the_place_of_two_is_asked_once() -> None:
    """Two departments became one, that came of one before."""
    then = date(2018, 1, 1)
    followers = {"a": "bc", "b": "d", "c": "d"}
    rows = {one: [SimpleNamespace(successor=to, on_date=then) for to in tos] for one, tos in followers.items()}
    index: Any = SimpleNamespace(successors_of=rows)
    assert in_office(index, "a", then) == ("d",)
