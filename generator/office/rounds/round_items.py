"""What came in for a round, item by item, and how far each has come: it is derived from git and from the remarks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.round_duties import RoundDuties, round_duties
from generator.history.due_version import PREFIX
from generator.history.git import Repository
from generator.history.releases import ROUND_PREFIX
from generator.language.office.rounds import approval_words as words
from generator.ledger.enums import ItemState, RemarkState
from generator.ledger.load import CheckedLedger
from generator.ledger.office_records import ObservationRemark, Round, TaskRemark
from generator.ledger.reading.rows import Row
from generator.ledger.records import Observation, Organization, Report, Task
from generator.office.ingest.answer_records import report_id
from generator.office.rounds.commits import ledger_at
from generator.office.rounds.round_branch import RoundBranch

Remark = ObservationRemark | TaskRemark
Rows = Mapping[str, Mapping[str, Row]]
"""Table → id → row."""


@dataclass(frozen=True, slots=True)
class RoundItem:
    """A result, or what is told of a task."""

    id: str
    """The id of the result or of the task: by it a remark is written."""
    record: Observation | Report
    unit: Organization
    name: str
    state: ItemState
    remarks: tuple[Remark, ...]
    asked_now: tuple[Remark, ...]
    """Open remarks that hold up the approval: of what is new, or new themselves."""
    is_public: bool
    """Whether the public has it as it is, whatever is asked about it."""

    @property
    def text(self) -> str:
        """The value, or the state and the words."""
        if isinstance(self.record, Observation):
            return self.record.value_text
        return words.TASK_TEXT.format(state=self.record.state, summary=self.record.summary)


@dataclass(frozen=True)
class RoundView:
    """A round as its branch has it."""

    checked: CheckedLedger
    index: LedgerIndex
    record: Round
    duties: RoundDuties
    items: Sequence[RoundItem]

    def in_state(self, state: ItemState) -> list[RoundItem]:
        """The items in a state."""
        return [item for item in self.items if item.state is state]


@dataclass(frozen=True, slots=True)
class Stages:
    """The rows that are approved, and those that are public."""

    approved: Rows = field(default_factory=dict)
    public: Rows = field(default_factory=dict)


def stages_of(branch: RoundBranch, checked: CheckedLedger) -> Stages:
    """What the editor's newest commit has, and the newest one that is tagged as public."""
    public = public_commit(branch.data)
    approved = _keyed(branch, branch.head(), checked)
    return Stages(approved, _keyed(branch, public, checked) if public else {})


def public_commit(data: Path) -> str | None:
    """The newest commit behind the editor's that is tagged as public or as a release; None where there is none."""
    with closing(Repository(data)) as repository:
        tagged = {tag.commit for prefix in (ROUND_PREFIX, PREFIX) for tag in repository.tags(prefix)}
        return next((commit for commit in repository.commit_ids if commit in tagged), None)


def _keyed(branch: RoundBranch, commit: str, checked: CheckedLedger) -> Rows:
    tables = ledger_at(branch.data, commit, checked.contract).tables
    wanted = ("observations", "reports", "observation_remarks", "task_remarks")
    return {table: {row["id"]: row for row in tables.rows[table]} for table in wanted}


def round_view(checked: CheckedLedger, record: Round, stages: Stages) -> RoundView:
    """What came in for a round.

    Args:
        checked: the ledger as the branch has it.
        record: the round.
        stages: what is approved and public.
    """
    index = LedgerIndex(checked)
    duties = round_duties(index, record)
    reader = _Reader(index, record, stages, _Reader.rows_of(checked))
    return RoundView(checked, index, record, duties, [*reader.values(), *reader.reports(duties)])


@dataclass(frozen=True, slots=True)
class _Reader:
    """Makes items of records."""

    index: LedgerIndex
    record: Round
    stages: Stages
    rows: Rows

    @staticmethod
    def rows_of(checked: CheckedLedger) -> Rows:
        """The rows of the tables that have items."""
        tables = ("observations", "reports", "observation_remarks", "task_remarks")
        return {table: {row["id"]: row for row in checked.tables.rows[table]} for table in tables}

    def values(self) -> Iterator[RoundItem]:
        """The results that were reported for the round; of a revised one the newest."""
        index = self.index
        for one in index.observations_of_document.get(self.record.document, ()):
            if one.period != self.record.period or not one.reported_by or one.id in index.revision_of:
                continue
            name = index.indicators[one.indicator].name
            if one.organization:
                name = words.VALUE_NAME.format(name=name, whose=index.organizations[one.organization].name)
            unit = index.organizations[one.reported_by]
            yield self._item(one.id, one, unit, name, index.remarks_of_observation.get(one.id, ()))

    def reports(self, duties: RoundDuties) -> Iterator[RoundItem]:
        """What was told of tasks."""
        told: dict[str, tuple[Task, Organization]] = {
            report_id(self.record, owed.task.id, unit.organization.id): (owed.task, unit.organization)
            for unit in duties.units
            for owed in unit.tasks
        }
        for one in self.index.reports_of_document.get(self.record.document, ()):
            if one.id in told:
                task, unit = told[one.id]
                remarks = [r for r in self.index.remarks_of_task.get(task.id, ()) if self._is_about(r, unit)]
                yield self._item(task.id, one, unit, task.title, remarks)

    def _is_about(self, remark: TaskRemark, unit: Organization) -> bool:
        return remark.organization in (None, unit.id) and remark.on >= self.record.opens_on

    def _item(
        self, id_: str, record: Observation | Report, unit: Organization, name: str, remarks: Sequence[Remark]
    ) -> RoundItem:
        table = "observations" if isinstance(record, Observation) else "reports"
        remark_table = "observation_remarks" if table == "observations" else "task_remarks"
        approved = self._same(self.stages.approved, table, record.id)
        open_ = [remark for remark in remarks if remark.state is RemarkState.OPEN]
        asked = [r for r in open_ if not approved or not self._same(self.stages.approved, remark_table, r.id)]
        public = self._same(self.stages.public, table, record.id)
        if open_:
            state = ItemState.RETURNED
        elif public:
            state = ItemState.PUBLIC
        else:
            state = ItemState.APPROVED if approved else ItemState.WAITING
        return RoundItem(id_, record, unit, name, state, tuple(remarks), tuple(asked), public)

    def _same(self, rows: Rows, table: str, id_: str) -> bool:
        """Whether a state of the ledger has a record as it is now."""
        there = rows.get(table, {}).get(id_)
        return there is not None and there.cells == self.rows[table][id_].cells
