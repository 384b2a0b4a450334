"""Readers of the files in which the office keeps its own work: rounds, answers, remarks, acknowledged values."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from generator.ledger.reading.nodes import Node
from generator.ledger.reading.table_builder import TableBuilder


def read_table(builder: TableBuilder, node: Node, *, table: str) -> None:
    """A file whose records are the rows of one table, with nothing nested in them."""
    for record in builder.records(node, builder.contract.tables[table].title):
        builder.add(table, builder.row(record, builder.keys(table)))


def read_submissions(builder: TableBuilder, node: Node, round_: str) -> None:
    """The answers of the units to one round."""
    builder.known_folder("rounds", round_, node)
    keys = builder.keys("submissions", without=("round",))
    for record in builder.records(node, builder.contract.tables["submissions"].title):
        row = builder.row(record, keys, round=round_)
        builder.organization_cell(row)
        builder.add("submissions", row)


def read_remarks(builder: TableBuilder, node: Node, *, table: str) -> None:
    """Remarks of one kind; each may be meant for a unit."""
    for record in builder.records(node, builder.contract.tables[table].title):
        row = builder.row(record, builder.keys(table))
        builder.organization_cell(row)
        builder.add(table, row)


OFFICE_READERS: tuple[tuple[str, Callable[..., None]], ...] = (
    ("rounds", partial(read_table, table="rounds")),
    ("submissions/*", read_submissions),
    ("remarks/observations", partial(read_remarks, table="observation_remarks")),
    ("remarks/tasks", partial(read_remarks, table="task_remarks")),
    ("acknowledged", partial(read_table, table="acknowledged")),
    ("feedback", partial(read_table, table="feedback")),
)
"""Which function reads which files."""
