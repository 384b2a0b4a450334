"""One function for each kind of file: which records it holds, what is nested in them, and what they take from around.

The shape of data/ is known here alone: which file feeds which table, what a record takes from the folder (plan), from
the file's name (document) and from the order (position).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from generator.language import finding_words, page_words
from generator.ledger.contract import SOURCE
from generator.ledger.enums import Role, Status
from generator.ledger.reading.findings import Mark
from generator.ledger.reading.nodes import Mapping, Node, Scalar, Sequence, is_empty
from generator.ledger.reading.rows import Exclusion, Row
from generator.ledger.reading.table_builder import TableBuilder, record_keys
from generator.support.suggestions import closest_match

MEMBER = record_keys(("member",), "source")
SUCCESSOR = record_keys(("successor", "on_date", "document"))
SECTION = record_keys(("id", "number", "title"), "sections")
CONTINUATION = record_keys(("task", "reason"))
ASSIGNMENT = record_keys(("name", "scope"))
RELATION = record_keys(("related", "relation", "reason"))
EXCLUSION = record_keys(("number", "passage", "fingerprint", "reason", "note"))


def read_site(builder: TableBuilder, node: Node) -> None:
    """The settings of the site, which :mod:`site_settings` reads."""
    builder.tables.site = node


def read_table(builder: TableBuilder, node: Node, *, table: str) -> None:
    """A file whose records are the rows of one table, with nothing nested in them."""
    for record in builder.records(node, builder.contract.tables[table].title):
        builder.add(table, builder.row(record, builder.keys(table)))


def read_organizations(builder: TableBuilder, node: Node, _file: str) -> None:
    """Organisations, and the names by which other files mean them."""
    keys = builder.keys("organizations", "members", "successors")
    for record in builder.records(node, page_words.UNIT):
        row = builder.row(record, keys)
        builder.add("organizations", row)
        names = (row["id"], row["name"], row["full_name"], *row["aliases"].split("、"))
        for name in filter(None, dict.fromkeys(names)):
            other = builder.tables.names.setdefault(name, row["id"])
            if other != row["id"]:
                builder.tables.note("name-twice", row.at("name"), name=name, other=other)


def read_organization_links(builder: TableBuilder, node: Node, _file: str) -> None:
    """Members and successors of organisations: read when every name is known."""
    for record in builder.records(node, page_words.UNIT) if isinstance(node, Sequence) else ():
        id_node = record.get("id")
        id_ = id_node.text if isinstance(id_node, Scalar) else ""
        for member in builder.records(record.get("members"), finding_words.MEMBERS):
            row = builder.row(member, MEMBER, collective=id_)
            builder.source(member, row, "")
            _add_link(builder, row, "memberships", "member")
        for successor in builder.records(record.get("successors"), finding_words.SUCCESSORS):
            row = builder.row(successor, SUCCESSOR, organization=id_)
            _add_link(builder, row, "successions", "successor")


def _add_link(builder: TableBuilder, row: Row, table: str, column: str) -> None:
    """Add a row with a column that names an organisation, by its id."""
    if row[column]:
        if (id_ := builder.organization(row[column], row.at(column))) is not None:
            builder.give(row, column, id_)
            builder.add(table, row)
    elif not row.broken:
        builder.missing(table, column, row.at(column))


def read_sections(builder: TableBuilder, node: Node, plan: str) -> None:
    """The headings of a plan, nested as in its document."""
    builder.known_folder("plans", plan, node)
    _section_level(builder, node, plan, "")


def _section_level(builder: TableBuilder, node: Node, plan: str, parent: str) -> None:
    for record in builder.records(node, page_words.SECTION):
        row = builder.row(record, SECTION, plan=plan, parent=parent)
        row.cells["position"] = builder.position("sections", f"{plan}/{parent}")
        builder.add("sections", row)
        if (sections := record.get("sections")) is not None:
            _section_level(builder, sections, plan, row["id"])


def read_tasks(builder: TableBuilder, node: Node, plan: str, _file: str) -> None:
    """Tasks of a plan with who is responsible, and the tasks that they continue."""
    builder.known_folder("plans", plan, node)
    document = builder.plan_cell(plan, "document")
    keys = builder.keys("tasks", "lead", "support", "continues", "source", without=("plan", "position", *SOURCE))
    for record in builder.records(node, page_words.TASK):
        row = builder.row(record, keys, plan=plan)
        row.cells["position"] = builder.position("tasks", plan)
        builder.source(record, row, document)
        builder.section_of_task[row["id"]] = row["section"]
        builder.add("tasks", row)
        leads = _assignments(builder, record, "lead", Role.LEAD, row, 0)
        _assignments(builder, record, "support", Role.SUPPORT, row, leads)
        for continuation in builder.records(record.get("continues"), finding_words.CONTINUATIONS):
            builder.add("continuations", _continuation(builder, continuation, row["id"]))


def _continuation(builder: TableBuilder, record: Mapping, task: str) -> Row:
    """Which task another continues; the key ``task`` names the other one."""
    row = builder.row(record, CONTINUATION)
    row.cells["continues"] = row["task"]
    if "task" in row.positions:
        row.positions = {**row.positions, "continues": row.positions["task"]}
    builder.give(row, "task", task)
    return row


def _assignments(builder: TableBuilder, record: Mapping, key: str, role: Role, task: Row, position: int) -> int:
    """Add the assignments of one role; an item is the printed name, or has ``name`` and ``scope``.

    Returns the position of the last one.
    """
    node = record.get(key)
    if node is None or is_empty(node):
        return position
    if not isinstance(node, Sequence):
        task.broken = True
        builder.tables.note("not-a-name-list", node.mark, key=key)
        return position
    for item in node:
        position += 1
        if isinstance(item, Mapping):
            named = builder.row(item, ASSIGNMENT)
        elif isinstance(item, Scalar):
            named = Row({"name": item.text}, {}, item.mark, broken=item.refused)
        else:
            task.broken = True
            builder.tables.note("not-a-name", item.mark, key=key)
            continue
        name, mark = named["name"], named.at("name")
        if not name and not named.broken:
            builder.missing("assignments", "printed_name", mark)
        organization = builder.organization(name, mark) if name else None
        if organization is None:
            task.unresolved = True
            continue
        cells = {"task": task["id"], "organization": organization, "role": role.value, "position": str(position)}
        cells |= {"printed_name": name, "scope": named["scope"]}
        marks = {"scope": named.at("scope"), "task": task.mark}
        positions = {column: (at.line - mark.line, at.column) for column, at in marks.items()}
        builder.add("assignments", Row(cells, positions, mark, frozenset(("task", "organization"))))
    return position


def read_indicators(builder: TableBuilder, node: Node, plan: str, _file: str) -> None:
    """Indicators of a plan with their target in the plan and their relations."""
    builder.known_folder("plans", plan, node)
    document = builder.plan_cell(plan, "document")
    years = {column: builder.plan_cell(plan, column) for column in ("start_year", "end_year")}
    keys = builder.keys("indicators", "target", "relations", without=("plan", "position"))
    for record in builder.records(node, page_words.INDICATOR):
        row = builder.row(record, keys, plan=plan)
        row.cells["position"] = builder.position("indicators", plan)
        if row["task"] and not row["section"]:
            builder.give(row, "section", builder.section_of_task.get(row["task"], ""))
        target = record.get("target")
        if isinstance(target, Mapping):
            _plan_target(builder, target, document, row["id"], years)
        elif target is not None and not is_empty(target):
            row.broken = True
            builder.tables.note("not-a-target", target.mark)
        builder.add("indicators", row)
        for relation in builder.records(record.get("relations"), finding_words.RELATIONS):
            builder.add("relations", builder.row(relation, RELATION, indicator=row["id"]))


def _plan_target(builder: TableBuilder, record: Mapping, document: str, indicator: str, years: dict[str, str]) -> None:
    """The target of an indicator in its plan; it spans the plan's ``years`` where it names none."""
    keys = builder.keys("targets", "source", without=("indicator", *SOURCE))
    _target(builder, record, builder.row(record, keys, indicator=indicator, **years), document)


