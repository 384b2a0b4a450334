"""Forms are filled by chance and come back: the ledger then holds exactly these answers, and nothing twice."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.ledger_index import LedgerIndex
from generator.language.office.rounds.form_words import NO_CHANGE, TASKS, VALUES
from generator.ledger.load import load
from generator.office.ingest.collecting.collect import collect, write_collection
from generator.office.ingest.collecting.received_files import ReceivedFile
from tests.helpers.endurance import examples
from tests.helpers.filled_forms import CONTRACT, DISTRICT, empty_forms, filled, opened
from tests.helpers.sites import snapshot

ON = date(2023, 10, 13)
FACTOR = st.decimals(Decimal("1.01"), Decimal("1.2"), places=2)
WORDS = st.text(st.sampled_from("办好了一件事 :#-'\"@%{}[]<>&=1，。"), min_size=2, max_size=30)
STATES = ("推进中", "完成", "超额完成", NO_CHANGE)


def _last(row: tuple[Any, ...]) -> Decimal | None:
    """The last result of a row of indicators, without its unit."""
    digits = "".join(sign for sign in str(row[7] or "") if sign.isdigit() or sign == ".")
    return Decimal(digits) if digits else None


@st.composite
def _answers(draw: st.DrawFn) -> dict[str, tuple[dict[int, dict[str, object]], dict[int, dict[str, object]]]]:
    """Unit → its answers to indicators and to tasks, each of them or none."""
    found = {}
    for unit, content in empty_forms().items():
        book = opened(content)
        values: dict[int, dict[str, object]] = {}
        tasks: dict[int, dict[str, object]] = {}
        for number, row in enumerate(book[VALUES].iter_rows(min_row=4, values_only=True), 1):
            last = _last(row)
            if last and draw(st.booleans()):
                figure = f"{last * draw(FACTOR):.3f}"
                remark = draw(WORDS).strip(" -") or "说明"
                values[number] = {"完成值": figure, "说明": f"原因：{remark}"}
        for number, _ in enumerate(book[TASKS].iter_rows(min_row=4), 1):
            if draw(st.booleans()):
                tasks[number] = {"状态": draw(st.sampled_from(STATES)), "进展": f"进展：{draw(WORDS)}"}
        found[unit] = (values, tasks)
    return found


@examples(2)
@given(answers=_answers())
def test_what_is_filled_in_is_what_the_ledger_holds(answers: dict[str, Any]) -> None:
    """Each answer that was taken stands in the ledger as it was typed; all that stands there new is an answer."""
    with tempfile.TemporaryDirectory() as place:
        data = Path(shutil.copytree(DISTRICT, Path(place) / "data"))
        received = [ReceivedFile(f"{unit}.xlsx", filled(unit, *both)) for unit, both in answers.items()]
        taken = _collect(data, received)
        checked, index = load(data, CONTRACT), LedgerIndex(load(DISTRICT, CONTRACT))
        ledger, reports = checked.ledger, checked.tables.rows["reports"]
        known = {one.id: one.name for one in index.ledger.organizations}
        new = [one for one in ledger.observations if one.reported_on == ON]
        assert len(new) == taken
        typed = {unit: {row["完成值"] for row in values.values()} for unit, (values, _) in answers.items()}
        for one in new:
            assert one.value_text in typed[known[str(one.reported_by)]]
            assert one.value == Decimal(one.value_text)
        words = sorted(
            " ".join(str(row["进展"]).split())
            for _, tasks in answers.values()
            for row in tasks.values()
            if row["状态"] != NO_CHANGE
        )
        before = {one.id for one in index.ledger.reports}
        assert sorted(row["summary"] for row in reports if row["id"] not in before) == words
        assert len([one for one in ledger.submissions if one.received_on == ON]) == len(answers)
        after = snapshot(data)
        assert _collect(data, received) == 0
        assert snapshot(data) == after


def _collect(data: Path, received: list[ReceivedFile]) -> int:
    """Collect files; returns how many figures were taken."""
    checked = load(data, CONTRACT)
    collection = collect(LedgerIndex(checked), checked, received, ON)
    assert not [finding for result in collection.results for finding in result.findings if finding.blocks]
    write_collection(data, collection)
    return sum(result.values for result in collection.results)
