"""Records of the YAML tree become rows of the contract's tables, each cell with the place it came from.

The shape of data/ is known here alone: which file feeds which table, what is nested in what, and what a record takes
from its surroundings (plan from the folder, document from the plan, position from the order).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from typing import NamedTuple

from generator.language import finding_words, page_words
from generator.ledger.contract import SOURCE, Contract
from generator.ledger.enums import Role, Status
from generator.ledger.reading.kept import Answer, Keeps, Leaf, Question
from generator.ledger.reading.nodes import Mapping, MappingItem, Mark, Node, Scalar, Sequence
from generator.ledger.reading.rows import EXCLUSIONS, Exclusion, Part, Row, Tables
from generator.ledger.reading.yaml_reader import Tree
from generator.support.cache_store import digest
from generator.support.suggestions import closest_match

__all__ = ["Exclusion", "Row", "Tables", "build_tables"]


def build_tables(tree: Tree, contract: Contract, kept: Keeps | None = None) -> Tables:
    """Turn the files into rows; every fault of shape becomes a finding, and what can be read is still read.

    Rows of a file that did not change come from ``kept``, when what they took from their surroundings is as it was.
    """
    build = _Build(tree, contract, Tables({name: [] for name in contract.tables}), kept)
    passes = [(name, reader, parts) for pattern, reader in PASSES for name, parts in _matching(pattern, tree)]
    for name in sorted(tree.paths.keys() - {name for name, _, _ in passes}):
        _unknown_file(build, name)
    for name, reader, parts in passes:
        build.file(name, reader, parts)
    for name in (n for n in REQUIRED if tree.readable and _missing(build, n)):
        hint = "" if name == SITE else finding_words.MAY_BE_EMPTY
        build.out.note("file-missing", Mark(tree.file(name)), file=name, hint=hint)
    build.out.findings += tree.findings
    return build.out


def _unknown_file(build: _Build, name: str) -> None:
    if (node := build.node(name, build.tree.content(name))) is not None:
        folder = name.split("/", maxsplit=1)[0].removesuffix(".yml")
        near = finding_words.PLACES.get(folder) or closest_match(name, REQUIRED) or finding_words.EXAMPLE_FILE
        build.out.note("file-unknown", node.mark, near=near)


def _missing(build: _Build, name: str) -> bool:
    """Whether a required file is not there; settings that are empty are as good as not there."""
    site = build.out.site
    empty = name == SITE and isinstance(site, Scalar) and not site.text
    return name not in build.tree.paths or (empty and not build.tree.told[name])


def _feeds(name: str) -> frozenset[str]:
    """The tables that others refer to and that a file feeds."""
    return frozenset(FEEDS.get(name.split("/", maxsplit=1)[0].removesuffix(".yml"), ()))


def _matching(pattern: str, tree: Tree) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The files whose names match a pattern, each with the parts that stand for ``*``."""
    for name in tree.paths:
        if (parts := _match(pattern, name)) is not None:
            yield name, parts


def _match(pattern: str, name: str) -> tuple[str, ...] | None:
    """The parts of a file name that stand for ``*`` of a pattern, or None when it does not match."""
    ours, theirs = pattern.split("/"), name.removesuffix(".yml").split("/")
    if len(ours) != len(theirs) or any(a not in ("*", b) for a, b in zip(ours, theirs, strict=True)):
        return None
    return tuple(b for a, b in zip(ours, theirs, strict=True) if a == "*")


class Keys(NamedTuple):
    """The keys that a kind of record may have: those that hold a text, and those that hold something else."""

    plain: tuple[str, ...]
    nested: tuple[str, ...]
    texts: frozenset[str]
    """The plain ones again, to compare with."""
    others: frozenset[str]

    def all(self) -> tuple[str, ...]:
        """Both, in the order in which they are told."""
        return (*self.plain, *self.nested)


@cache
def _keys(plain: tuple[str, ...], *nested: str) -> Keys:
    return Keys(plain, nested, frozenset(plain), frozenset(nested))


