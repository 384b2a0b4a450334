"""What became of the promises of a ledger, each answer made once: admissions, clues, chains."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.promises.admissions import Admission, find_admissions
from generator.analysis.promises.chain import PromiseChain, TaskChain, promise_chain, task_chain
from generator.analysis.promises.clues import NO_CLUES, Clues, find_clues, is_silent
from generator.analysis.target_status import StatusIndex, TargetStatus
from generator.ledger.enums import State


class PromiseIndex:
    """Admissions, clues and chains of a ledger."""

    def __init__(self, index: LedgerIndex, statuses: StatusIndex) -> None:
        self._index = index
        self._statuses = statuses
        self._clues: dict[str, Clues] = {}

    @cached_property
    def admissions(self) -> tuple[Admission, ...]:
        """All that documents admit as missed: what is said of indicators first, then the rest, the newest first."""
        return find_admissions(self._index)

    def admissions_of_indicator(self, indicator: str) -> tuple[Admission, ...]:
        """What documents admit of an indicator itself."""
        return self._of_indicators.get(indicator, ())

    def admissions_of_task(self, task: str) -> tuple[Admission, ...]:
        """What documents admit of a task, its milestones and its indicators."""
        return self._of_tasks.get(task, ())

    def clues(self, status: TargetStatus) -> Clues:
        """What bears on a silent target; no clue for any other target."""
        found = self._clues.get(status.id)
        if found is None:
            admitted = frozenset(one.source.id for one in self.admissions_of_indicator(status.target.indicator))
            found = self._clues[status.id] = find_clues(self._index, status, admitted)
        return found

    @cached_property
    def silent(self) -> tuple[TargetStatus, ...]:
        """The targets for the whole place of which nothing is disclosed, in the order of the ledger."""
        targets = self._index.targets_for.get(None, ())
        return tuple(status for target in targets if is_silent(status := self._statuses.of(target)))

    @cached_property
    def with_clues(self) -> tuple[TargetStatus, ...]:
        """Those of them that have a clue."""
        return tuple(status for status in self.silent if self.clues(status).total)

    @cached_property
    def overdue(self) -> tuple[TargetStatus, ...]:
        """The targets for the whole place whose time is over without a figure that says whether they were reached."""
        statuses = (self._statuses.of(target) for target in self._index.targets_for.get(None, ()))
        return tuple(status for status in statuses if status.state is State.OVERDUE)

    def chain(self, indicator: str) -> PromiseChain:
        """What became of the promise of an indicator."""
        main = self._statuses.main(indicator)
        return promise_chain(
            self._index,
            self._statuses.of_indicator(indicator),
            main,
            self._index.indicators[indicator],
            self.admissions_of_indicator(indicator),
            self.clues(main) if main else NO_CLUES,
        )

    def task_chain(self, task: str) -> TaskChain:
        """What became of a task."""
        statuses = self._statuses.of_tasks([task])
        return task_chain(self._index, self._index.tasks[task], statuses, self.admissions_of_task(task))

    @cached_property
    def _of_indicators(self) -> dict[str, tuple[Admission, ...]]:
        return _grouped((indicator.id, one) for one in self.admissions for indicator in one.indicators)

    @cached_property
    def _of_tasks(self) -> dict[str, tuple[Admission, ...]]:
        pairs = [(task.id, one) for one in self.admissions for task in one.tasks]
        pairs += [(i.task, one) for one in self.admissions for i in one.indicators if i.task]
        return _grouped(dict.fromkeys(pairs))


def _grouped(pairs: Iterable[tuple[str, Admission]]) -> dict[str, tuple[Admission, ...]]:
    groups: dict[str, list[Admission]] = {}
    for key, one in pairs:
        groups.setdefault(key, []).append(one)
    return {key: tuple(group) for key, group in groups.items()}
