"""Records of the YAML tree become rows of the contract's tables, each cell with the place it came from.

The shape of data/ is known here alone: which file feeds which table, what is nested in what, and what a record takes
from its surroundings (plan from the folder, document from the plan, position from the order).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from generator import terms
from generator.contract import SOURCE, Contract
from generator.enums import Role, Status
from generator.near import nearest
from generator.reader import Tree
from generator.source import Entry, Finding, Mapping, Mark, Node, Scalar, Sequence


@dataclass(slots=True)
class Row:
    """One row between reading and checking: text cells by column, the place of each cell and of the record."""

    cells: dict[str, str]
    marks: dict[str, Mark]
    mark: Mark
    given: frozenset[str] = frozenset()
    """Columns that the surroundings decide: a fault in one is told where it was made."""
    broken: bool = False
    """True when the shape of the record was found faulty, so that rules do not complain of what follows from it."""
    unresolved: bool = False
    """True when a name in the record was found to be nobody's."""

    def at(self, column: str) -> Mark:
        return self.marks.get(column, self.mark)

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(slots=True)
class Exclusion:
    """A number of a document that is no figure of ours, with the reason."""

    document: str
    row: Row


@dataclass(slots=True)
class Tables:
    """Rows of every table, the exclusions, the site's settings, and what was found on the way."""

    rows: dict[str, list[Row]]
    exclusions: list[Exclusion] = field(default_factory=list)
    site: Node | None = None
    findings: list[Finding] = field(default_factory=list)
    unread: frozenset[str] = frozenset()
    """Tables one of whose files could not be read: that a record is not there says nothing."""
    names: dict[str, str] = field(default_factory=dict)
    """Every name, full name, alias and id of an organisation → its id."""

    def note(self, code: str, mark: Mark, /, **values: object) -> None:
        self.findings.append(Finding(code, mark, values))

    def ids(self, table: str) -> set[str]:
        return {row["id"] for row in self.rows[table]}

    def complete(self, table: str) -> bool:
        """Whether every record of a table was read with its id, so that an unknown id is a mistake where it stands."""
        return table not in self.unread and all(row["id"] for row in self.rows[table])


def build_tables(tree: Tree, contract: Contract) -> Tables:
    """Turn the tree into rows; every fault of shape becomes a finding, and what can be read is still read."""
    empty: dict[str, list[Row]] = {name: [] for name in contract.tables}
    unread = _unread(tree)
    build = _Build(tree, contract, Tables(empty, findings=list(tree.findings), unread=unread))
    claimed: set[str] = set()
    for pattern, reader in PASSES:
        for name in sorted(tree.files):
            if (parts := _match(pattern, name)) is not None:
                claimed.add(name)
                reader(build, tree.files[name], *parts)
    for name in sorted(set(tree.files) - claimed):
        folder = name.split("/")[0].removesuffix(".yml")
        near = terms.PLACES.get(folder) or nearest(name, REQUIRED) or terms.EXAMPLE_FILE
        build.out.note("file-unknown", tree.files[name].mark, near=near)
    if tree.readable:
        for name in (n for n in REQUIRED if _missing(tree, n)):
            hint = "" if name == SITE else terms.MAY_BE_EMPTY
            build.out.note("file-missing", Mark(f"{tree.label}/{name}"), file=name, hint=hint)
    return build.out


def _missing(tree: Tree, name: str) -> bool:
    """Whether a required file is not there; settings that are empty are as good as not there."""
    node = tree.files.get(name)
    told = any(f.mark.file == f"{tree.label}/{name}" for f in tree.findings)
    return not told and (node is None or (name == SITE and isinstance(node, Scalar) and not node.text))


def _unread(tree: Tree) -> frozenset[str]:
    """Tables that miss records, because a file of theirs could not be read or is not there."""
    lost = {f.mark.file.removeprefix(f"{tree.label}/") for f in tree.findings} - tree.files.keys()
    lost |= {name for name in REQUIRED if name not in tree.files}
    return frozenset(table for name in lost for table in FEEDS.get(name.split("/")[0].removesuffix(".yml"), ()))


