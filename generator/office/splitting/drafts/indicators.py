"""Draft records of indicators with their targets, and of the levels from which they start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.language import document_words
from generator.language.formatting import full_width
from generator.language.office import notice_words, split_words
from generator.ledger.enums import Basis, Comparator, Measure, Nature, PlanKind, Status, TaskKind, Tier
from generator.ledger.hidden_characters import without_hidden
from generator.ledger.wording.clauses import Clause
from generator.ledger.wording.figures import comparators
from generator.ledger.wording.printed_figures import MOST, Figure, read_figures
from generator.ledger.wording.printed_quantities import Quantity, find_quantities
from generator.office.new_rows import NewRow
from generator.office.record_ids import propose_id
from generator.office.splitting.drafts.tasks import DraftIds
from generator.office.splitting.drafts.units import doubt_at
from generator.office.splitting.indicator_names import (
    direction_of,
    is_direction_open,
    is_measure_open,
    measure_of,
    name_of,
)
from generator.office.splitting.notice import Notice

NEAR = 500
"""Characters up to the end of a clause in which words may stand that say how binding its figures are."""


@dataclass(slots=True)
class _Found:
    """What the figures of a notice give, as it grows."""

    taken: set[str]
    rows: dict[str, list[NewRow]] = field(default_factory=lambda: {"indicators": [], "targets": [], "observations": []})
    seen: set[tuple[str, ...]] = field(default_factory=set)
    names: set[tuple[str, str]] = field(default_factory=set)
    """The names of the indicators, each with its task."""

    def is_new(self, target: NewRow) -> bool:
        """Whether its indicator has no such target yet; from now on it has."""
        key = tuple(target.cells[column] for column in ("indicator", "organization", "end_year", "tier", "set_by"))
        is_new = key not in self.seen
        self.seen.add(key)
        return is_new


@dataclass(frozen=True, slots=True)
class _Above:
    """What an indicator takes from its task."""

    clause: Clause
    task: NewRow
    nature: Nature


def draft_indicators(
    notice: Notice, ids: DraftIds, tasks: list[NewRow], figures: Sequence[Sequence[Figure]], taken: set[str]
) -> dict[str, list[NewRow]]:
    """The rows of all indicators, targets and starting levels.

    Args:
        notice: the notice.
        ids: what the records refer to.
        tasks: the rows of the tasks, one for each clause.
        figures: what the words of each clause set.
        taken: ids of indicators that exist.
    """
    found = _Found(taken)
    for clause, task, printed in zip(notice.clauses, tasks, figures, strict=True):
        words = notice.text[clause.words_at : clause.text_end]
        above = _Above(clause, task, _nature(notice, clause, task))
        last: tuple[Figure, NewRow] | None = None
        for figure in (*printed, *clause.figures):
            name = figure.name or name_of(figure, words)
            more = _another_target(notice, ids, above, figure, name, last)
            if more is not None and found.is_new(more):
                found.rows["targets"].append(more)
                continue
            more_follow = len(printed) == MOST and figure is printed[-1]
            doubts = [split_words.FIGURES_CUT.format(most=MOST)] if more_follow else []
            indicator = _indicator(notice, ids, above, figure, (name, doubts), found)
            target = _target(notice, above, figure, indicator, "")
            found.is_new(target)
            found.rows["targets"].append(target)
            if figure.baseline and (base := _base(notice, above, figure, indicator)):
                found.rows["observations"].append(base)
            last = figure, indicator
    return found.rows


def _another_target(
    notice: Notice, ids: DraftIds, above: _Above, figure: Figure, name: str, last: tuple[Figure, NewRow] | None
) -> NewRow | None:
    """One more target of the indicator before: of a higher tier, of a part of the place, or for another day."""
    if last is None or last[0].unit != figure.unit:
        return None
    place = ids.units.get(figure.scope, "")
    is_higher = figure.tier in (Tier.STRIVING, Tier.CHALLENGE) and last[0].tier is Tier.BASIC
    is_later = not name and last[0].due != figure.due
    return _target(notice, above, figure, last[1], place) if place or is_higher or is_later else None


def _nature(notice: Notice, clause: Clause, task: NewRow) -> Nature:
    """How binding the indicators of a task are: of main targets they are expected, unless the words say otherwise."""
    if notice.plan.kind is PlanKind.ANNUAL:
        return Nature.ANNUAL
    if task.cells["kind"] != TaskKind.MAIN_TARGET:
        return Nature.OF_TASK
    near = notice.text[: clause.text_end][-NEAR:]
    return Nature.BINDING if near.rfind(notice_words.BINDING) > near.rfind(notice_words.EXPECTED) else Nature.EXPECTED


def _indicator(
    notice: Notice, ids: DraftIds, above: _Above, figure: Figure, said: tuple[str, list[str]], found: _Found
) -> NewRow:
    """The row of an indicator, which is added; its name and the first doubts are ``said``."""
    name, doubts = said
    title = without_hidden(name) or above.task.cells["title"]
    doubts = [*doubts, *([] if name else [split_words.NO_NAME])]
    key = (title, above.task.cells["id"])
    if notice_words.SHARED in title or key in found.names:
        doubts.append(split_words.SAME_NAME)
    if figure.baseline and _base_quantity(figure) is None:
        doubts.append(split_words.BASE_SKIPPED.format(base=figure.baseline))
    id_ = propose_id(title, found.taken)
    found.taken.add(id_)
    found.names.add(key)
    measure, direction = measure_of(figure, title, notice.years), direction_of(figure, title)
    if is_measure_open(figure, measure):
        doubts.append(split_words.MEASURE_OPEN.format(measure=measure))
    if is_direction_open(figure, title, measure, direction):
        doubts.append(split_words.DIRECTION_OPEN.format(direction=direction))
    cells = {
        "id": id_,
        "plan": ids.plan,
        "section": above.task.cells["section"],
        "task": above.task.cells["id"],
        "name": title,
        "nature": str(above.nature),
        "measure": str(measure),
        "unit": _unit(figure, measure),
        "direction": str(direction),
    }
    at = above.clause.words_at + figure.start
    row = NewRow(cells, tuple(doubt_at(notice, at, doubt) for doubt in doubts), draft=True)
    found.rows["indicators"].append(row)
    return row


def _unit(figure: Figure, measure: Measure) -> str:
    """The unit; a number without one has none."""
    if figure.unit or figure.value is None or measure is Measure.QUALITATIVE:
        return figure.unit
    return document_words.DIMENSIONLESS


def _target(notice: Notice, above: _Above, figure: Figure, indicator: NewRow, organization: str) -> NewRow:
    """The row of a target; its passage goes from the name of what is counted to the figure's end."""
    start = above.clause.words_at + figure.start - len(figure.subject)
    end = above.clause.words_at + _end_of_comparison(figure, notice.text[above.clause.words_at : above.clause.text_end])
    first, last, year = str(notice.plan.start_year), str(notice.plan.end_year), figure.due[:4]
    end_year = year if first <= year <= last else last
    cells = {
        "indicator": indicator.cells["id"],
        "organization": organization,
        "start_year": first,
        "end_year": end_year,
        "due": figure.due if figure.due != end_year else "",
        "comparator": str(figure.comparator or "") if figure.measure is not Measure.QUALITATIVE else "",
        "value": "" if figure.value is None else f"{figure.value:f}",
        "value_max": "" if figure.value_max is None else f"{figure.value_max:f}",
        "value_text": full_width(figure.value_text),
        "qualifier": figure.qualifier,
        "tier": str(figure.tier or ""),
        "set_by": str(figure.set_by or ""),
        **notice.source_cells(above.task.cells["document"], above.task.cells["locator"], start, end),
    }
    return NewRow(cells, draft=True)


