"""The clauses of a document: the words of each task, and who is responsible for it by when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.language.official_text import Layout
from generator.language.wording import name_words, responsibility_words
from generator.ledger.enums import Assigns
from generator.ledger.wording.brackets import OPENING
from generator.ledger.wording.deadlines import Deadline, Years, read_deadline
from generator.ledger.wording.groups import Group, groups
from generator.ledger.wording.numbering import ITEM, SIGN, Marker, item_number, knows_lines, markers
from generator.ledger.wording.printed_figures import Figure
from generator.ledger.wording.responsibility.assignees import Assignee, Responsibility
from generator.ledger.wording.responsibility.other_clauses import SAME_UNITS, same_number
from generator.ledger.wording.responsibility.roles import PARTS

BETWEEN = " ,;。、"
LABEL_OF_WORDS = re.compile(responsibility_words.LABEL_OF_WORDS)
COUNTED_WORDS = re.compile(responsibility_words.COUNTED_WORDS)
ITS_DEADLINE = re.compile(responsibility_words.ITS_DEADLINE)
GOES_ON = (";", ",")
"""Behind a parenthesis these say that its sentence goes on."""
LONGEST_HEADING = 40
HEADING_ENDS = re.compile("[。;!]")
SHORTEST_WORDS = 8
ITEM_ENDS = "。:"
"""Before the parts of an item these stand; before those of a section stands its heading."""
SENTENCE_END = "。!?"
BEFORE_LINE = f"{SENTENCE_END};:)]〕】"


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: where its words stand in the text, and what the document says of it."""

    start: int
    text_end: int
    end: int
    """Behind the words of responsibility; the same as ``text_end`` where they stand behind another clause."""
    title: str
    """The sentence that it opens with."""
    parent: str
    """The title of the item that it is a part of, or empty."""
    said: Responsibility
    deadline: Deadline | None
    words_at: int
    """Where the words begin in which figures stand: behind a title of its own, in a table or above the words."""
    number: int | None = None
    """The number before it."""
    figures: tuple[Figure, ...] = ()
    """Those in cells of their own; they count places from ``words_at``."""


def how_assigned(text: str) -> Assigns | None:
    """How the preface of a document says who of a list leads; None where it says nothing of it."""
    return next((Assigns(kind) for form, kind in responsibility_words.ASSIGNING if re.search(form, text)), None)


def read_clauses(text: str, layout: Layout, assigns: Assigns | None = None, years: Years | None = None) -> list[Clause]:
    """The clauses of a document, in order.

    Args:
        text: its text in normal form.
        layout: how the text was laid out; an empty one where that is not known.
        assigns: how the document assigns; by default as its own words say.
        years: the years of the plan, for deadlines that are printed without one.
    """
    assigns = assigns or how_assigned(text)
    numbers = markers(text, layout)
    if assigns is Assigns.NOBODY:
        return [_clause(text, layout, span, span[1], Responsibility(), "", years) for span in _items(text, numbers)]
    clauses: list[Clause] = []
    behind = 0
    found = groups(text, layout, assigns)
    for place, group in enumerate(found):
        if group.said.items:
            clauses += _named_clauses(text, layout, numbers, group, found, {clause.start for clause in clauses}, years)
            behind = group.end
            continue
        said = _resolved(group.said, clauses)
        spans = [(*group.words, "")] if group.words else _spans(text, layout, numbers, behind, group)
        for number, (start, end, parent) in enumerate(spans):
            last = number == len(spans) - 1
            number_of = group.number or next(
                (item_number(text, m) for m in reversed(numbers) if behind <= m.start < m.end <= start), None
            )
            end_of = group.end if last else end
            clauses.append(_clause(text, layout, (start, end), end_of, said, parent, years, number_of))
        behind = group.end
        if group.figures:
            clauses[-1] = replace(clauses[-1], figures=group.figures)
        if group.title:
            clauses[-1] = replace(clauses[-1], title=first_sentence(group.title), words_at=group.words_at)
        elif len(spans) == 1 and (below := _below(text, layout, numbers, spans[0], group, found[place + 1 :])):
            clauses[-1] = replace(clauses[-1], text_end=below, end=below, words_at=group.end)
            behind = below
        elif not group.words and (rest := _rest_of_line(text, layout, numbers, group, found[place + 1 :])):
            clauses[-1] = replace(clauses[-1], text_end=rest, end=rest)
            behind = rest
    return sorted(clauses, key=lambda clause: clause.start)