def _match(pattern: str, name: str) -> tuple[str, ...] | None:
    """The parts of a file name that stand for ``*`` of a pattern, or None when it does not match."""
    ours, theirs = pattern.split("/"), name.removesuffix(".yml").split("/")
    if len(ours) != len(theirs) or any(a not in ("*", b) for a, b in zip(ours, theirs, strict=True)):
        return None
    return tuple(b for a, b in zip(ours, theirs, strict=True) if a == "*")


@dataclass(slots=True)
class _Build:
    tree: Tree
    contract: Contract
    out: Tables
    positions: dict[tuple[str, str], int] = field(default_factory=dict)
    sections: dict[str, str] = field(default_factory=dict)

    # -- the pieces that every kind of record is made of

    def records(self, node: Node, what: str) -> Iterator[Mapping]:
        """The mappings of a list; what is no list or no mapping is a finding."""
        if isinstance(node, Scalar) and not node.text:
            return
        if not isinstance(node, Sequence):
            self.out.note("not-a-list", node.mark, what=what)
            return
        for item in node:
            if isinstance(item, Mapping):
                yield item
            elif not isinstance(item, Scalar) or not _full_width_colon(item):
                self.out.note("not-a-record", item.mark, what=what)
            else:
                self.out.note("colon", item.mark, text=item.text[:20])

    def row(self, node: Mapping, keys: tuple[str, ...], nested: tuple[str, ...] = (), **given: str) -> Row:
        """A row from the scalar keys of a mapping; ``given`` are cells which its surroundings decide."""
        row = Row(dict(given), {}, node.mark, frozenset(given))
        for entry in node.entries.values():
            if entry.key in keys:
                self._cell(row, entry)
            elif entry.key not in nested:
                row.broken = True
                hint = nearest(entry.key, (*keys, *nested))
                self.out.note("unknown-key", entry.mark, key=entry.key, near=hint or "、".join((*keys, *nested)))
        return row

    def _cell(self, row: Row, entry: Entry) -> None:
        if isinstance(entry.value, Scalar):
            row.cells[entry.key] = entry.value.text
            row.marks[entry.key] = entry.value.mark
            if entry.key in row.given:
                row.given -= {entry.key}
            row.broken = row.broken or entry.value.refused
        else:
            row.broken = True
            self.out.note("not-a-text", entry.value.mark, key=entry.key)

    def add(self, table: str, row: Row) -> None:
        self.out.rows[table].append(row)

    def source(self, node: Mapping, row: Row, document: str) -> None:
        """Fill the source group of a row from the key ``source``; the document is the surroundings' unless given."""
        row.cells["document"] = document
        row.given |= {"document"}
        source = node.get("source")
        if source is None:
            row.broken = True
            self.out.note("no-source", node.mark)
        elif not isinstance(source, Mapping):
            row.broken = True
            self.out.note("not-a-source", source.mark)
        else:
            inner = self.row(source, SOURCE)
            row.cells.update(inner.cells)
            row.given -= inner.cells.keys()
            row.marks.update({c: inner.at(c) for c in SOURCE})
            row.broken = row.broken or inner.broken

    def position(self, table: str, within: str) -> str:
        self.positions[table, within] = self.positions.get((table, within), 0) + 1
        return str(self.positions[table, within])

    def organization(self, name: str, mark: Mark) -> str | None:
        """Id of the organisation that a name, full name, alias or id means; a finding when there is none."""
        found = self.out.names.get(name)
        if found is None and self.out.complete("organizations"):
            near = nearest(name, self.out.names)
            self.out.note(
                "unknown-organization",
                mark,
                name=name,
                near=terms.PERHAPS.format(near=near) if near else terms.NO_NEAR_NAME,
            )
        return found

    def organization_cell(self, row: Row) -> None:
        """Replace a printed name in the column organization by the id."""
        if name := row["organization"]:
            found = self.organization(name, row.at("organization"))
            row.cells["organization"] = found or ""
            row.given |= {"organization"}
            row.unresolved = found is None

    def plan_document(self, plan: str) -> str:
        return next((r["document"] for r in self.out.rows["plans"] if r["id"] == plan), "")

    def known_folder(self, table: str, id_: str, node: Node) -> None:
        """The part of a path that stands for a record must be one."""
        known = self.out.ids(table)
        if id_ not in known and self.out.complete(table):
            near, title = nearest(id_, known), self.contract.tables[table].title
            remedy = terms.USE_FOLDER.format(near=near) if near else terms.REGISTER_IN.format(table=title)
            self.out.note("path-unknown", Mark(node.mark.file), id=id_, table=title, near=remedy)

    def task_sections(self) -> dict[str, str]:
        """Task → its section; tasks are read before indicators, so it is made once."""
        if not self.sections:
            self.sections = {r["id"]: r["section"] for r in self.out.rows["tasks"]}
        return self.sections

    def missing(self, table: str, column: str, mark: Mark) -> None:
        """Tell that a record lacks a name that it needs."""
        self.out.note("required", mark, title=self.contract.title(table, column))