@cache
def _with(given: frozenset[str], column: str) -> frozenset[str]:
    """Given columns and one more; always the same object, for there are many rows and few such sets."""
    return given | {column}


@cache
def _given(columns: tuple[str, ...]) -> frozenset[str]:
    return frozenset(columns)


SOURCE_KEYS = _keys(SOURCE)


@dataclass(slots=True)
class _Build:
    tree: Tree
    contract: Contract
    out: Tables
    kept: Keeps | None
    asked: dict[Question, Answer] = field(default_factory=dict)
    """What the file that is read took from its surroundings."""
    positions: dict[tuple[str, str], int] = field(default_factory=dict)
    sections: dict[str, str] = field(default_factory=dict)
    columns: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.out.unread = frozenset(t for name in REQUIRED if name not in self.tree.paths for t in _feeds(name))

    def file(self, name: str, reader: Reader, parts: tuple[str, ...]) -> None:
        """Read a file into rows, or take the rows that it had when it was the same."""
        self.asked = {}
        sizes, findings = self._sizes(), len(self.out.findings)
        raw = self.tree.content(name)
        key = self.kept.key(name, raw) if self.kept and raw is not None else b""
        leaf = self._leaf(name, key) if reader in KEPT else None
        if leaf is not None:
            self._adopt(leaf, parts[0])
        elif (node := self.node(name, raw)) is not None:
            reader(self, node, *parts)
        if not self.kept:
            return
        new = {table: rows for table, rows in self._since(sizes).items() if rows}
        made_of = digest(key, repr(self.asked))
        self.out.parts += [Part(name, table, rows, digest(made_of, table)) for table, rows in new.items()]
        if leaf is None and reader in KEPT and not self.tree.told[name] and len(self.out.findings) == findings:
            moved = {(q[1], q[2]): self.positions.get((q[1], q[2]), 0) for q in self.asked if q[0] == "position"}
            self.kept.save(name, key, Leaf(self.asked, moved, new))

    def _leaf(self, name: str, key: bytes) -> Leaf | None:
        """What was kept of a file, if all that it took from its surroundings is as it was."""
        leaf = self.kept.load(name, key) if self.kept and key else None
        if leaf is None or any(self.answer(question) != answer for question, answer in leaf.asked.items()):
            return None
        return leaf

    def _sizes(self) -> dict[str, int]:
        return {**{table: len(rows) for table, rows in self.out.rows.items()}, EXCLUSIONS: len(self.out.exclusions)}

    def _since(self, sizes: dict[str, int]) -> dict[str, list[Row]]:
        """The rows that were added since the tables had these sizes."""
        added = {table: rows[sizes[table] :] for table, rows in self.out.rows.items()}
        return {**added, EXCLUSIONS: [e.row for e in self.out.exclusions[sizes[EXCLUSIONS] :]]}

    def _adopt(self, leaf: Leaf, document: str) -> None:
        """Take over what an earlier run read; exclusions have their document from the file's name."""
        self.asked = leaf.asked
        self.positions |= leaf.moved
        for table, rows in leaf.rows.items():
            if table == EXCLUSIONS:
                self.out.exclusions += [Exclusion(document, row) for row in rows]
            else:
                self.out.rows[table] += rows

    def node(self, name: str, raw: bytes | None) -> Node | None:
        """The root of a file; where it cannot be read, the tables that it feeds are known to miss records."""
        node = None if raw is None else self.tree.parse(name, raw)
        if node is None:
            self.out.unread |= _feeds(name)
        return node

    # -- what a record takes from its surroundings: only so, because rows are kept together with it

    def ask(self, *question: str) -> Answer:
        """What the surroundings answer, and note of it."""
        if question not in self.asked:
            self.asked[question] = self.answer(question)
        return self.asked[question]

    def answer(self, question: Question) -> Answer:
        """What the surroundings answer to a question, by its first word."""
        return ANSWERS[question[0]](self, *question[1:])

    # -- the pieces that every kind of record is made of

    def keys(self, table: str, without: tuple[str, ...], *nested: str) -> Keys:
        """The keys of a table's records: its columns but for some, and what a record holds beside them."""
        plain = self.columns.get((table, *without))
        if plain is None:
            plain = tuple(c for c in self.contract.tables[table].columns if c not in without)
            self.columns[table, *without] = plain
        return _keys(plain, *nested)

    def records(self, node: Node | None, what: str) -> Iterator[Mapping]:
        """The mappings of a list; what is no list or no mapping is a finding."""
        if node is None or (isinstance(node, Scalar) and not node.text):
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

    def row(self, node: Mapping, keys: Keys, **given: str) -> Row:
        """A row from the texts of a mapping, which it takes over; ``given`` cells are decided by its surroundings."""
        if not (node.texts.keys() <= keys.texts and node.inner.keys() <= keys.others):
            return self._odd_row(node, keys, given)
        row = Row(node.texts, node.spots, node.mark)
        if given:
            row.given = _given(tuple(c for c in given if c not in node.texts))
            row.cells |= {c: given[c] for c in row.given}
        return row

    def _odd_row(self, node: Mapping, keys: Keys, given: dict[str, str]) -> Row:
        """A row of a mapping that has a key or a value which it should not have."""
        row = Row(dict(given), {}, node.mark, _given(tuple(given)))
        flat: list[str | int] = []
        for entry in node.entries.values():
            if entry.key in keys.texts:
                flat += (entry.key, entry.value.mark.line - row.mark.line, entry.value.mark.column)
                self._cell(row, entry)
            elif entry.key not in keys.others:
                row.broken = True
                hint = closest_match(entry.key, keys.all())
                self.out.note("unknown-key", entry.mark, key=entry.key, near=hint or "、".join(keys.all()))
        row.marks = self.tree.shapes.of(flat)
        return row

    def _cell(self, row: Row, entry: MappingItem) -> None:
        if isinstance(entry.value, Scalar):
            row.cells[entry.key] = entry.value.text
            row.given -= {entry.key}
            row.broken = row.broken or entry.value.refused
        else:
            row.broken = True
            self.out.note("not-a-text", entry.value.mark, key=entry.key)

    def add(self, table: str, row: Row) -> None:
        """Add a row to its table."""
        self.out.rows[table].append(row)

    def source(self, node: Mapping, row: Row, document: str) -> None:
        """Fill the source group of a row from the key ``source``; the document is the surroundings' unless given."""
        row.cells["document"] = document
        row.given = _with(row.given, "document")
        source = node.get("source")
        if source is None:
            row.broken = True
            self.out.note("no-source", node.mark)
        elif not isinstance(source, Mapping):
            row.broken = True
            self.out.note("not-a-source", source.mark)
        else:
            inner = self.row(source, SOURCE_KEYS)
            row.cells.update(inner.cells)
            if "document" in inner.cells:
                row.given -= {"document"}
            row.marks = self.tree.shapes.joined(row.marks, inner.marks, SOURCE, row.mark, source.mark)
            row.broken = row.broken or inner.broken

    def position(self, table: str, within: str) -> str:
        """The place of the next record in its surroundings."""
        self.ask("position", table, within)
        self.positions[table, within] = self.positions.get((table, within), 0) + 1
        return str(self.positions[table, within])

    def organization(self, name: str, mark: Mark) -> str | None:
        """Id of the organisation that a name, full name, alias or id means; a finding when there is none."""
        found = self.ask("organization", name)
        if found is None and self.out.complete("organizations"):
            near = closest_match(name, self.out.names)
            self.out.note(
                "unknown-organization",
                mark,
                name=name,
                near=finding_words.PERHAPS.format(near=near) if near else finding_words.NO_NEAR_NAME,
            )
        return found

    def organization_cell(self, row: Row) -> None:
        """Replace a printed name in the column organization by the id."""
        if name := row["organization"]:
            found = self.organization(name, row.at("organization"))
            row.cells["organization"] = found or ""
            row.given = _with(row.given, "organization")
            row.unresolved = found is None

    def plan_document(self, plan: str) -> str:
        """The document of a plan."""
        return self.ask("document", plan) or ""

    def known_folder(self, table: str, id_: str, node: Node) -> None:
        """The part of a path that stands for a record must be one."""
        if self.ask("stranger", table, id_):
            near, title = closest_match(id_, self.out.ids(table)), self.contract.tables[table].title
            remedy = (
                finding_words.USE_FOLDER.format(near=near) if near else finding_words.REGISTER_IN.format(table=title)
            )
            self.out.note("path-unknown", Mark(node.mark.file), id=id_, table=title, near=remedy)

    def missing(self, table: str, column: str, mark: Mark) -> None:
        """Tell that a record lacks a name that it needs."""
        self.out.note("required", mark, title=self.contract.title(table, column))


