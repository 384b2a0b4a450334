"""What is nested in a task, an indicator, a report or a project: who is responsible, steps, and named places."""

from __future__ import annotations

from generator.language import finding_words
from generator.ledger.contract import SOURCE
from generator.ledger.enums import Role
from generator.ledger.reading.nodes import Mapping, Node, Scalar, Sequence, is_empty
from generator.ledger.reading.rows import Row
from generator.ledger.reading.table_builder import TableBuilder, record_keys

ROLES = {
    "lead": Role.LEAD,
    "support": Role.SUPPORT,
    "participate": Role.PARTICIPANT,
    "guide": Role.GUIDE,
    "assess": Role.ASSESSOR,
}
"""Key of a list of names → the role of the organisations in it, in the order of the assignments."""

ASSIGNMENT_KEYS = (*ROLES, "post")
"""Keys of a record that has assignments; ``post`` stands for all of its leads."""

ASSIGNMENT = record_keys(("name", "printed_role", "post", "scope"))
MILESTONE = record_keys(("id", "due", "text", "state"), "source")


def add_assignments(builder: TableBuilder, record: Mapping, owner: Row, table: str, column: str) -> None:
    """Add the assignments of a task or indicator, role by role.

    Args:
        builder: takes the rows and the findings.
        record: the task or indicator as it is written.
        owner: its row.
        table: the table of the assignments.
        column: the column of that table which names the owner.
    """
    post = _post(builder, record, owner)
    position = 0
    for key, role in ROLES.items():
        node = record.get(key)
        if node is None or is_empty(node):
            continue
        if not isinstance(node, Sequence):
            owner.broken = True
            builder.tables.note("not-a-name-list", node.mark, key=key)
            continue
        for item in node:
            position += 1
            named = _named(builder, item, key)
            if named is None:
                owner.broken = True
            else:
                given = {column: owner["id"], "role": role.value, "position": str(position)}
                if role is Role.LEAD and post:
                    named.cells.setdefault("post", post)
                _add_assignment(builder, named, owner, table, given)


def _post(builder: TableBuilder, record: Mapping, owner: Row) -> str:
    """The post of the leader in charge, which a record may write once for all of its leads."""
    node = record.get("post")
    if node is None or isinstance(node, Scalar):
        return node.text if node else ""
    owner.broken = True
    builder.tables.note("not-a-text", node.mark, key="post")
    return ""


def _named(builder: TableBuilder, item: Node, key: str) -> Row | None:
    """An item of a list of names as a row; None with a finding where it is none."""
    if isinstance(item, Mapping):
        return builder.row(item, ASSIGNMENT)
    if isinstance(item, Scalar):
        return Row({"name": item.text}, {}, item.mark, broken=item.refused)
    builder.tables.note("not-a-name", item.mark, key=key)
    return None


def _add_assignment(builder: TableBuilder, named: Row, owner: Row, table: str, given: dict[str, str]) -> None:
    """Add one assignment; an unknown name is a finding, and the owner is known to miss it."""
    name, mark = named["name"], named.at("name")
    if not name and not named.broken:
        builder.missing("assignments", "printed_name", mark)
    organization = builder.organization(name, mark) if name else None
    if organization is None:
        owner.unresolved = True
        return
    written = ("printed_role", "post", "scope")
    cells = {**given, "organization": organization, "printed_name": name}
    cells |= {column: named[column] for column in written}
    owner_column = next(iter(given))
    marks = {column: named.at(column) for column in written} | {owner_column: owner.mark}
    positions = {column: (at.line - mark.line, at.column) for column, at in marks.items()}
    builder.add(table, Row(cells, positions, mark, frozenset((owner_column, "organization"))))


def add_milestones(builder: TableBuilder, record: Mapping, task: Row) -> None:
    """Add the steps of a task; one without a source of its own has the task's."""
    for number, step in enumerate(builder.records(record.get("milestones"), finding_words.MILESTONES), 1):
        row = builder.row(step, MILESTONE, task=task["id"], position=str(number))
        if step.get("source") is None:
            for column in SOURCE:
                builder.give(row, column, task[column])
        else:
            builder.source(step, row, task["document"])
        builder.own_id(row, task["id"], f"m{number}")
        builder.add("milestones", row)


def add_places(builder: TableBuilder, record: Mapping, owner: Row, table: str) -> None:
    """Add the places that a record names; a name that is not known is a finding."""
    node = record.get("places")
    for item in _scalars(builder, node, "places", "not-a-name"):
        organization = builder.organization(item.text, item.mark) if item.text else None
        if organization is None:
            owner.unresolved = True
        else:
            cells = {"record": owner["id"], "organization": organization}
            builder.add(table, Row(cells, {}, item.mark, frozenset(("record", "organization"))))


def add_ids(builder: TableBuilder, node: Node | None, key: str, table: str, given: dict[str, str], column: str) -> None:
    """Add a row for each id of a list, beside the ``given`` cells."""
    for item in _scalars(builder, node, key, "not-an-id"):
        builder.add(table, Row({**given, column: item.text}, {}, item.mark, frozenset(given)))


def _scalars(builder: TableBuilder, node: Node | None, key: str, code: str) -> list[Scalar]:
    """The texts of a list; what is no list, or no text in it, is a finding (``code`` for an item)."""
    if node is None or is_empty(node):
        return []
    if not isinstance(node, Sequence):
        builder.tables.note("not-a-name-list", node.mark, key=key)
        return []
    for item in node:
        if not isinstance(item, Scalar):
            builder.tables.note(code, item.mark, key=key)
    return [item for item in node if isinstance(item, Scalar)]
