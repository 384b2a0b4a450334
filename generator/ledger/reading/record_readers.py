"""One function for each kind of file: which records it holds, what is nested in them, and what they take from around.

The shape of data/ is known here alone: which file feeds which table, what a record takes from the folder (plan), from
the file's name (document) and from the order (position).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from generator.language import finding_words, page_words
from generator.ledger.contract import SOURCE
from generator.ledger.enums import SetBy, Status, Tier
from generator.ledger.reading.nested_readers import (
    ASSIGNMENT_KEYS,
    add_assignments,
    add_ids,
    add_milestones,
    add_places,
)
from generator.ledger.reading.nodes import Mapping, Node, Sequence, is_empty
from generator.ledger.reading.office_readers import OFFICE_READERS, read_table
from generator.ledger.reading.rows import Exclusion, Row
from generator.ledger.reading.table_builder import TableBuilder, record_keys
from generator.support.suggestions import closest_match

MEMBER = record_keys(("member",), "source")
SUCCESSOR = record_keys(("successor", "on_date", "document"))
SECTION = record_keys(("id", "number", "title"), "sections")
CONTINUATION = record_keys(("task", "reason"))
REPORTED = record_keys(("indicator", "verdict"))
ORGANIZATION_LISTS = ("members", "successors")
TASK_LISTS = (*ASSIGNMENT_KEYS, "milestones", "places", "continues")
"""Keys of a task that hold more than a text."""
RELATION = record_keys(("related", "relation", "reason"))
EXCLUSION = record_keys(("number", "passage", "fingerprint", "reason", "note"))


def read_site(builder: TableBuilder, node: Node) -> None:
    """The settings of the site, which :mod:`site_settings` reads."""
    builder.tables.site = node


def read_organizations(builder: TableBuilder, node: Node, _file: str) -> None:
    """Organisations, and the names by which other files mean them."""
    for record in builder.records(node, page_words.UNIT):
        row = builder.row(record, builder.keys("organizations", *ORGANIZATION_LISTS))
        builder.add("organizations", row)
        names = (row["id"], row["name"], row["full_name"], *row["aliases"].split("、"))
        for name in filter(None, dict.fromkeys(names)):
            other = builder.tables.names.setdefault(name, row["id"])
            if other != row["id"]:
                builder.tables.note("name-twice", row.at("name"), name=name, other=other)


def read_organization_links(builder: TableBuilder, node: Node, _file: str) -> None:
    """What organisations have to do with each other: read when every name is known."""
    organizations = builder.tables.by_id("organizations")
    for record in builder.records(node, page_words.UNIT) if isinstance(node, Sequence) else ():
        id_ = builder.row(record, builder.keys("organizations", *ORGANIZATION_LISTS))["id"]
        if (row := organizations.get(id_)) is not None and "parent" in row.positions:
            builder.organization_cell(row, "parent")
        for member in builder.records(record.get("members"), finding_words.MEMBERS):
            row = builder.row(member, MEMBER, collective=id_)
            builder.source(member, row, None)
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
    keys = builder.keys("tasks", *TASK_LISTS, "source", without=("plan", "position", *SOURCE))
    for record in builder.records(node, page_words.TASK):
        row = builder.row(record, keys, plan=plan)
        row.cells["position"] = builder.position("tasks", plan)
        builder.source(record, row, document)
        builder.section_of_task[row["id"]] = row["section"]
        builder.add("tasks", row)
        add_assignments(builder, record, row, "assignments", "task")
        add_milestones(builder, record, row)
        add_places(builder, record, row, "task_places")
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


def read_indicators(builder: TableBuilder, node: Node, plan: str, _file: str) -> None:
    """Indicators of a plan with their target in the plan and their relations."""
    builder.known_folder("plans", plan, node)
    document = builder.plan_cell(plan, "document")
    years = {column: builder.plan_cell(plan, column) for column in ("start_year", "end_year")}
    keys = builder.keys("indicators", *ASSIGNMENT_KEYS, "target", "relations", without=("plan", "position"))
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
        add_assignments(builder, record, row, "indicator_assignments", "indicator")
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
    tier, set_by = TARGET_SLUGS.get(row["tier"], ""), TARGET_SLUGS.get(row["set_by"], "")
    builder.own_id(row, row["indicator"], start, row["end_year"], row["organization"], tier, set_by)
    builder.add("targets", row)


TARGET_SLUGS: dict[str, str] = {Tier.STRIVING: "striving", Tier.CHALLENGE: "challenge", SetBy.HIGHER_LEVEL: "set-above"}
"""Ends the id of one of several targets that a document gives for one indicator and time."""

STATUS_SLUGS: dict[str, str] = {Status.FORECAST: "forecast", Status.FLASH: "flash"}
"""Ends the id of a figure that is not final, so that it differs from the final one's."""