def _stranger(build: _Build, table: str, id_: str) -> str:
    known = id_ in build.out.ids(table) or not build.out.complete(table)
    return "" if known else id_


def _plan_cell(build: _Build, plan: str, *, column: str) -> str:
    return next((r[column] for r in build.out.rows["plans"] if r["id"] == plan), "")


def _task_section(build: _Build, task: str) -> str:
    """The section of a task; tasks are read before indicators, so the table of them is made once."""
    if not build.sections:
        build.sections = {r["id"]: r["section"] for r in build.out.rows["tasks"]}
    return build.sections.get(task, "")


ANSWERS: dict[str, Callable[..., Answer]] = {
    "organization": lambda build, name: build.out.names.get(name),
    "stranger": _stranger,
    "document": partial(_plan_cell, column="document"),
    "start": partial(_plan_cell, column="start_year"),
    "end": partial(_plan_cell, column="end_year"),
    "section": _task_section,
    "position": lambda build, table, within: str(build.positions.get((table, within), 0)),
}
"""First word of a question → who answers it."""


def _full_width_colon(node: Scalar) -> bool:
    """``id:x`` written with the full-width colon makes a text of what should be a record."""
    return "\uff1a" in node.text


MEMBER = _keys(("member",), "source")
SUCCESSOR = _keys(("successor", "on_date", "document"))
SECTION = _keys(("id", "number", "title"), "sections")
CONTINUATION = _keys(("task", "reason"))
ASSIGNMENT = _keys(("name", "scope"))
RELATION = _keys(("related", "relation", "reason"))
EXCLUSION = _keys(("number", "passage", "fingerprint", "reason", "note"))


