"""What was read in a notice, as JSON for other programs: clauses, figures, units; names as they stand in the text."""

from __future__ import annotations

import re
from typing import Any

from generator.language.office import notice_words
from generator.language.wording import figure_words
from generator.ledger.enums import Comparator, Recurrence, Role
from generator.ledger.wording.clauses import Clause
from generator.ledger.wording.printed_figures import Figure, read_figures
from generator.office.interchange_codes import COMPARATOR_CODES
from generator.office.splitting.notice import Notice
from generator.office.splitting.units import collect_units, level_of

AGAIN = {
    Recurrence.MONTHLY: "monthly",
    Recurrence.QUARTERLY: "quarterly",
    Recurrence.YEARLY: "yearly",
    Recurrence.ONGOING: "ongoing",
}
"""What stands for the deadline of a task that has no day."""
REACHED_ALONE = re.compile(f"^(?:{figure_words.REACHED}){notice_words.REACHED_ALONE}")
"""达到 65% says which number is meant and no more; a record takes it for the least that is asked for."""

Json = dict[str, Any]


def notice_json(notice: Notice) -> Json:
    """The clauses, figures and units of a notice."""
    figures = [
        figure_json(figure)
        for clause in notice.clauses
        for figure in (*read_figures(notice.text[clause.words_at : clause.text_end], notice.years), *clause.figures)
        if figure.value is not None
    ]
    printed = units_printed(notice)
    units = collect_units(printed, level_of(notice.head.issuer, [name for name, _ in printed]))
    known = {unit.name: str(unit.kind) for unit in units.values()}
    return {
        "clauses": [_clause(notice, clause) for clause in notice.clauses],
        "figures": figures,
        "units": [{"name": name, "kind": kind} for name, kind in known.items()],
    }


def units_printed(notice: Notice) -> list[tuple[str, int]]:
    """The names of units as they are printed with tasks, each with the place of its clause."""
    return [(one.name, clause.text_end) for clause in notice.clauses for one in clause.said.assignees]


def _clause(notice: Notice, clause: Clause) -> Json:
    leads, supports = (
        [one.name for one in clause.said.assignees if (one.role is Role.LEAD) is leading] for leading in (True, False)
    )
    found: Json = {"title": clause.title, "leads": leads, "supports": supports}
    found["text"] = notice.text[clause.start : clause.text_end]
    if clause.deadline is not None:
        found["deadline"] = clause.deadline.due or AGAIN.get(clause.deadline.recurrence or Recurrence.ONCE, "")
    return found


def figure_json(figure: Figure) -> Json:
    """A figure with a number: two numbers are a range, and 达到 alone is no comparison."""
    values = [_number(value) for value in (figure.value, figure.value_max) if value is not None]
    code = COMPARATOR_CODES[figure.comparator or Comparator.PLAIN]
    if len(values) > 1:
        code = "range"
    elif figure.unit == figure_words.TIMES:
        code = "times"
    elif figure.comparator is Comparator.AT_LEAST and REACHED_ALONE.match(figure.value_text):
        code = "eq"
    return {"value": values if len(values) > 1 else values[0], "unit": figure.unit, "comparator": code}


def _number(value: object) -> int | float:
    number = float(str(value))
    return int(number) if number == int(number) else number