def _observation(builder: TableBuilder, record: Mapping, document: str) -> None:
    row = builder.row(record, builder.keys("observations", "source", without=SOURCE))
    builder.source(record, row, document)
    builder.organization_cell(row)
    builder.organization_cell(row, "reported_by")
    since = f"since-{row['since_year']}" if row["since_year"] else ""
    status = STATUS_SLUGS.get(row["status"], "")
    builder.own_id(row, row["indicator"], row["period"], row["organization"], since, status)
    builder.add("observations", row)


def _report(builder: TableBuilder, record: Mapping, document: str) -> None:
    row = builder.row(record, builder.keys("reports", "source", "tasks", "indicators", "places", without=SOURCE))
    builder.source(record, row, document)
    builder.organization_cell(row)
    builder.add("reports", row)
    add_ids(builder, record.get("tasks"), "tasks", "report_tasks", {"report": row["id"]}, "task")
    _reported_indicators(builder, record.get("indicators"), row["id"])
    add_places(builder, record, row, "report_places")


def _reported_indicators(builder: TableBuilder, node: Node | None, report: str) -> None:
    """The indicators that a report is about: an item is an id, or has ``indicator`` and ``verdict``."""
    given = {"report": report}
    if not isinstance(node, Sequence) or not any(isinstance(item, Mapping) for item in node):
        add_ids(builder, node, "indicators", "report_indicators", given, "indicator")
        return
    for item in node:
        if isinstance(item, Mapping):
            builder.add("report_indicators", builder.row(item, REPORTED, **given))
        else:
            add_ids(builder, Sequence((item,), node.start), "indicators", "report_indicators", given, "indicator")


def _evaluation(builder: TableBuilder, record: Mapping, document: str) -> None:
    row = builder.row(record, builder.keys("evaluations", "source", without=SOURCE))
    builder.source(record, row, document)
    builder.add("evaluations", row)


def read_projects(builder: TableBuilder, node: Node, plan: str, _file: str) -> None:
    """The projects of a plan."""
    builder.known_folder("plans", plan, node)
    document = builder.plan_cell(plan, "document")
    keys = builder.keys("projects", "places", "source", without=("plan", *SOURCE))
    for record in builder.records(node, page_words.PROJECT):
        row = builder.row(record, keys, plan=plan)
        builder.source(record, row, document)
        builder.organization_cell(row, "owner")
        builder.add("projects", row)
        add_places(builder, record, row, "project_places")


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
        meant: str | None = key
        if key not in DISCLOSED:
            meant = closest_match(key, DISCLOSED)
            builder.tables.note("unknown-key", node.key_mark(key), key=key, hint=meant or "、".join(DISCLOSED))
        if meant is not None:
            for record in builder.records(records, key):
                DISCLOSED[meant](builder, record, document)


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
    ("projects/*/*", read_projects),
    ("disclosures/*", read_disclosure),
    ("exclusions/*", read_exclusions),
    *OFFICE_READERS,
)
"""Which function reads which files, in the order in which they need each other; a file may be read twice.

A reader is called with the builder, the root of the file, and the parts of its name that stand for ``*``.
"""