# -- one function per kind of file


def _site(build: _Build, node: Node) -> None:
    build.out.site = node


def _flat(build: _Build, node: Node, *, table: str) -> None:
    for record in build.records(node, build.contract.tables[table].title):
        build.add(table, build.row(record, build.keys(table, ())))


def _organizations(build: _Build, node: Node, _file: str) -> None:
    for record in build.records(node, page_words.UNIT):
        row = build.row(record, build.keys("organizations", (), "members", "successors"))
        build.add("organizations", row)
        names = (row["id"], row["name"], row["full_name"], *row["aliases"].split("、"))
        for name in filter(None, dict.fromkeys(names)):
            other = build.out.names.setdefault(name, row["id"])
            if other != row["id"]:
                build.out.note("name-twice", row.at("name"), name=name, other=other)


def _organization_links(build: _Build, node: Node, _file: str) -> None:
    """Second pass over the same files, when every name is known: members and successors."""
    for record in build.records(node, page_words.UNIT) if isinstance(node, Sequence) else ():
        id_ = record.get("id")
        own = id_.text if isinstance(id_, Scalar) else ""
        for child in build.records(record.get("members"), finding_words.MEMBERS):
            row = build.row(child, MEMBER, collective=own)
            build.source(child, row, "")
            _member(build, row, "memberships", "member")
        for child in build.records(record.get("successors"), finding_words.SUCCESSORS):
            row = build.row(child, SUCCESSOR, organization=own)
            _member(build, row, "successions", "successor")


