"""A unit answers again: what is approved stays with its correction beside it, and open remarks get their answers."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

import pytest

from generator.analysis.ledger_index import LedgerIndex
from generator.ledger.load import load
from generator.ledger.office_records import ObservationRemark, TaskRemark
from generator.office.ingest.collecting.collect import collect, write_collection
from generator.office.ingest.collecting.received_files import ReceivedFile
from tests.helpers.filled_forms import CONTRACT, Answers, copied_ledger, filled

RIVER = "river-length-2023-q3-luting-since-2021"
"""The id of the town's result."""
REPORT: Answers = {1: {"状态": "推进中", "进展": "连通两条河道"}}


@pytest.fixture(name="data")
def _data(tmp_path: Path) -> Path:
    """A ledger that has the first answer of the town: 9.5."""
    data = copied_ledger(tmp_path)
    answer(data, "9.5")
    return data


def answer(
    data: Path, value: str, said: str = "", approved: Collection[str] = (), tasks: Answers | None = None
) -> None:
    """The town's form comes back and is written."""
    form = filled("鹭汀镇", {1: {"完成值": value, "说明": said}} if value else {}, tasks)
    checked = load(data, CONTRACT)
    received = [ReceivedFile("form.xlsx", form)]
    collection = collect(LedgerIndex(checked), checked, received, date(2023, 10, 14), approved=frozenset(approved))
    assert collection.results[0].taken, collection.results[0].findings
    write_collection(data, collection)


def results(data: Path) -> list[tuple[str, str, str, str]]:
    """Id, value, what it corrects, and the note of each result of the town."""
    return [
        (one.id, str(one.value), one.revises or "", one.note or "")
        for one in load(data, CONTRACT).ledger.observations
        if one.id.startswith(RIVER)
    ]


def test_what_is_approved_stays_and_its_corrections_stand_beside_it(data: Path) -> None:
    """Each correction names the one before it; until it is approved another answer takes its place."""
    answer(data, "10.5", "漏了一段", approved=[RIVER])
    first, second = results(data)
    assert first == (RIVER, "9.5", "", "")
    assert second[:3] == (f"{RIVER}-r1", "10.5", RIVER) and "漏了一段" in second[3]
    answer(data, "10.6", approved=[RIVER])
    assert [one[:3] for one in results(data)] == [first[:3], (f"{RIVER}-r1", "10.6", RIVER)]
    assert "没有写明原因" in results(data)[1][3]
    answer(data, "10.9", "又验收一段", approved=[RIVER, f"{RIVER}-r1"])
    assert [one[:3] for one in results(data)][2:] == [(f"{RIVER}-r2", "10.9", f"{RIVER}-r1")]


def test_an_approved_value_again_is_no_correction(data: Path) -> None:
    """Nothing is written twice."""
    answer(data, "9.5", "没有变", approved=[RIVER])
    assert [one[1] for one in results(data)] == ["9.5"]


REMARKS = f"""
- {{id: whose, observation: {RIVER}, organization: 鹭汀镇, on: 2023-10-12, state: 未决, text: 依据是什么？}}
- {{id: anyone, observation: {RIVER}, on: 2023-10-12, state: 未决, text: 谁能说明？}}
- {{id: others, observation: {RIVER}, organization: 松坞镇, on: 2023-10-12, state: 未决, text: 松坞镇怎么看？}}
- {{id: standing, observation: {RIVER}, on: 2023-10-12, state: 长期, text: 只计验收的}}
"""


def answers(data: Path) -> dict[str, str]:
    """Remark → its answer, those of the fixture left out."""
    ledger = load(data, CONTRACT).ledger
    remarks: list[ObservationRemark | TaskRemark] = [*ledger.observation_remarks, *ledger.task_remarks]
    own = ("whose", "anyone", "others", "standing", "early", "late")
    return {one.id: one.answer or "" for one in remarks if one.id in own}


@pytest.mark.parametrize(
    ("value", "said", "told"),
    [("9.5", "有验收单", "有验收单"), ("9.6", "", "9.6"), ("9.5", "", "")],
    ids=["words to the same value", "another value", "the same again"],
)
def test_open_remarks_are_answered_by_whom_they_ask(value: str, said: str, told: str, data: Path) -> None:
    """By another value, or by words to the same one; what others are asked and what stands for ever stays."""
    file = data / "remarks/observations.yml"
    file.write_text(file.read_text(encoding="utf-8") + REMARKS, encoding="utf-8")
    answer(data, value, said, tasks=REPORT)
    found = answers(data)
    assert found["others"] == found["standing"] == ""
    assert (found["whose"] == found["anyone"] == "") is not bool(told)
    assert told in found["whose"] and found["whose"] == found["anyone"]


def test_a_report_answers_remarks_of_its_round(data: Path) -> None:
    """Those from the day on which the round was opened; older ones were about another report."""
    answer(data, "", tasks=REPORT)
    ledger = load(data, CONTRACT).ledger
    (report,) = [one.id for one in ledger.reports if one.summary == "连通两条河道"]
    (task,) = [one.task for one in ledger.report_tasks if one.report == report]
    file = data / "remarks/tasks.yml"
    lines = "".join(
        f"\n- {{id: {id_}, task: {task}, organization: 鹭汀镇, on: {on}, state: 未决, text: 进度如何？}}\n"
        for id_, on in (("early", "2023-09-24"), ("late", "2023-09-25"))
    )
    file.write_text(file.read_text(encoding="utf-8") + lines, encoding="utf-8")
    answer(data, "", tasks={1: {"状态": "完成", "进展": "都连通了"}})
    assert answers(data)["early"] == "" and "完成" in answers(data)["late"]