def _full_width_colon(node: Scalar) -> bool:
    """``id:x`` written with the full-width colon makes a text of what should be a record."""
    return "\uff1a" in node.text


def _columns(build: _Build, table: str, *without: str) -> tuple[str, ...]:
    return tuple(c for c in build.contract.tables[table].columns if c not in without)


# -- one function per kind of file


def _site(build: _Build, node: Node) -> None:
    build.out.site = node


def _flat(build: _Build, node: Node, *, table: str) -> None:
    for record in build.records(node, build.contract.tables[table].title):
        build.add(table, build.row(record, _columns(build, table)))


def _organizations(build: _Build, node: Node, _file: str) -> None:
    for record in build.records(node, terms.UNIT):
        row = build.row(record, _columns(build, "organizations"), ("members", "successors"))
        build.add("organizations", row)
        names = (row["id"], row["name"], row["full_name"], *row["aliases"].split("、"))
        for name in filter(None, dict.fromkeys(names)):
            other = build.out.names.setdefault(name, row["id"])
            if other != row["id"]:
                build.out.note("name-twice", row.at("name"), name=name, other=other)


def _organization_links(build: _Build, node: Node, _file: str) -> None:
    """Second pass over the same files, when every name is known: members and successors."""
    for record in build.records(node, terms.UNIT) if isinstance(node, Sequence) else ():
        id_ = record.get("id")
        own = id_.text if isinstance(id_, Scalar) else ""
        for child in build.records(record.get("members") or Sequence((), record.mark), terms.MEMBERS):
            row = build.row(child, ("member",), ("source",), collective=own)
            build.source(child, row, "")
            _member(build, row, "memberships", "member")
        for child in build.records(record.get("successors") or Sequence((), record.mark), terms.SUCCESSORS):
            row = build.row(child, ("successor", "on_date", "document"), organization=own)
            _member(build, row, "successions", "successor")


def _member(build: _Build, row: Row, table: str, column: str) -> None:
    """Add a row whose column names an organisation, by its id."""
    if row[column]:
        if (found := build.organization(row[column], row.at(column))) is not None:
            row.cells[column] = found
            row.given |= {column}
            build.add(table, row)
    elif not row.broken:
        build.missing(table, column, row.at(column))


def _sections(build: _Build, node: Node, plan: str) -> None:
    build.known_folder("plans", plan, node)
    _section_level(build, node, plan, "")


def _section_level(build: _Build, node: Node, plan: str, parent: str) -> None:
    for record in build.records(node, terms.SECTION):
        row = build.row(record, ("id", "number", "title"), ("sections",), plan=plan, parent=parent)
        row.cells["position"] = build.position("sections", f"{plan}/{parent}")
        build.add("sections", row)
        if (inner := record.get("sections")) is not None:
            _section_level(build, inner, plan, row["id"])