def _member(build: _Build, row: Row, table: str, column: str) -> None:
    """Add a row whose column names an organisation, by its id."""
    if row[column]:
        if (found := build.organization(row[column], row.at(column))) is not None:
            row.cells[column] = found
            row.given = _with(row.given, column)
            build.add(table, row)
    elif not row.broken:
        build.missing(table, column, row.at(column))


def _sections(build: _Build, node: Node, plan: str) -> None:
    build.known_folder("plans", plan, node)
    _section_level(build, node, plan, "")


def _section_level(build: _Build, node: Node, plan: str, parent: str) -> None:
    for record in build.records(node, page_words.SECTION):
        row = build.row(record, SECTION, plan=plan, parent=parent)
        row.cells["position"] = build.position("sections", f"{plan}/{parent}")
        build.add("sections", row)
        if (inner := record.get("sections")) is not None:
            _section_level(build, inner, plan, row["id"])


def _tasks(build: _Build, node: Node, plan: str, _file: str) -> None:
    build.known_folder("plans", plan, node)
    keys = build.keys("tasks", ("plan", "position", *SOURCE), "lead", "support", "continues", "source")
    document = build.plan_document(plan)
    for record in build.records(node, page_words.TASK):
        row = build.row(record, keys, plan=plan)
        row.cells["position"] = build.position("tasks", plan)
        build.source(record, row, document)
        build.add("tasks", row)
        place = 0
        for key, role in (("lead", Role.LEAD.value), ("support", Role.SUPPORT.value)):
            place = _assignments(build, record, key, role, row, place)
        for child in build.records(record.get("continues"), finding_words.CONTINUATIONS):
            inner = build.row(child, CONTINUATION)
            inner.cells |= {"continues": inner["task"], "task": row["id"]}
            inner.marks = build.tree.shapes.alias(inner.marks, "continues", "task")
            inner.given = _given(("task",))
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
            inner = build.row(item, ASSIGNMENT)
        elif isinstance(item, Scalar):
            inner = Row({"name": item.text}, {}, item.mark, broken=item.refused)
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
        marks = build.tree.shapes.between(mark, {"scope": inner.at("scope"), "task": task.mark})
        build.add("assignments", Row(cells, marks, mark, _given(("task", "organization"))))
    return place


def _indicators(build: _Build, node: Node, plan: str, _file: str) -> None:
    build.known_folder("plans", plan, node)
    document = build.plan_document(plan)
    keys = build.keys("indicators", ("plan", "position"), "target", "relations")
    years = {"start_year": build.ask("start", plan) or "", "end_year": build.ask("end", plan) or ""}
    for record in build.records(node, page_words.INDICATOR):
        row = build.row(record, keys, plan=plan)
        row.cells["position"] = build.position("indicators", plan)
        if row["task"] and not row["section"]:
            row.cells["section"] = build.ask("section", row["task"]) or ""
            row.given = _with(row.given, "section")
        build.add("indicators", row)
        target = record.get("target")
        if target is not None and not (isinstance(target, Scalar) and not target.text):
            if isinstance(target, Mapping):
                _target(build, target, document, years, row["id"])
            else:
                row.broken = True
                build.out.note("not-a-target", target.mark)
        for child in build.records(record.get("relations"), finding_words.RELATIONS):
            inner = build.row(child, RELATION, indicator=row["id"])
            build.add("relations", inner)


def _target(build: _Build, node: Mapping, document: str, years: dict[str, str], indicator: str | None = None) -> None:
    """A target, in an indicator (``indicator`` given) or in a disclosure; ``years`` are those of the plan."""
    if indicator is None:
        row = build.row(node, build.keys("targets", SOURCE, "source"))
    else:
        row = build.row(node, build.keys("targets", ("indicator", *SOURCE), "source"), indicator=indicator)
    for column, year in years.items():
        if column not in row.cells:
            row.cells[column] = year
            row.given = _with(row.given, column)
    build.source(node, row, document)
    build.organization_cell(row)
    start = row["start_year"] if row["start_year"] != row["end_year"] else ""
    _own_id(row, row["indicator"], start, row["end_year"], row["organization"])
    build.add("targets", row)


