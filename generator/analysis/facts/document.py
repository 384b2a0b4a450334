"""Everything that the ledger takes from a document."""

from __future__ import annotations

from typing import NamedTuple

from generator.analysis.ledger_index import WITHDRAWN, LedgerIndex
from generator.ledger.records import Document, Evaluation, Observation, Plan, Report, Target, Task


class DocumentFacts(NamedTuple):
    """Everything that the ledger takes from a document."""

    record: Document
    withdrawn: bool
    """Whether it is no longer valid."""
    plans: list[Plan]
    tasks: list[Task]
    targets: list[Target]
    observations: list[Observation]
    reports: list[Report]
    evaluations: list[Evaluation]


def document_facts(index: LedgerIndex, id_: str) -> DocumentFacts:
    """Everything that the ledger takes from a document."""
    record = index.documents[id_]
    return DocumentFacts(
        record=record,
        withdrawn=record.validity in WITHDRAWN,
        plans=index.plans_of_document.get(id_, []),
        tasks=index.tasks_of_document.get(id_, []),
        targets=index.targets_of_document.get(id_, []),
        observations=index.observations_of_document.get(id_, []),
        reports=index.reports_of_document.get(id_, []),
        evaluations=index.evaluations_in.get(id_, []),
    )