def _end_of_comparison(figure: Figure, words: str) -> int:
    """Where a figure ends with the word of its comparison, which may stand behind the next one: 10%和15%以上."""
    if figure.comparator in (None, Comparator.PLAIN):
        return figure.end
    if figure.comparator in _comparators_in(words[figure.start - len(figure.subject) : figure.end]):
        return figure.end
    ends = (other.end for other in read_figures(words) if other.start >= figure.end)
    return next(ends, figure.end)


def _comparators_in(passage: str) -> set[Comparator]:
    """The comparators whose words stand in a passage."""
    own = {figure.comparator for figure in read_figures(passage) if figure.comparator}
    return {*(Comparator(sign) for sign in comparators(passage)), *own}


def _base_quantity(figure: Figure) -> Quantity | None:
    """The level from which a figure starts; None where its unit is another one."""
    quantity = next(find_quantities(figure.baseline), None)
    is_same = quantity is not None and quantity.unit.split("/")[0] == figure.unit.split("/")[0]
    return quantity if is_same else None


def _base(notice: Notice, above: _Above, figure: Figure, indicator: NewRow) -> NewRow | None:
    """The level from which a figure starts, as an observation; None where its unit is another one."""
    quantity = _base_quantity(figure)
    if quantity is None:
        return None
    words = notice.text[above.clause.words_at : above.clause.text_end]
    at = words[: figure.end].rindex(figure.baseline)
    year = figure.base_year or str(notice.plan.start_year - 1)
    start = above.clause.words_at + at
    cells = {
        "indicator": indicator.cells["id"],
        "period": year,
        "value": f"{quantity.value:f}",
        "value_text": figure.baseline,
        "basis": str(Basis.POINT),
        "status": str(Status.FINAL),
        **notice.source_cells(
            above.task.cells["document"], above.task.cells["locator"], start, start + len(figure.baseline)
        ),
    }
    doubts = () if figure.base_year else (doubt_at(notice, start, split_words.BASE_YEAR.format(year=year)),)
    return NewRow(cells, doubts, draft=True)