def _disclosed_target(builder: TableBuilder, record: Mapping, document: str) -> None:
    """A target that a document sets for an indicator."""
    _target(builder, record, builder.row(record, builder.keys("targets", "source", without=SOURCE)), document)


def _target(builder: TableBuilder, record: Mapping, row: Row, document: str) -> None:
    builder.source(record, row, document)
    builder.organization_cell(row)
    start = row["start_year"] if row["start_year"] != row["end_year"] else ""
    builder.own_id(row, row["indicator"], start, row["end_year"], row["organization"])
    builder.add("targets", row)


STATUS_SLUGS: dict[str, str] = {Status.FORECAST: "forecast", Status.FLASH: "flash"}
"""Ends the id of a figure that is not final, so that it differs from the final one's."""


def _observation(builder: TableBuilder, record: Mapping, document: str) -> None:
    row = builder.row(record, builder.keys("observations", "source", without=SOURCE))
    builder.source(record, row, document)
    builder.organization_cell(row)
    since = f"since-{row['since_year']}" if row["since_year"] else ""
    status = STATUS_SLUGS.get(row["status"], "")
    builder.own_id(row, row["indicator"], row["period"], row["organization"], since, status)
    builder.add("observations", row)


def _report(builder: TableBuilder, record: Mapping, document: str) -> None:
    row = builder.row(record, builder.keys("reports", "source", "tasks", "indicators", without=SOURCE))
    builder.source(record, row, document)
    builder.organization_cell(row)
    builder.add("reports", row)
    for key, table, column in (("tasks", "report_tasks", "task"), ("indicators", "report_indicators", "indicator")):
        for id_, mark in _ids(builder, record.get(key), key):
            builder.add(table, Row({"report": row["id"], column: id_}, {}, mark))


