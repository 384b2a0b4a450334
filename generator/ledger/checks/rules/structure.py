"""Rules about the links between records: no cycles, no link into another plan."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import finding_words
from generator.ledger.enums import Relation
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row, Tables

Link = tuple[str, str, Row]
"""From which id to which, and the row that says so."""

LINKS = (
    ("plans", "plans", "id", "parent"),
    ("parent", "sections", "id", "parent"),
    ("previous", "plans", "id", "previous"),
    ("organizations", "organizations", "id", "parent"),
    ("tasks", "tasks", "id", "replaced_by"),
    ("indicators", "indicators", "id", "replaced_by"),
    ("targets", "targets", "id", "replaced_by"),
    ("revises", "observations", "id", "revises"),
    ("continues", "continuations", "task", "continues"),
    ("member", "memberships", "collective", "member"),
    ("successor", "successions", "organization", "successor"),
)
"""Links that must not lead back to their start: key of the title, table, columns of both ends."""


def cycles(tables: Tables) -> Iterator[Finding]:
    """A chain of links must not come back to where it began."""
    for key, table, start, end in LINKS:
        links = [(row[start], row[end], row) for row in tables.rows[table] if row[end]]
        yield from _cycles(links, finding_words.LINKS[key], end)
    relations = [(row["indicator"], row["related"], row) for row in tables.rows["relations"]]
    subsets = [link for link in relations if link[2]["relation"] == Relation.SUBSET]
    yield from _cycles(subsets, Relation.SUBSET, "related")
    to_itself = [link for link in relations if link[2]["relation"] != Relation.SUBSET and link[0] == link[1]]
    yield from _cycles(to_itself, finding_words.LINKS["related"], "related")


def _cycles(links: list[Link], title: str, column: str) -> Iterator[Finding]:
    """Findings about links of one kind, at the column that names the end of a link."""
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


SAME_PLAN = (  # table, column, table that the column refers to
    ("sections", "parent", "sections"),
    ("tasks", "section", "sections"),
    ("tasks", "replaced_by", "tasks"),
    ("indicators", "section", "sections"),
    ("indicators", "task", "tasks"),
    ("indicators", "replaced_by", "indicators"),
    ("reports", "section", "sections"),
    ("projects", "task", "tasks"),
)


def same_plan(tables: Tables) -> Iterator[Finding]:
    """A record and what it stands under belong to one plan; an indicator stands in the section of its task."""
    plans = tables.ids("plans")
    for table, column, target in SAME_PLAN:
        targets = tables.by_id(target)
        for row in tables.rows[table]:
            target_row = targets.get(row[column])
            if target_row is None or row["plan"] not in plans or column in row.given:
                continue
            if target_row["plan"] != row["plan"]:
                title = finding_words.LINKS[table if column == "replaced_by" else column]
                values = {"title": title, "value": row[column], "plan": target_row["plan"]}
                yield Finding("other-plan", row.at(column), values)
    tasks = tables.by_id("tasks")
    for row in tables.rows["indicators"]:
        task = tasks.get(row["task"])
        if task is not None and row["task"] and "section" not in row.given and row["section"] != task["section"]:
            yield Finding("other-section", row.at("section"), {"value": row["section"], "section": task["section"]})


RULES = (cycles, same_plan)
