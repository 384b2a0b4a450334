"""Draft records of tasks, with who is responsible, by when, and in which steps."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.language.formatting import full_width
from generator.language.office import notice_words, split_words
from generator.language.official_text import normalise
from generator.language.wording import responsibility_words
from generator.ledger.due import is_after
from generator.ledger.enums import Assigns, PlanKind, Role, TaskKind, TitleSource
from generator.ledger.wording.clauses import Clause
from generator.ledger.wording.deadlines import dates
from generator.ledger.wording.responsibility.assignees import Assignee
from generator.office.new_rows import NewRow
from generator.office.record_ids import propose_id
from generator.office.splitting.drafts.units import doubt_at
from generator.office.splitting.notice import Notice
from generator.office.splitting.plan import kind_of_task
from generator.office.splitting.sections import title_of_task

STEP = re.compile(notice_words.STAGE)
ROLES = [*Role]


@dataclass(frozen=True, slots=True)
class DraftIds:
    """The ids of a draft: of its document, its plan, its headings and units."""

    document: str
    plan: str
    sections: Mapping[tuple[int, ...], str]
    units: Mapping[str, str]


def draft_tasks(notice: Notice, ids: DraftIds, taken: set[str]) -> dict[str, list[NewRow]]:
    """The rows of all tasks: of themselves, of assignments and milestones.

    Args:
        notice: the notice.
        ids: what the tasks refer to.
        taken: ids of tasks that exist; those of the new ones are added.
    """
    rows: dict[str, list[NewRow]] = {"tasks": [], "assignments": [], "milestones": []}
    highest: dict[tuple[int, ...], str] = {
        section.path: section.title for section in notice.sections if len(section.path) == 1
    }
    for number, clause in enumerate(notice.clauses):
        standing = notice.standings[number]
        is_annual = notice.plan.kind is PlanKind.ANNUAL
        kind = TaskKind.ANNUAL if is_annual else kind_of_task(highest.get(standing.path[:1], ""))
        title, is_whole = title_of_task(clause)
        id_ = propose_id(title, taken)
        taken.add(id_)
        who, doubts = _assignments(notice, clause, id_, ids.units)
        source = notice.source_cells(ids.document, standing.locator, clause.start, clause.end)
        steps, late = _milestones(notice, clause, id_, source)
        doubts += late
        if not is_whole:
            doubts.append(split_words.TITLE_CUT)
        if clause.said.due_text and not (clause.deadline and (clause.deadline.due or clause.deadline.recurrence)):
            doubts.append(split_words.NO_DAY)
        cells = {
            "id": id_,
            "plan": ids.plan,
            "section": ids.sections[standing.path],
            "title": title,
            "title_source": str(TitleSource.PRINTED if _stands_in(title, notice, clause) else TitleSource.OWN),
            "summary": "",
            "kind": str(kind),
            "lead_mode": _mode(clause, who, kind),
            **_deadline(clause),
            **source,
        }
        comments = tuple(doubt_at(notice, clause.start, doubt) for doubt in doubts)
        rows["tasks"].append(NewRow(cells, comments, draft=True))
        rows["assignments"] += who
        rows["milestones"] += steps
    return rows


def _mode(clause: Clause, who: list[NewRow], kind: TaskKind) -> str:
    if kind is TaskKind.REQUIREMENT or not any(row.cells["role"] == Role.LEAD for row in who):
        return ""
    return str(clause.said.mode or "")


def _stands_in(title: str, notice: Notice, clause: Clause) -> bool:
    """Whether a title stands in the words of its clause; that of a merged cell stands in a row above."""
    return normalise(title) in notice.text[clause.start : clause.end]


def _assignments(notice: Notice, clause: Clause, task: str, units: Mapping[str, str]) -> tuple[list[NewRow], list[str]]:
    """Who is responsible, in the order of the roles; a unit stands once for each part of a task."""
    doubts: list[str] = []
    seen: set[tuple[str, str]] = set()
    rows: list[NewRow] = []
    for one in sorted(clause.said.assignees, key=lambda one: ROLES.index(one.role)):
        scope = full_width(one.scope)
        if (units[one.name], scope) in seen:
            doubts.append(split_words.UNIT_TWICE.format(name=full_width(one.name)))
            continue
        seen.add((units[one.name], scope))
        rows.append(NewRow(_assignment(clause, one, task, units[one.name], notice.assigns)))
    if not any(row.cells["role"] == Role.LEAD for row in rows):
        doubts.append(split_words.NO_LEAD)
    elif notice.assigns is None and _is_list(clause):
        doubts.append(split_words.LIST_LEADS)
    return rows, doubts


def _is_list(clause: Clause) -> bool:
    """Whether several units are printed behind one label that does not say who leads."""
    leads = [one for one in clause.said.assignees if one.role is Role.LEAD]
    return len(leads) > 1 and not (clause.said.by_duty or clause.said.respectively or any(map(_says_lead, leads)))


def _says_lead(one: Assignee) -> bool:
    """Whether the words of a role are those of leading."""
    return any(word in (one.printed_role or Role.LEAD) for word in responsibility_words.LEADING)


def _printed_role(clause: Clause, one: Assignee, assigns: Assigns | None) -> str:
    """The printed word of a role; 责任单位 beside another one that leads says no more of it, whatever lists mean."""
    leads = {other.printed_role for other in clause.said.assignees if other.role is Role.LEAD}
    is_list = one.printed_role == responsibility_words.RESPONSIBLE_UNIT
    if is_list and one.printed_role not in leads and assigns in (Assigns.FIRST_LEADS, Assigns.ALL_LEAD):
        return ""
    return full_width(one.printed_role)


def _assignment(clause: Clause, one: Assignee, task: str, unit: str, assigns: Assigns | None) -> dict[str, str]:
    cells = {"task": task, "organization": unit, "role": str(one.role)}
    cells |= {"printed_name": full_width(one.name), "printed_role": _printed_role(clause, one, assigns)}
    post = full_width(clause.said.post) if one.role is Role.LEAD else ""
    return {**cells, "post": post, "scope": full_width(one.scope)}


def _deadline(clause: Clause) -> dict[str, str]:
    found = clause.deadline
    if found is None:
        return {}
    return {"due": found.due, "due_text": full_width(found.due_text), "recurrence": str(found.recurrence or "")}


def _milestones(notice: Notice, clause: Clause, task: str, source: dict[str, str]) -> tuple[list[NewRow], list[str]]:
    """The steps of a task: those of its deadline, else those that its words name with a day."""
    steps = [(step.due, step.text) for step in clause.deadline.milestones] if clause.deadline else []
    doubts: list[str] = []
    if not steps:
        due = clause.deadline.due if clause.deadline else ""
        words = notice.text[clause.start : clause.text_end]
        found = [(day, match) for match in STEP.finditer(words) for day in [*dates(match["date"], notice.years)][-1:]]
        late = [match for day, match in found if due and is_after(day, due)]
        doubts += [split_words.STEP_LATE.format(step=full_width(match[0])) for match in late]
        steps = [(day, _deed(words, match)) for day, match in found if match not in late]
    rows = []
    for day, text in sorted(steps, key=lambda step: f"{step[0]}-99-99"[:10]):
        cells = {"task": task, "due": day, "text": full_width(text) or split_words.STEP}
        rows.append(NewRow({**cells, **source}))
    return rows, doubts


def _deed(words: str, match: re.Match[str]) -> str:
    """What is done by the day of a step: the words before and behind it in their phrase."""
    before = re.split("[,;。:、]", words[: match.start()])[-1][-20:]
    return f"{before}{match['deed']}"