def _tasks(build: _Build, node: Node, plan: str, _file: str) -> None:
    build.known_folder("plans", plan, node)
    keys = _columns(build, "tasks", "plan", "position", *SOURCE)
    document = build.plan_document(plan)
    for record in build.records(node, terms.TASK):
        row = build.row(record, keys, ("lead", "support", "continues", "source"), plan=plan)
        row.cells["position"] = build.position("tasks", plan)
        build.source(record, row, document)
        build.add("tasks", row)
        place = 0
        for key, role in (("lead", Role.LEAD), ("support", Role.SUPPORT)):
            place = _assignments(build, record, key, role, row, place)
        for child in build.records(record.get("continues") or Sequence((), record.mark), terms.CONTINUATIONS):
            inner = build.row(child, ("task", "reason"))
            inner.cells |= {"continues": inner["task"], "task": row["id"]}
            inner.marks["continues"] = inner.at("task")
            inner.given = frozenset({"task"})
            build.add("continuations", inner)


def _assignments(build: _Build, record: Mapping, key: str, role: str, task: Row, place: int) -> int:
    """Rows of one role; an item is the printed name, or has ``name`` and ``scope``. Returns the last place."""
    node = record.get(key)
    if node is None or (isinstance(node, Scalar) and not node.text):
        return place
    if not isinstance(node, Sequence):
        task.broken = True
        build.out.note("not-a-name-list", node.mark, key=key)
        return place
    for item in node:
        place += 1
        if isinstance(item, Mapping):
            inner = build.row(item, ("name", "scope"))
        elif isinstance(item, Scalar):
            inner = Row({"name": item.text}, {"name": item.mark}, item.mark, broken=item.refused)
        else:
            task.broken = True
            build.out.note("not-a-name", item.mark, key=key)
            continue
        name, mark = inner["name"], inner.at("name")
        if not name and not inner.broken:
            build.missing("assignments", "printed_name", mark)
        found = build.organization(name, mark) if name else None
        if found is None:
            task.unresolved = True
            continue
        cells = {"task": task["id"], "organization": found, "role": role, "position": str(place)}
        cells |= {"printed_name": name, "scope": inner["scope"]}
        marks = {**dict.fromkeys(cells, mark), "scope": inner.at("scope"), "task": task.mark}
        build.add("assignments", Row(cells, marks, mark, frozenset({"task", "organization"})))
    return place


def _indicators(build: _Build, node: Node, plan: str, _file: str) -> None:
    build.known_folder("plans", plan, node)
    document = build.plan_document(plan)
    keys = _columns(build, "indicators", "plan", "position")
    years = {r["id"]: (r["start_year"], r["end_year"]) for r in build.out.rows["plans"]}
    section_of = build.task_sections()
    for record in build.records(node, terms.INDICATOR):
        row = build.row(record, keys, ("target", "relations"), plan=plan)
        row.cells["position"] = build.position("indicators", plan)
        if row["task"] and not row["section"]:
            row.cells["section"] = section_of.get(row["task"], "")
            row.given |= {"section"}
        build.add("indicators", row)
        target = record.get("target")
        if target is not None and not (isinstance(target, Scalar) and not target.text):
            if isinstance(target, Mapping):
                _target(build, target, document, years.get(plan, ("", "")), row["id"])
            else:
                row.broken = True
                build.out.note("not-a-target", target.mark)
        for child in build.records(record.get("relations") or Sequence((), record.mark), terms.RELATIONS):
            inner = build.row(child, ("related", "relation", "reason"), indicator=row["id"])
            build.add("relations", inner)


def _target(
    build: _Build, node: Mapping, document: str, years: tuple[str, str] = ("", ""), indicator: str | None = None
) -> None:
    """A target, in an indicator (``indicator`` given) or in a disclosure; the years default to the plan's."""
    inline = indicator is not None
    keys = _columns(build, "targets", *SOURCE, *(("indicator",) if inline else ()))
    row = build.row(node, keys, ("source",), **({"indicator": indicator or ""} if inline else {}))
    for column, year in zip(("start_year", "end_year"), years, strict=True):
        if inline and column not in row.cells:
            row.cells[column] = year
            row.given |= {column}
    build.source(node, row, document)
    build.organization_cell(row)
    start = row["start_year"] if row["start_year"] != row["end_year"] else ""
    _own_id(row, row["indicator"], start, row["end_year"], row["organization"])
    build.add("targets", row)


