"""Tables of tasks: one row, one task, with who is responsible, deadline, steps, and the figures in its words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from generator.language.office import column_words, import_words
from generator.language.official_text import normalise
from generator.ledger.due import is_after
from generator.ledger.enums import Assigns, LeadMode, Recurrence, Role, TaskKind, TitleSource
from generator.ledger.wording.clauses import how_assigned
from generator.ledger.wording.deadlines import Deadline, Years, read_deadline
from generator.ledger.wording.responsibility.assignees import Assignee, Responsibility
from generator.ledger.wording.responsibility.labels import LABEL, read_labels
from generator.ledger.wording.responsibility.other_clauses import SAME_UNITS, same_number
from generator.ledger.wording.unit_names import split_names
from generator.office.importing.context import ImportContext, Key, looks_like_unit
from generator.office.importing.posts import read_posts
from generator.office.importing.sections import Sections
from generator.office.importing.shown_text import tidy
from generator.office.importing.tables.columns import Column
from generator.office.importing.tables.found_tables import DataRow, Table
from generator.office.importing.tables.task_figures import TaskWords, read_task_figures
from generator.office.importing.tables.value_cells import is_nothing

LONGEST_SUMMARY: Final = 60
LONGEST_TITLE: Final = 30
PHRASE_END: Final = re.compile(import_words.PHRASE_END)
MAIN_UNITS: Final = re.compile(column_words.MAIN_UNITS)
PLAIN_SUPPORT: Final = re.compile(column_words.PLAIN_SUPPORT)
EMPTY_LEADS: Final = re.compile(column_words.LEADS_WHERE_EMPTY)
WEIGHT: Final = re.compile(r"(?P<weight>[0-9]+(?:\.[0-9]+)?)\D?")
UNITS: Final = tuple(import_words.UNIT_LABELS)
DEADLINE_CODES: Final = {
    Recurrence.MONTHLY: "monthly",
    Recurrence.QUARTERLY: "quarterly",
    Recurrence.YEARLY: "yearly",
    Recurrence.ONGOING: "ongoing",
}
"""What ``--json`` calls a task without a day."""


@dataclass(slots=True)
class Clause:
    """A task as ``--json`` writes it."""

    title: str
    text: str
    leads: list[str] = field(default_factory=list)
    supports: list[str] = field(default_factory=list)
    deadline: str | None = None
    figures: list[dict[str, object]] = field(default_factory=list)


@dataclass(slots=True)
class _TaskTable:
    """A table of tasks while it is read."""

    context: ImportContext
    table: Table
    plan: str
    years: Years
    sections: Sections
    titles: Counter[str]
    assigns: Assigns | None
    leads_said: bool
    """Whether the table says who leads where no lead is named."""
    figures_of: dict[tuple[int, int], str] = field(default_factory=dict)
    """Cells whose figures are read; merged ones stand for several rows."""
    title: str = ""
    above: dict[int, str] = field(default_factory=dict)
    """Column of units or deadlines → its words in the row above."""
    numbered: dict[tuple[int, int], str] = field(default_factory=dict)
    """Number of a row and such a column → the words there."""


def read_tasks(context: ImportContext, table: Table, plan: str, years: Years, sections: Sections) -> list[Clause]:
    """Add the tasks of a table; returns them as clauses."""
    words = "".join(map(normalise, (*table.above, *table.notes)))
    titles = Counter(tidy(text) for row in table.rows if (text := _first(table, row.row, "title")))
    said = bool(EMPTY_LEADS.search(words)) or bool(table.head.of("support") and not table.head.of("lead"))
    reading = _TaskTable(context, table, plan, years, sections, titles, how_assigned(words), said)
    found = []
    for row in table.rows:
        if (clause := _task(reading, row)) is not None:
            found.append(clause)
    return found


def _first(table: Table, row: int, kind: str) -> str:
    return next((text for _, text in table.texts(row, kind) if not is_nothing(text)), "")


def _task(reading: _TaskTable, row: DataRow) -> Clause | None:
    """One task; None where a row says nothing of one."""
    context, table = reading.context, reading.table
    doubts = context.broken(table.sheet, row.row, [c.index for c in table.head.columns if c.kind in READ])
    titles, contents = ([*_words(table, row, kind)] for kind in ("title", "content"))
    if not titles and not contents:
        if any(not is_nothing(text) for _, text in table.texts(row.row, *UNITS, "due")):
            context.say("title-empty", table.place(row.row, *UNITS, "due"))
        return None
    title, contents = _title(reading, row, titles, contents, doubts)
    text = import_words.NOTES_JOINED.join(dict.fromkeys(text for _, text in contents)) or title
    place = table.place(row.row, "title", "content")
    if row.row != table.sheet.origin(row.row, table.head.columns[0].index)[0] or reading.titles[title] > 1:
        place = table.place(row.row, *(("content",) if contents else ("title",)))
    key: Key = (table.sheet.name, row.row, "task")
    shared = reading.titles[title] > 1 and text != title
    own_title = _heading(text if shared else title)
    id_ = context.id_of("tasks", key, own_title)
    section = reading.sections.of(reading.plan, row.areas, table.sheet.name, import_words.ROOT_SECTION)
    said = _responsibility(reading, row, doubts)
    deadline = _deadline(reading, row, doubts)
    summary = text if len(text) <= LONGEST_SUMMARY else _cut(text)
    if summary != text:
        context.say("title-cut", place)
    cells = {"id": id_, "plan": reading.plan, "section": section, "title": own_title}
    cells |= {"title_source": TitleSource.PRINTED.value, "summary": summary, "kind": TaskKind.KEY.value}
    cells |= {"lead_mode": _mode(said), "weight": _weight(reading, row, doubts)}
    if deadline is not None:
        cells |= {"due": deadline.due, "due_text": deadline.due_text}
        cells["recurrence"] = deadline.recurrence.value if deadline.recurrence else ""
    source = {"document": context.document, "locator": place}
    names = _add_assignments(reading, row, id_, said)
    if not names[Role.LEAD]:
        cells["lead_mode"] = ""
        doubts.append(context.say("lead-missing", place))
    context.add("tasks", {**cells, **source}, doubts)
    _add_steps(reading, row, id_, deadline, source)
    figures = []
    for at, words in contents or titles[:1]:
        origin = table.sheet.origin(row.row, at)
        if origin not in reading.figures_of:
            reading.figures_of[origin] = id_
            at_cell = (*key[:2], f"figure-{at}"), table.sheet.name_of(*origin)
            told = TaskWords(normalise(words), id_, own_title, reading.plan, section, reading.years, *at_cell)
            figures += read_task_figures(context, told)
    others = [name for role in Role if role is not Role.LEAD for name in names[role]]
    return Clause(title, text, names[Role.LEAD], others, _code(deadline), figures)


Words = tuple[int, str]
"""A column, and its words in a row, in normal form."""


def _words(table: Table, row: DataRow, kind: str) -> Iterator[Words]:
    """The words of the columns of a kind."""
    for at, text in table.texts(row.row, kind):
        if not is_nothing(text):
            yield at, tidy(text)


def _title(
    reading: _TaskTable, row: DataRow, titles: list[Words], contents: list[Words], doubts: list[str]
) -> tuple[str, list[Words]]:
    """What a task is called, and the words that say more of it."""
    if titles:
        title, contents = titles[0][1], [*titles[1:], *contents]
    elif reading.table.head.of("title") and reading.title:
        title = reading.title
        doubts.append(reading.context.say("title-above", reading.table.place(row.row, "content"), title=title))
    else:
        title, contents = contents[0][1], contents[1:]
    reading.title = title
    return title, contents


READ: Final = ("title", "content", *UNITS, "due", "weight", "step")
"""Columns from which tasks are read."""


def _heading(text: str) -> str:
    """A title: the text, or its first phrase where it is long."""
    if len(text) <= LONGEST_TITLE:
        return text
    phrase = PHRASE_END.split(text)[0]
    return phrase if 1 < len(phrase) <= LONGEST_SUMMARY else text[:LONGEST_TITLE]


def _cut(text: str) -> str:
    """As many whole phrases as a summary may have."""
    ends = [match.start() for match in PHRASE_END.finditer(text[:LONGEST_SUMMARY])]
    return text[: ends[-1]] if ends and ends[-1] > LONGEST_TITLE else f"{text[: LONGEST_SUMMARY - 1]}…"


def _plain(text: str) -> str:
    """A cell in one line, with a blank where it has one or begins a line."""
    return " ".join(unicodedata.normalize("NFKC", part) for part in text.split())


def _responsibility(reading: _TaskTable, row: DataRow, doubts: list[str]) -> Responsibility:
    """Who is responsible, as the columns of units say."""
    table = reading.table
    pieces = []
    further: list[Assignee] = []
    for column in table.head.of(*UNITS):
        text = _said(reading, row, column.index, _plain(reading.context.units_in(table.sheet, row.row, column.index)))
        if _takes_part(table, row, column):
            further += _taking_part(text, column.lowest, Role.SUPPORT)
            continue
        if _builds(table, column):
            further += _taking_part(text, column.lowest, Role.LEAD)
            continue
        label = column.name if LABEL.fullmatch(f"{column.name}:") else import_words.UNIT_LABELS[column.kind]
        pieces.append(text if LABEL.match(text) else f"{label}:{text}")
    said = read_labels(";".join(pieces), reading.assigns) or Responsibility()
    said = replace(said, assignees=(*said.assignees, *further))
    labels = {column.name for column in table.head.of("responsible")} | {import_words.UNIT_LABELS["responsible"]}
    listed = [one for one in said.assignees if one.role is Role.LEAD and one.printed_role in labels]
    if len(listed) > 1 and reading.assigns is None and not reading.leads_said:
        place = table.place(row.row, "responsible")
        doubts.append(reading.context.say("lead-list", place, count=len(listed)))
    if (
        any(one.role is Role.SUPPORT and one.printed_role in labels for one in said.assignees)
        and not reading.leads_said
    ):
        reading.context.say("responsible-support", f"{table.sheet.name}!{table.row}")
    return said


def _takes_part(table: Table, row: DataRow, column: Column) -> bool:
    """Whether a column names units that take part besides those responsible: 属地单位, 落实单位, 配合镇街.

    It does only where the row says in another column who is responsible.
    """
    main = [one for one in table.head.of("lead", "responsible") if one.kind == "lead" or MAIN_UNITS.fullmatch(one.name)]
    if column in main or all(is_nothing(table.sheet.text(row.row, one.index)) for one in main):
        return False
    return column.kind == "responsible" or (column.kind == "support" and not PLAIN_SUPPORT.fullmatch(column.lowest))


def _builds(table: Table, column: Column) -> bool:
    """Whether a column names those who build, or have a part of their own, and no other column says who leads."""
    others = [one for one in table.head.of("lead", "responsible", "support") if one is not column]
    return column.kind == "support" and not PLAIN_SUPPORT.fullmatch(column.lowest) and not others


def _said(reading: _TaskTable, row: DataRow, column: int, text: str) -> str:
    """The words of a cell; where it says 同上 or 同第3项, those of the row that it means."""
    if SAME_UNITS.fullmatch(text):
        number = same_number(text)
        text = (reading.above.get(column) if number is None else reading.numbered.get((number, column))) or text
    reading.above[column] = text
    serial = normalise(_first(reading.table, row.row, "serial"))
    if serial.isdecimal():
        reading.numbered[int(serial), column] = text
    return text


def _taking_part(text: str, name: str, role: Role) -> list[Assignee]:
    """The units of such a column; its name is their role."""
    said = read_labels(f"{import_words.UNIT_LABELS['support']}:{text}") or Responsibility()
    return [replace(one, role=role, printed_role=name) for one in said.assignees]


def _mode(said: Responsibility) -> str:
    mode = said.mode or LeadMode.SINGLE
    return mode.value


def _add_assignments(reading: _TaskTable, row: DataRow, task: str, said: Responsibility) -> dict[Role, list[str]]:
    """Add who is responsible; returns the printed names by role."""
    context, table = reading.context, reading.table
    printed = (one for one in table.texts(row.row, "leader") if not is_nothing(one[1]))
    posts, left_out = read_posts("、".join(_said(reading, row, at, _plain(text)) for at, text in printed))
    if left_out:
        context.say("leader-name", table.place(row.row, "leader"))
    names: dict[Role, list[str]] = {role: [] for role in Role}
    seen: dict[str, str] = {}
    for one in sorted(said.assignees, key=lambda one: one.role is not Role.LEAD):
        place = _place_of(reading, row, one.name)
        unit = context.unit(one.name, place)
        if not unit:
            continue
        if unit in seen:
            context.say("unit-twice", seen[unit], name=one.name)
            continue
        seen[unit] = place
        names[one.role].append(one.name)
        doubts = [] if looks_like_unit(one.name) else [context.say("unit-unclear", place, name=one.name)]
        context.add("assignments", _assignment(one, unit, task, posts), doubts)
    return names


def _place_of(reading: _TaskTable, row: DataRow, name: str) -> str:
    """The first cell that names a unit; one in which the name is a part of a longer one only where no other does."""
    texts = [(column.index, reading.above[column.index]) for column in reading.table.head.of(*UNITS)]
    at, _ = max(texts, key=lambda cell: (name in split_names(cell[1]), name in cell[1]))
    return reading.table.sheet.name_of(row.row, at)


def _assignment(one: Assignee, unit: str, task: str, posts: str) -> dict[str, str]:
    cells = {"task": task, "organization": unit, "role": one.role.value, "printed_name": one.name}
    cells |= {"printed_role": one.printed_role, "scope": one.scope}
    return {**cells, "post": posts if one.role is Role.LEAD else ""}


def _deadline(reading: _TaskTable, row: DataRow, doubts: list[str]) -> Deadline | None:
    """The deadline of a row; a doubt where it says no day."""
    texts = ((at, text) for at, text in reading.table.texts(row.row, "due") if not is_nothing(text))
    column, printed = next(texts, (0, ""))
    text = _said(reading, row, column, _plain(printed)) if printed else ""
    found = read_deadline(text, reading.years) if text else None
    if found is None:
        return None
    place = reading.table.place(row.row, "due")
    if not found.due and found.recurrence is None:
        doubts.append(reading.context.say("due-unclear", place, text=found.due_text))
    if found.due and int(found.due[:4]) < reading.years[0]:
        doubts.append(reading.context.say("due-year", place, text=found.due_text))
    return found


def _code(deadline: Deadline | None) -> str | None:
    if deadline is None:
        return None
    return deadline.due or (DEADLINE_CODES.get(deadline.recurrence) if deadline.recurrence else None)


def _weight(reading: _TaskTable, row: DataRow, doubts: list[str]) -> str:
    text = normalise(_first(reading.table, row.row, "weight"))
    if not text:
        return ""
    if match := WEIGHT.fullmatch(text):
        return match["weight"]
    doubts.append(reading.context.say("weight-unclear", reading.table.place(row.row, "weight"), text=text))
    return ""


def _add_steps(reading: _TaskTable, row: DataRow, task: str, deadline: Deadline | None, source: dict[str, str]) -> None:
    """Add the steps of a task, in the order of their deadlines: those of the columns, and those of a deadline."""
    steps = []
    for column in reading.table.head.of("step"):
        text = tidy(reading.table.sheet.text(row.row, column.index))
        due = read_deadline(column.match[0], reading.years) if column.match else None
        if not is_nothing(text) and due is not None and due.due:
            place = {**source, "locator": reading.table.sheet.name_of(row.row, column.index)}
            steps.append(
                {"task": task, "due": due.due, "text": _cut(text) if len(text) > LONGEST_SUMMARY else text, **place}
            )
    stages = [stage for stage in (deadline.milestones if deadline else ()) if stage.text]
    steps += [{"task": task, "due": stage.due, "text": stage.text[:LONGEST_SUMMARY], **source} for stage in stages]
    ordered: list[dict[str, str]] = []
    for step in steps:
        at = next((at for at, other in enumerate(ordered) if is_after(other["due"], step["due"])), len(ordered))
        ordered.insert(at, step)
    for step in ordered:
        reading.context.add("milestones", step)
