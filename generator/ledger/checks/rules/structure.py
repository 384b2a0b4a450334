"""Rules about the links between records: no cycles, no link into another plan."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import finding_words
from generator.ledger.enums import Nature, PlanKind, Relation, TaskKind
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row, Tables, year


def _links(tables: Tables) -> Iterator[tuple[str, str, list[tuple[str, str, Row]]]]:
    """Every kind of link that must not lead back to its start: title, column of the finding, links."""
    for table, column, title in (
        ("plans", "parent", finding_words.LINKS["plans"]),
        ("sections", "parent", finding_words.LINKS["parent"]),
        ("tasks", "replaced_by", finding_words.LINKS["tasks"]),
        ("indicators", "replaced_by", finding_words.LINKS["indicators"]),
    ):
        yield title, column, [(r["id"], r[column], r) for r in tables.rows[table] if r[column]]
    yield (
        finding_words.LINKS["continues"],
        "continues",
        [(r["task"], r["continues"], r) for r in tables.rows["continuations"]],
    )
    yield (
        finding_words.LINKS["member"],
        "member",
        [(r["collective"], r["member"], r) for r in tables.rows["memberships"]],
    )
    yield (
        finding_words.LINKS["successor"],
        "successor",
        [(r["organization"], r["successor"], r) for r in tables.rows["successions"]],
    )
    subsets = [r for r in tables.rows["relations"] if r["relation"] == Relation.SUBSET]
    yield Relation.SUBSET, "related", [(r["indicator"], r["related"], r) for r in subsets]
    others = [
        r for r in tables.rows["relations"] if r["relation"] != Relation.SUBSET and r["indicator"] == r["related"]
    ]
    yield finding_words.LINKS["related"], "related", [(r["indicator"], r["related"], r) for r in others]


def cycles(tables: Tables) -> Iterator[Finding]:
    """A chain of links must not come back to where it began."""
    for title, column, links in _links(tables):
        graph: dict[str, list[tuple[str, Row]]] = {}
        for start, end, row in links:
            if start == end:
                yield Finding("self", row.at(column), {"title": title})
            else:
                graph.setdefault(start, []).append((end, row))
        for path, row in _loops(graph):
            yield Finding("cycle", row.at(column), {"title": title, "path": " → ".join(path)})


def _loops(graph: dict[str, list[tuple[str, Row]]]) -> Iterator[tuple[list[str], Row]]:
    """Loops of a graph, one for each link that closes one; iterative, since chains may be long."""
    done: set[str] = set()
    for root in tuple(graph):
        if root in done:
            continue
        path, stack = {root: None}, [iter(graph[root])]
        while stack:
            step = next(stack[-1], None)
            if step is None:
                stack.pop()
                done.add(path.popitem()[0])
                continue
            end, row = step
            if end in path:
                steps = list(path)
                yield [*steps[steps.index(end) :], end], row
            elif end not in done:
                path[end] = None
                stack.append(iter(graph.get(end, ())))


def plans(tables: Tables) -> Iterator[Finding]:
    """An annual plan covers one year and lies in its parent, a five-year plan."""
    known = tables.by_id("plans")
    for row in tables.rows["plans"]:
        start, end = year(row["start_year"]), year(row["end_year"])
        if start is None or end is None:
            continue
        annual = row["kind"] == PlanKind.ANNUAL
        if end < start or (annual and end != start):
            yield Finding("plan-years", row.at("end_year"))
            continue
        parent = known.get(row["parent"])
        if parent is None or parent is row:
            continue
        first, last = year(parent["start_year"]), year(parent["end_year"])
        outside = first is not None and last is not None and not first <= start <= last
        if not annual or parent["kind"] == PlanKind.ANNUAL or outside:
            yield Finding("plan-parent", row.at("parent"), {"value": row["parent"]})


SAME_PLAN = (
    ("sections", "parent", "sections"),
    ("tasks", "section", "sections"),
    ("tasks", "replaced_by", "tasks"),
    ("indicators", "section", "sections"),
    ("indicators", "task", "tasks"),
    ("indicators", "replaced_by", "indicators"),
    ("reports", "section", "sections"),
)


def same_plan(tables: Tables) -> Iterator[Finding]:
    """A record and what it stands under belong to one plan; an indicator stands in the section of its task."""
    for table, column, target in SAME_PLAN:
        known = tables.by_id(target)
        for row in tables.rows[table]:
            other = known.get(row[column])
            if other is not None and other["plan"] != row["plan"] and column not in row.given:
                title = finding_words.LINKS[table if column == "replaced_by" else column]
                values = {"title": title, "value": row[column], "plan": other["plan"]}
                yield Finding("other-plan", row.at(column), values)
    tasks = tables.by_id("tasks")
    for row in tables.rows["indicators"]:
        task = tasks.get(row["task"])
        if task is not None and row["task"] and "section" not in row.given and row["section"] != task["section"]:
            yield Finding("other-section", row.at("section"), {"value": row["section"], "section": task["section"]})


def natures(tables: Tables) -> Iterator[Finding]:
    """Annual natures and kinds belong to annual plans, the others to five-year plans."""
    kinds = {r["id"]: r["kind"] for r in tables.rows["plans"]}
    for table, column, annual, code in (
        ("indicators", "nature", Nature.ANNUAL, "nature-plan"),
        ("tasks", "kind", TaskKind.ANNUAL, "kind-plan"),
    ):
        for row in tables.rows[table]:
            kind = kinds.get(row["plan"])
            known = row[column] in (*Nature, *TaskKind)
            if kind and known and (row[column] == annual) != (kind == PlanKind.ANNUAL):
                yield Finding(code, row.at(column), {"value": row[column], "kind": kind})


RULES = (cycles, plans, same_plan, natures)