def _named_clauses(
    text: str,
    layout: Layout,
    numbers: list[Marker],
    group: Group,
    found: list[Group],
    taken: set[int],
    years: Years | None,
) -> Iterator[Clause]:
    """The clauses whose numbers a sentence names, which have no words of responsibility of their own."""
    before = [marker for marker in numbers if marker.start < group.start]
    for number in group.said.items:
        marker = next((m for m in reversed(before) if item_number(text, m) == number), None)
        if marker is None:
            continue
        ends = [m.start for m in numbers if m.start > marker.start and m.level <= marker.level]
        end = min([*ends, *(one.start for one in found if one.start > marker.start), len(text)])
        start = _behind_heading(text, layout, marker.end, end)
        if start not in taken and start < end:
            parent = _parent(text, layout, numbers, marker.start, marker.level)
            yield _clause(text, layout, (start, end), end, group.said, parent, years, number)


def _clause(
    text: str,
    layout: Layout,
    span: tuple[int, int],
    end: int,
    said: Responsibility,
    parent: str,
    years: Years | None,
    number: int | None = None,
) -> Clause:
    deadline = read_deadline(said.due_text, years)
    title = first_sentence(text[span[0] + (span[0] in layout.items) : span[1]])
    return Clause(*span, end, title, parent, said, deadline, span[0], number)


def first_sentence(text: str) -> str:
    """The sentence that words open with, without its full stop."""
    words_ = COUNTED_WORDS.sub("", LABEL_OF_WORDS.sub("", text.lstrip(name_words.TITLE_SIGNS)))
    return words_.partition("。")[0].strip(BETWEEN)


def _resolved(said: Responsibility, clauses: list[Clause]) -> Responsibility:
    """The units of the clause before in the place of 同上, of the one with a number in the place of 同第3项."""
    if said.same:
        parts = PARTS.split(said.same)
        before = _meant(parts[0], clauses) or Responsibility()
        copied = (Assignee(one.name, one.role, said.same, one.scope) for one in before.assignees)
        timed = next((_meant(part, clauses) for part in parts if ITS_DEADLINE.search(part)), None)
        due_text = said.due_text or (timed.due_text if timed else "")
        return Responsibility(
            tuple(copied), before.by_duty, before.respectively, said.post or before.post, due_text, said.same
        )
    assignees: list[Assignee] = []
    for one in said.assignees:
        if SAME_UNITS.fullmatch(one.name):
            before = _meant(one.name, clauses) or Responsibility()
            label = f"{one.printed_role}{one.name}"
            assignees += (Assignee(b.name, b.role, label, b.scope) for b in before.assignees if b.role is one.role)
        else:
            assignees.append(one)
    return Responsibility(
        tuple(assignees), said.by_duty, said.respectively, said.post, said.due_text, said.same, said.above
    )


def _meant(words_: str, clauses: list[Clause]) -> Responsibility | None:
    """What is said of the clause that words mean: 同上 is the last one; None where there is no such clause."""
    number = same_number(words_.strip(BETWEEN))
    return next((one.said for one in reversed(clauses) if number in (None, one.number)), None)


# -- where the words of a clause begin

Span = tuple[int, int, str]
"""Where the words of a clause begin and end, and the title of the item that they are a part of."""


def _spans(text: str, layout: Layout, numbers: list[Marker], behind: int, group: Group) -> list[Span]:
    """The clauses that a place of responsibility stands for; all before ``behind`` belong to others."""
    behind += len(text[behind : group.start]) - len(text[behind : group.start].lstrip(BETWEEN))
    inside = [m for m in numbers if behind <= m.start < group.start]
    chosen = _chosen(text, layout, inside, group.said.above)
    if not chosen:
        start = _paragraph(text, layout, behind, group.start)
        return [_in_its_sentence(text, start, group, _parent(text, layout, numbers, start, SIGN + 1))]
    ends = [*(marker.start for marker in chosen[1:]), group.start]
    spans: list[Span] = []
    for marker, end in zip(chosen, ends, strict=True):
        start = _behind_heading(text, layout, marker.end, end)
        spans.append((start, end, _parent(text, layout, numbers, marker.start, marker.level)))
    spans[-1] = _in_its_sentence(text, spans[-1][0], group, spans[-1][2])
    return spans


def _below(
    text: str, layout: Layout, numbers: list[Marker], span: Span, group: Group, following: list[Group]
) -> int | None:
    """Where the words end that stand below a heading which says who is responsible; None where it is no such heading.

    They go to the next number that is not below it; without one, to the end of their paragraph.
    """
    start, end, _ = span
    if len(text[start:end]) > LONGEST_HEADING or HEADING_ENDS.search(text[start:end]) or group.end not in layout.lines:
        return None
    own = next((marker for marker in reversed(numbers) if marker.end <= end), None)
    if own is None or own.end < start:
        return None
    stop = next((m.start for m in numbers if m.start >= group.end and m.level <= own.level), None)
    if stop is None:
        lower = [m.start for m in numbers if m.start >= group.end]
        stop = min((line for line in layout.lines if line > max([group.end, *lower])), default=len(text))
    if stop - group.end < SHORTEST_WORDS or any(one.start < stop for one in following):
        return None
    return stop