def _own_id(row: Row, *parts: str) -> None:
    """Give a row without an id one made of its key: stable as long as the key is."""
    if "id" not in row.cells and not row.broken:
        row.cells["id"] = "-".join(p.lower() for p in parts if p)
        row.given = _with(row.given, "id")


def _disclosure(build: _Build, node: Node, document: str) -> None:
    build.known_folder("documents", document, node)
    if isinstance(node, Scalar) and not node.text:
        return
    if not isinstance(node, Mapping):
        build.out.note("not-a-disclosure", node.mark)
        return
    readers: dict[str, Callable[[Mapping], None]] = {
        "targets": lambda record: _target(build, record, document, {}),
        "observations": lambda record: _observation(build, record, document),
        "reports": lambda record: _report(build, record, document),
        "evaluations": lambda record: _evaluation(build, record, document),
    }
    for entry in node.entries.values():
        if entry.key not in readers:
            near = closest_match(entry.key, readers) or "、".join(readers)
            build.out.note("unknown-key", entry.mark, key=entry.key, near=near)
            continue
        for record in build.records(entry.value, entry.key):
            readers[entry.key](record)


STATUS_SLUGS: dict[str, str] = {Status.FORECAST: "forecast", Status.FLASH: "flash"}
"""What tells the made id of a figure that is not final from the final one's."""


OBSERVATION_KEY = ("indicator", "period", "organization", "since_year", "status")
"""The columns that make the id of a figure, in their order."""


def _observation(build: _Build, node: Mapping, document: str) -> None:
    row = build.row(node, build.keys("observations", SOURCE, "source"))
    build.source(node, row, document)
    build.organization_cell(row)
    indicator, period, organization, since, status = row.texts(OBSERVATION_KEY)
    _own_id(row, indicator, period, organization, since and f"since-{since}", STATUS_SLUGS.get(status, ""))
    build.add("observations", row)


def _report(build: _Build, node: Mapping, document: str) -> None:
    row = build.row(node, build.keys("reports", SOURCE, "source", *ABOUT))
    build.source(node, row, document)
    build.organization_cell(row)
    build.add("reports", row)
    for key, (table, column) in ABOUT.items():
        _about(build, node.get(key), key, table, {"report": row["id"]}, column)


ABOUT = {"tasks": ("report_tasks", "task"), "indicators": ("report_indicators", "indicator")}
"""What a report may name: key → the table of these links, and its column."""


def _about(build: _Build, named: Node | None, key: str, table: str, cells: dict[str, str], column: str) -> None:
    if named is None or (isinstance(named, Scalar) and not named.text):
        return
    if not isinstance(named, Sequence):
        build.out.note("not-a-name-list", named.mark, key=key)
        return
    for item in named:
        if isinstance(item, Scalar):
            build.add(table, Row({**cells, column: item.text}, {}, item.mark))
        else:
            build.out.note("not-an-id", item.mark, key=key)


def _evaluation(build: _Build, node: Mapping, document: str) -> None:
    row = build.row(node, build.keys("evaluations", SOURCE, "source"))
    build.source(node, row, document)
    build.add("evaluations", row)


def _exclusions(build: _Build, node: Node, document: str) -> None:
    build.known_folder("documents", document, node)
    for record in build.records(node, finding_words.EXCLUSIONS):
        build.out.exclusions.append(Exclusion(document, build.row(record, EXCLUSION)))


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

KEPT = (_sections, _tasks, _indicators, _disclosure, _exclusions)
"""The readers whose rows are kept from run to run; what the others read is small, and much depends on it."""

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
