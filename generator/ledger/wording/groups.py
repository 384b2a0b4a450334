"""Where a document says who is responsible: parentheses, and lines, rows or sentences that begin with a label."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from generator.language.official_text import Layout, between
from generator.ledger.enums import Assigns
from generator.ledger.wording.brackets import OPENING, Bracket, brackets
from generator.ledger.wording.numbering import item_number, markers
from generator.ledger.wording.printed_figures import Figure
from generator.ledger.wording.responsibility.assignees import Responsibility
from generator.ledger.wording.responsibility.labels import LABEL, label_starts, names_units_of, read_labels
from generator.ledger.wording.responsibility.other_clauses import CLAUSES_ABOVE, NAMED_ITEMS, SAME_UNITS
from generator.ledger.wording.responsibility.parentheses import read_named_items, read_parenthesis, read_sentence
from generator.ledger.wording.responsibility.roles import PARTS
from generator.ledger.wording.tables import table_rows
from generator.ledger.wording.unit_names import SEPARATOR, is_clear_unit, is_unit, split_names

LONGEST = 800
"""Characters that a parenthesis about responsibility may have."""
BEGINS_UNIT = "区县市省州旗各团"
"""With these characters the names of units begin."""
BEFORE_NAME = re.compile(r"[、,;/|: \])〕】]")
FARTHEST_LABEL = 1_000
"""So many characters before a bracket its label may stand."""
LONGEST_LINE = 60
"""Characters that a line may have which holds nothing but names."""
BETWEEN = " ,;。、"
"""What may stand between two labels."""
LONGEST_GAP = 3
BEFORE_LABEL = f"{BETWEEN}:!?)]〕】"
SENTENCE = re.compile("(?:[由以上前]|(?<=[。)]))[^。;]{4,300}?(?=。)")
PART_OF_SENTENCE = re.compile("(?<=[,》”])由[^。;]{4,200}?(?=[。;])")
"""The end of a sentence that says by whom all this is done."""
SENTENCE_END = "。;)]〕】"
SENTENCE_STOP = re.compile(r"(?<![(（][一二三四五六七八九十0-9])(?<![(（][一二三四五六七八九十0-9]{2})[)\]〕】]|。")
SENTENCE_ENDS = ("", "。", ";", "!")
"""What stands around a parenthesis at the end of a sentence; nothing at the end of the text."""
FEWEST_LISTS = 2
"""So many lists make it sure that lists are meant; one behind a full stop does alone."""
LIST_GOES_ON = ",、;:"
"""At the end of a line these say that the list goes on."""


@dataclass(frozen=True, slots=True)
class Group:
    """A place that says who is responsible; it ends with its closing sign, or with its last word."""

    start: int
    end: int
    said: Responsibility
    words: tuple[int, int] | None = None
    """Where the words of its clause stand, where a table says so."""
    words_at: int = 0
    """Where the words begin behind the title, in a table."""
    title: str = ""
    """Its title, where the table has a column for it."""
    number: int | None = None
    """The number of the row of a table."""
    figures: tuple[Figure, ...] = ()
    """The figures in cells of the row."""


def groups(text: str, layout: Layout, assigns: Assigns | None = None) -> list[Group]:
    """Every such place of a text, in order; those that stand side by side are one."""
    rows = [
        Group(row.words[1], row.end, row.said, row.words, row.words_at, row.title, row.number, row.figures)
        for row in table_rows(text, layout, assigns)
    ]
    lists = assigns in (Assigns.FIRST_LEADS, Assigns.ALL_LEAD) or lists_units(text, layout)
    found = _with_more(rows, _joint_sentences(text, layout))
    in_brackets = _parentheses(text, layout, brackets(text), assigns, [*label_starts(text)], lists=lists)
    found = _with_more(found, _outside(in_brackets, rows))
    found = _with_more(found, _same_lines(text, layout))
    taken = [(group.start, group.end) for group in found]
    found += _labelled(text, layout, taken, assigns)
    taken = [(group.start, group.end) for group in found if group.said.assignees or group.said.same]
    found += _sentences(text, layout, taken)
    joined = _joined(text, sorted(found, key=lambda group: group.start))
    return [group for group in joined if group.said.assignees or group.said.same]


def _outside(found: Iterable[Group], rows: list[Group]) -> Iterator[Group]:
    """The places that stand in no row of a table."""
    spans = [(row.words[0], row.end) for row in rows if row.words]
    return (group for group in found if not any(start <= group.start < end for start, end in spans))


def printed(text: str, layout: Layout, start: int, end: int) -> str:
    """A slice as it was printed: with its blanks, and one where a line of a list ends."""
    pieces, at, seen, name_at = [], start, start, start
    in_label = {p for label in LABEL.finditer(text, start, end) for p in range(label.start() + 1, label.end())}
    for place in between(layout.pieces, start, end):
        if place in in_label or not (place in layout.gaps or place in layout.lines):
            continue
        pieces.append(text[at:place])
        name_at, seen = max((sign.end() for sign in BEFORE_NAME.finditer(text, seen, place)), default=name_at), place
        name = text[name_at:place]
        names_end = (text[place] in BEGINS_UNIT or place in layout.paragraphs or place in layout.lines) and is_unit(
            name
        )
        if place in layout.gaps or names_end or LABEL.match(text, place):
            pieces.append(" ")
        at = place
    return "".join((*pieces, text[at:end]))


def _parentheses(
    text: str, layout: Layout, found: list[Bracket], assigns: Assigns | None, labels: Sequence[int], *, lists: bool
) -> Iterator[Group]:
    """Parentheses that say who is responsible; of one inside the other the outer one.

    ``labels`` are the places at which the words of labels begin, in order.
    """
    for bracket in found:
        said = None
        label = LABEL.match(text, bracket.start)
        if (label and label.end() >= bracket.end) or _behind_label(text, layout, labels, bracket.start):
            continue
        if bracket.end - bracket.start <= LONGEST:
            inside = printed(text, layout, bracket.start + 1, bracket.end - 1)
            said = read_parenthesis(inside, assigns, lists=lists and ends_sentence(text, layout, bracket))
        if said is not None:
            yield Group(bracket.start, bracket.end, said)
        else:
            yield from _parentheses(text, layout, bracket.inside, assigns, labels, lists=lists)


def _behind_label(text: str, layout: Layout, labels: Sequence[int], at: int) -> bool:
    """Whether a bracket stands behind names that a label is before: 责任单位:区教育局牵头〔托育由区卫健局牵头〕."""
    before = bisect_right(layout.starts, at)
    line = layout.starts[before - 1] if before else 0
    sentence = max(line, text.rfind("。", line, at) + 1, at - FARTHEST_LABEL)
    nearest = next(_labels_before(text, layout, between(labels, sentence - 1, at), sentence, at), None)
    return nearest is not None and nearest.end() < at and names_units_of(nearest)


def _labels_before(text: str, layout: Layout, labels: Sequence[int], start: int, end: int) -> Iterator[re.Match[str]]:
    """The labels of a part of a text, the last first; a sign may stand before the words of one: 【责任单位】."""
    for words in reversed(labels):
        for at in (words - 1, words):
            if at >= start and _may_begin(text, layout, at) and (label := LABEL.match(text, at, end)):
                yield label


def _with_more(found: list[Group], more: Iterable[Group]) -> list[Group]:
    """Places with those of more that do not touch them."""
    return [*found, *(one for one in more if not any(g.start < one.end and one.start < g.end for g in found))]


def _same_lines(text: str, layout: Layout) -> Iterator[Group]:
    """Lines that say nothing but whose units these are, or for how many clauses: 责任单位、完成时限:同第3项."""
    for start, end in pairwise((*layout.starts, len(text))):
        above = CLAUSES_ABOVE.match(text, start, end)
        if SAME_UNITS.fullmatch(PARTS.split(text[start:end], maxsplit=1)[0]) or (
            above and LABEL.match(text, above.end(), end)
        ):
            said = read_parenthesis(printed(text, layout, start, end).rstrip(BETWEEN))
            if said is not None:
                yield Group(start, end, said)


def _joint_sentences(text: str, layout: Layout) -> Iterator[Group]:
    """Sentences, in brackets or not, that name the clauses for which they say who is responsible."""
    matches = [*NAMED_ITEMS.finditer(text)]
    if not matches:
        return
    known = {(marker.level, item_number(text, marker)) for marker in markers(text, layout)}
    levels = {level for level, _ in known}
    for match, following in zip_longest(matches, matches[1:]):
        start = match.start()
        end = SENTENCE_STOP.search(text, start)
        stop = end.start() if end else len(text)
        if following and following.start() < stop:
            stop = following.start()
        said = read_named_items(text[start:stop].rstrip(BETWEEN))
        if said and any(all((level, number) in known for number in said.items) for level in levels):
            behind = stop + len(text[stop : stop + 1].strip("。;,")) if text[start - 1 : start] in OPENING else stop
            yield Group(start - (text[start - 1 : start] in OPENING), behind, said)


def ends_sentence(text: str, layout: Layout, bracket: Bracket) -> bool:
    """Whether a parenthesis stands at the end of a sentence, a part of one, or a line."""
    behind = text[bracket.end : bracket.end + 1]
    return (
        text[bracket.start - 1 : bracket.start] in SENTENCE_ENDS
        or behind in SENTENCE_ENDS
        or (bracket.end in layout.breaks)
    )


def lists_units(text: str, layout: Layout) -> bool:
    """Whether a document prints who is responsible as plain lists of units behind its sentences, and says no roles."""
    found = 0
    for bracket in brackets(text):
        inside = text[bracket.start + 1 : bracket.end - 1]
        if ends_sentence(text, layout, bracket) and len(inside) <= LONGEST and not bracket.inside:
            names = split_names(inside)
            if names and all(is_clear_unit(name) for name in names):
                found += FEWEST_LISTS if text[bracket.start - 1 : bracket.start] == "。" else 1
    return found >= FEWEST_LISTS


def _sentences(text: str, layout: Layout, taken: list[tuple[int, int]]) -> Iterator[Group]:
    """Sentences that say nothing but who is responsible."""
    for match in (*SENTENCE.finditer(text), *PART_OF_SENTENCE.finditer(text)):
        start, end = match.span()
        if start not in layout.lines and text[start - 1] not in SENTENCE_END and match.re is SENTENCE:
            continue
        said = read_sentence(match[0]) if not any(first < end and start < last for first, last in taken) else None
        whole = match.re is SENTENCE
        if said is not None and (
            whole or all(is_clear_unit(one.name) and "的" not in one.name for one in said.assignees)
        ):
            yield Group(start, end, said)


def _labelled(text: str, layout: Layout, taken: list[tuple[int, int]], assigns: Assigns | None) -> Iterator[Group]:
    """Labels, outside parentheses, with what stands behind each until the next one."""
    stops = sorted([*(marker.start for marker in markers(text, layout)), *(first for first, _ in taken)])
    at = 0
    while label := LABEL.search(text, at):
        start = label.start()
        if any(first <= start < last for first, last in taken) or not _may_begin(text, layout, start):
            at = start + 1
            continue
        at = _labels_end(text, layout, label, stops)
        end = start + len(text[start:at].rstrip(BETWEEN))
        said = read_labels(printed(text, layout, start, end), assigns)
        if said is not None:
            yield Group(start, end, said)


def _labels_end(text: str, layout: Layout, label: re.Match[str], stops: list[int]) -> int:
    """Where labels that follow each other end with their words."""
    while True:
        end = _value_end(text, layout, label, stops)
        gap = len(text[end : end + LONGEST_GAP]) - len(text[end : end + LONGEST_GAP].lstrip(BETWEEN))
        following = LABEL.match(text, end + gap)
        if following is None:
            return end
        label = following


def _may_begin(text: str, layout: Layout, at: int) -> bool:
    """Whether labels may begin here: behind a sentence, or with a line."""
    return at == 0 or at in layout.lines or at in layout.gaps or text[at - 1] in BEFORE_LABEL


def _value_end(text: str, layout: Layout, before: re.Match[str], stops: list[int]) -> int:
    """Where the words behind a label end: at the next label, item, parenthesis about units, sentence or line."""
    start, names_units = before.end(), names_units_of(before)
    place = bisect_left(stops, start)
    stop = stops[place] if place < len(stops) else len(text)
    if label := LABEL.search(text, start, stop):
        stop = label.start()
    sentence = text.find("。", start, stop)
    stop = sentence if sentence >= 0 else stop
    lines = between(layout.new_lines, start, stop)
    return next((line for line in lines if not _goes_on(text, layout, start, line, names_units=names_units)), stop)


def _goes_on(text: str, layout: Layout, start: int, line: int, *, names_units: bool) -> bool:
    """Whether the words behind a label go on in the next line."""
    if text[line - 1] in LIST_GOES_ON:
        return True
    end = next(iter(between(layout.starts, line, len(text))), len(text))
    names = split_names(text[line:end])
    if names_units and end - line <= LONGEST_LINE and names and all(is_unit(name) for name in names):
        return True  # one unit below the other
    if line in layout.paragraphs or not names_units:
        return False
    name = SEPARATOR.split(text[start:line])[-1]
    return not is_unit(name) and not any(char.isdigit() for char in name)


def _joined(text: str, found: list[Group]) -> list[Group]:
    """Places that have nothing but punctuation between them are one."""
    joined: list[Group] = []
    for group in found:
        last = joined[-1] if joined else None
        if (
            last
            and not text[last.end : group.start].strip(BETWEEN)
            and not (last.said.assignees and group.said.assignees)
        ):
            joined[-1] = Group(last.start, group.end, _both(last.said, group.said))
        else:
            joined.append(group)
    return joined


def _both(one: Responsibility, other: Responsibility) -> Responsibility:
    who = one if one.assignees or one.same else other
    return replace(who, post=one.post or other.post, due_text=one.due_text or other.due_text)