def _rest_of_line(text: str, layout: Layout, numbers: list[Marker], group: Group, following: list[Group]) -> int | None:
    """Where a line ends whose words go on behind a sentence that says who is responsible; None where they do not."""
    if not knows_lines(text, layout) or text[group.end : group.end + 1] != "。":
        return None
    stop = min((line for line in layout.lines if line > group.end), default=len(text))
    rest = text[group.end + 1 : stop]
    is_more = len(rest) >= SHORTEST_WORDS and rest[-1] in SENTENCE_END and rest[0] not in OPENING
    others = [*(one.start for one in following[:1]), *(marker.start for marker in numbers)]
    return stop if is_more and not any(group.end <= start < stop for start in others) else None


def _chosen(text: str, layout: Layout, inside: list[Marker], above: int | None) -> list[Marker]:
    """The numbers with which the clauses begin, of those between two places of responsibility."""
    if not inside:
        return []
    last, siblings, owner = inside[-1], [inside[-1]], None
    for marker in reversed(inside[:-1]):
        if marker.level < last.level:
            owner = marker
            break
        if marker.level == last.level:
            siblings.insert(0, marker)
    if above is None:
        return siblings
    if above > 1:
        return siblings[-above:]
    if len(siblings) > 1 and _is_one_list(text, layout, siblings):
        is_item = owner is not None and (
            owner.level >= ITEM or owner.end == siblings[0].start or text[siblings[0].start - 1] in ITEM_ENDS
        )
        return [owner] if owner is not None and is_item else siblings[:1]
    return [last]


def _is_one_list(text: str, layout: Layout, siblings: list[Marker]) -> bool:
    """Whether numbered parts stand in one sentence, or in one line, and share what stands behind the last of them."""
    starts = [marker.start for marker in siblings[1:]]
    if siblings[0].level == SIGN or all(text[start - 1] in ";," for start in starts):
        return True
    return siblings[0].level > ITEM and knows_lines(text, layout) and not any(start in layout.lines for start in starts)


def _parent(text: str, layout: Layout, numbers: list[Marker], at: int, level: int) -> str:
    """The title of the item above the one that begins here."""
    above = next((m for m in reversed(numbers) if m.start < at and m.level < level), None)
    end = next((m.start for m in numbers if above and m.start > above.start), len(text))
    if above is None:
        return ""
    line = min((place for place in layout.lines if place > above.end), default=len(text))
    is_item = above.level >= ITEM or (knows_lines(text, layout) and "。" in text[above.end : min(end, line)])
    return first_sentence(text[above.end : min(end, at)]) if is_item else ""


def _paragraph(text: str, layout: Layout, start: int, end: int) -> int:
    """Where the last paragraph before a place begins."""
    lines = [p for p in layout.lines if start < p < end and (p in layout.paragraphs or text[p - 1] in BEFORE_LINE)]
    return max(lines, default=start)


def _behind_heading(text: str, layout: Layout, start: int, end: int) -> int:
    """Where the words below a heading begin; where there is none, where they begin anyway."""
    line = min((p for p in layout.lines if start < p < end), default=end)
    if line == end or len(text[start:line]) > LONGEST_HEADING or any(sign in text[start:line] for sign in "。,;:"):
        return start
    return _paragraph(text, layout, line, end)


def _in_its_sentence(text: str, start: int, group: Group, parent: str) -> Span:
    """A clause that is one of several in a sentence does not begin before it."""
    end = group.start
    sentence = text.rfind("。", start, max(end - 1, start)) + 1
    if text[group.end : group.end + 1] in GOES_ON and sentence:
        return sentence, end, parent or first_sentence(text[start:end])
    return start, end, parent


def _items(text: str, numbers: list[Marker]) -> list[tuple[int, int]]:
    """The words of the numbered items of a document that names nobody: the lowest ones that are sentences."""
    plain = [marker for marker in numbers if marker.level < SIGN]
    if not plain:
        return []
    ends = [*(marker.start for marker in plain[1:]), len(text)]
    depths = [*(marker.level for marker in plain[1:]), 0]
    return [
        (marker.end, end)
        for marker, end, depth in zip(plain, ends, depths, strict=True)
        if depth <= marker.level and "。" in text[marker.end : end]
    ]