def _ids(builder: TableBuilder, node: Node | None, key: str) -> list[tuple[str, Mark]]:
    """The ids in a list, and where they stand."""
    if node is None or is_empty(node):
        return []
    if not isinstance(node, Sequence):
        builder.tables.note("not-a-name-list", node.mark, key=key)
        return []
    for item in node:
        if not isinstance(item, Scalar):
            builder.tables.note("not-an-id", item.mark, key=key)
    return [(item.text, item.mark) for item in node if isinstance(item, Scalar)]


def _evaluation(builder: TableBuilder, record: Mapping, document: str) -> None:
    row = builder.row(record, builder.keys("evaluations", "source", without=SOURCE))
    builder.source(record, row, document)
    builder.add("evaluations", row)


DISCLOSED: dict[str, Callable[[TableBuilder, Mapping, str], None]] = {
    "targets": _disclosed_target,
    "observations": _observation,
    "reports": _report,
    "evaluations": _evaluation,
}
"""Key of a disclosure → what reads one of its records."""


def read_disclosure(builder: TableBuilder, node: Node, document: str) -> None:
    """What one document disclosed."""
    builder.known_folder("documents", document, node)
    if is_empty(node):
        return
    if not isinstance(node, Mapping):
        builder.tables.note("not-a-disclosure", node.mark)
        return
    for key, records in node.values.items():
        if key not in DISCLOSED:
            hint = closest_match(key, DISCLOSED) or "、".join(DISCLOSED)
            builder.tables.note("unknown-key", node.key_mark(key), key=key, hint=hint)
            continue
        for record in builder.records(records, key):
            DISCLOSED[key](builder, record, document)


def read_exclusions(builder: TableBuilder, node: Node, document: str) -> None:
    """Numbers of a document that are no figures of the ledger."""
    builder.known_folder("documents", document, node)
    for record in builder.records(node, finding_words.EXCLUSIONS):
        builder.tables.exclusions.append(Exclusion(document, builder.row(record, EXCLUSION)))


RecordReader = Callable[..., None]
READERS: tuple[tuple[str, RecordReader], ...] = (
    ("site", read_site),
    ("documents", partial(read_table, table="documents")),
    ("plans", partial(read_table, table="plans")),
    ("organizations/*", read_organizations),
    ("organizations/*", read_organization_links),
    ("sections/*", read_sections),
    ("tasks/*/*", read_tasks),
    ("indicators/*/*", read_indicators),
    ("disclosures/*", read_disclosure),
    ("exclusions/*", read_exclusions),
)
"""Which function reads which files, in the order in which they need each other; a file may be read twice.

A reader is called with the builder, the root of the file, and the parts of its name that stand for ``*``.
"""