def _own_id(row: Row, *parts: str) -> None:
    """Give a row without an id one made of its key: stable as long as the key is."""
    if "id" not in row.cells and not row.broken:
        row.cells["id"] = "-".join(p.lower() for p in parts if p)
        row.given |= {"id"}


def _disclosure(build: _Build, node: Node, document: str) -> None:
    build.known_folder("documents", document, node)
    if isinstance(node, Scalar) and not node.text:
        return
    if not isinstance(node, Mapping):
        build.out.note("not-a-disclosure", node.mark)
        return
    readers: dict[str, Callable[[Mapping], None]] = {
        "targets": lambda record: _target(build, record, document),
        "observations": lambda record: _observation(build, record, document),
        "reports": lambda record: _report(build, record, document),
        "evaluations": lambda record: _evaluation(build, record, document),
    }
    for entry in node.entries.values():
        if entry.key not in readers:
            near = nearest(entry.key, readers) or "、".join(readers)
            build.out.note("unknown-key", entry.mark, key=entry.key, near=near)
            continue
        for record in build.records(entry.value, entry.key):
            readers[entry.key](record)


STATUS_SLUGS: dict[str, str] = {Status.FORECAST: "forecast", Status.FLASH: "flash"}
"""What tells the made id of a figure that is not final from the final one's."""


def _observation(build: _Build, node: Mapping, document: str) -> None:
    row = build.row(node, _columns(build, "observations", *SOURCE), ("source",))
    build.source(node, row, document)
    build.organization_cell(row)
    since = f"since-{row['since_year']}" if row["since_year"] else ""
    _own_id(row, row["indicator"], row["period"], row["organization"], since, STATUS_SLUGS.get(row["status"], ""))
    build.add("observations", row)


def _report(build: _Build, node: Mapping, document: str) -> None:
    row = build.row(node, _columns(build, "reports", *SOURCE), ("source", "tasks"))
    build.source(node, row, document)
    build.organization_cell(row)
    build.add("reports", row)
    tasks = node.get("tasks")
    if tasks is None or (isinstance(tasks, Scalar) and not tasks.text):
        return
    if not isinstance(tasks, Sequence):
        build.out.note("not-a-name-list", tasks.mark, key="tasks")
        return
    for item in tasks:
        if isinstance(item, Scalar):
            cells = {"report": row["id"], "task": item.text}
            build.add("report_tasks", Row(cells, dict.fromkeys(cells, item.mark), item.mark))
        else:
            build.out.note("not-an-id", item.mark, key="tasks")


def _evaluation(build: _Build, node: Mapping, document: str) -> None:
    row = build.row(node, _columns(build, "evaluations", *SOURCE), ("source",))
    build.source(node, row, document)
    build.add("evaluations", row)


EXCLUSION_KEYS = ("number", "passage", "fingerprint", "reason", "note")


def _exclusions(build: _Build, node: Node, document: str) -> None:
    build.known_folder("documents", document, node)
    for record in build.records(node, terms.EXCLUSIONS):
        build.out.exclusions.append(Exclusion(document, build.row(record, EXCLUSION_KEYS)))


Reader = Callable[..., None]
PASSES: tuple[tuple[str, Reader], ...] = (
    ("site", _site),
    ("documents", partial(_flat, table="documents")),
    ("plans", partial(_flat, table="plans")),
    ("organizations/*", _organizations),
    ("organizations/*", _organization_links),
    ("sections/*", _sections),
    ("tasks/*/*", _tasks),
    ("indicators/*/*", _indicators),
    ("disclosures/*", _disclosure),
    ("exclusions/*", _exclusions),
)
"""Which function reads which files, in the order in which they need each other; one file may be read twice."""

SITE = "site.yml"
REQUIRED = (SITE, "documents.yml", "plans.yml")

FEEDS: dict[str, tuple[str, ...]] = {
    "documents": ("documents",),
    "plans": ("plans",),
    "organizations": ("organizations",),
    "sections": ("sections",),
    "tasks": ("tasks",),
    "indicators": ("indicators",),
}
"""Which tables that others refer to each kind of file feeds."""
