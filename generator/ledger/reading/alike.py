"""Records that are written alike: libyaml reads one of each form, and the others are filled into what it gave.

A large ledger has a hundred thousand records of a few forms. Two records whose texts differ only in plain words behind
``key: `` are the same to YAML but for these words, so the tree of one is that of the other, with other words and the
places behind them moved. No more of YAML is known here: a file that is no list of records, that has too many forms for
its records, or with whose records libyaml finds fault, is left to libyaml as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from generator.ledger.reading.nodes import Mapping, Mark, Node, Scalar, Sequence, Shapes, Spots

NULLS = frozenset({"~", "null", "Null", "NULL"})
"""Texts that YAML takes for no value."""

_SIGNS = r"\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff,\[\]{}#:?'\""
_BEGUN = r"\-&*!|>%@`=~<"
_WORDS = rf"(-?[^{_SIGNS}{_BEGUN}][^{_SIGNS}]*(?: +[^{_SIGNS}]+)*)"
"""Plain words: no sign in them means anything to YAML."""
WORDS = re.compile(rf": {_WORDS}(?=[\n}}]|, |\Z)")
"""Words that are the value of a key: what is behind them ends them."""
LISTED = re.compile(rf"(?:(?<=[:,] )|(?<=\[)){_WORDS}(?=[\n}}\]]|, |\Z)")
"""The same in a record with a list in brackets, whose items are words, too; to look for them takes longer."""
GAP = "\0"
"""Stands in a form where a record has words."""

BEGIN = {0: "- ", 2: "  - "}
"""What a record begins with, by its indent."""
ODD_LINE = {0: re.compile(r"\n(?! |- |\n|\Z)"), 2: re.compile(r"\n(?!    |  - |[a-z_]+:\n  - |\n|\Z)")}
"""A line behind the first that belongs to no record and is no key above records."""
KEY = re.compile(r"^([a-z_]+):\n", re.MULTILINE)

FEW = 4
"""Records that a file has at least for each form that was never met: to learn one costs as much as to read some."""

Parse = Callable[[str, int], "Node | None"]
"""libyaml's reading of a text whose root is so deep in its file; None where there is anything to find fault with."""


class Place(NamedTuple):
    """Line and column counted from 0, as libyaml tells them."""

    line: int
    column: int


class Filled(NamedTuple):
    """The words of a record, and where it stands."""

    words: list[str]
    file: str
    line: int


Fill = Callable[[Filled], Node]
"""From the words of a record to its tree."""


class Listed(NamedTuple):
    """A list of records: the key above it, its first line, and each record with its form."""

    key: str
    line: int
    records: list[tuple[str, Filled]]


class Cut(NamedTuple):
    """A file as its lists, how far their records are indented, and a record of each form."""

    lists: list[Listed]
    indent: int
    samples: dict[str, str]


@dataclass(slots=True)
class Alike:
    """The forms that were met, for all files of a ledger."""

    shapes: Shapes = field(default_factory=Shapes)
    """Where the cells stand in records of each shape."""
    _fills: dict[int, dict[str, Fill | None]] = field(default_factory=lambda: {indent: {} for indent in BEGIN})
    """Indent → form, which is a record without its words → what fills words in; None where libyaml sees other words."""
    _met: set[int] = field(default_factory=set)
    """Hashes of forms that were met: one that is met in a second file is worth learning."""

    def read(self, text: str, file: str, parse: Parse) -> Node | None:
        """The tree of a file that is a list of records, or has such lists below keys; None for any other."""
        cut = _cut(text, file)
        fills = self._learnt(cut, parse) if cut else None
        if cut is None or fills is None:
            return None
        nodes: dict[str, Node] = {}
        for key, line, records in cut.lists:
            mark = Mark(file, line, cut.indent + 1)
            nodes[key] = Sequence(tuple([fills[form](words) for form, words in records]), mark)
        if not cut.indent:
            return nodes[""]
        keys = {found.key: Place(found.line - 2, 0) for found in cut.lists}
        return Mapping(Mark(file), keys, {}, self.shapes.of([]), nodes)

    def _learnt(self, cut: Cut, parse: Parse) -> dict[str, Fill] | None:
        """What fills words into each form of a file; None where one cannot be filled, or too many are new."""
        lists, indent, samples = cut
        known = self._fills[indent]
        new = samples.keys() - known.keys()
        unmet = {*map(hash, new)} - self._met
        self._met |= unmet
        if len(unmet) * FEW > sum(len(found.records) for found in lists):
            return None
        for form in new:
            known[form] = self._fill(samples[form], indent, parse)
        fills = {form: fill for form in samples if (fill := known[form])}
        return fills if len(fills) == len(samples) else None

    def _fill(self, record: str, indent: int, parse: Parse) -> Fill | None:
        """What fills words into the tree of a record; None where libyaml sees other words there."""
        whole = f"{BEGIN[indent]}{record}\n"
        tree = parse(whole, 2 if indent else 1)
        if not isinstance(tree, Sequence) or len(tree.items) != 1:
            return None
        learnt = _Form(whole, self.shapes)
        fill = learnt.of(tree.items[0])
        return None if learnt.left else fill


def _cut(text: str, file: str) -> Cut | None:
    """A file as its lists of records; None for a file of another kind."""
    indent = 0 if text.startswith("- ") else 2
    if GAP in text or not text.endswith("\n") or ODD_LINE[indent].search(text):
        return None
    above, *parts = KEY.split(text) if indent else ("", "", text)
    if above or len({*parts[::2]}) < len(parts[::2]):
        return None
    begin, found, line = BEGIN[indent], list[Listed](), 1
    same, samples = dict[str, str](), dict[str, str]()
    for key, own in zip(parts[::2], parts[1::2], strict=True):
        line += indent > 0
        if not own.startswith(begin):
            return None
        found.append(Listed(key, line, []))
        for record in own[len(begin) : -1].split(f"\n{begin}"):
            pieces = _pattern(record).split(record)
            form = GAP.join(pieces[::2])
            samples.setdefault(form, record)
            found[-1].records.append((form, Filled([same.setdefault(w, w) for w in pieces[1::2]], file, line)))
            line += record.count("\n") + 1
    plain = NULLS.isdisjoint(same) and NULLS.isdisjoint(parts[::2])
    return Cut(found, indent, samples) if plain else None


def _pattern(record: str) -> re.Pattern[str]:
    """What finds the words of a record."""
    return LISTED if "[" in record else WORDS


class Spot(NamedTuple):
    """Where something stands in a record: lines below its first, column without the words before it in its line, and
    which words these are."""

    below: int
    column: int
    first: int
    last: int

    def at(self, filled: Filled) -> int:
        """The column in a record with these words."""
        return self.column + sum(map(len, filled.words[self.first : self.last])) if self.last else self.column


class _Form:
    """Turns the tree of a record into what makes the trees of all that are written alike."""

    def __init__(self, record: str, shapes: Shapes) -> None:
        self._shapes = shapes
        self._known: dict[tuple[int, int], tuple[int, str]] = {}
        """Line and column of words → which they are, and the words."""
        for number, found in enumerate(_pattern(record).finditer(record)):
            start = record.rfind("\n", 0, found.start(1)) + 1
            self._known[record.count("\n", 0, start) + 1, found.start(1) - start + 1] = (number, found[1])
        self.left = {number for number, _ in self._known.values()}
        """Words that were not met in the tree."""

    def of(self, node: Node) -> Fill:
        """What makes a node."""
        if isinstance(node, Scalar):
            return self._scalar(node)
        return self._sequence(node) if isinstance(node, Sequence) else self._mapping(node)

    def _spot(self, line: int, column: int) -> Spot:
        before = [(n, len(word)) for (own, at), (n, word) in self._known.items() if own == line and at < column]
        numbers = [number for number, _ in before] or [0, -1]
        return Spot(line - 1, column - sum(size for _, size in before), numbers[0], numbers[-1] + 1)

    def _word(self, text: str, line: int, column: int) -> int | None:
        """Which of the words a text is; None for one that is the same in all records of the form."""
        number, word = self._known.get((line, column), (-1, ""))
        if word != text or number < 0:
            return None
        self.left.discard(number)
        return number

    def _scalar(self, node: Scalar) -> Fill:
        number, spot = self._word(node.text, *node.mark[1:]), self._spot(*node.mark[1:])

        def fill(filled: Filled) -> Scalar:
            text = node.text if number is None else filled.words[number]
            return Scalar(text, Mark(filled.file, filled.line + spot.below, spot.at(filled)))

        return fill

    def _sequence(self, node: Sequence) -> Fill:
        items, spot = [self.of(item) for item in node.items], self._spot(*node.mark[1:])

        def fill(filled: Filled) -> Sequence:
            mark = Mark(filled.file, filled.line + spot.below, spot.at(filled))
            return Sequence(tuple([item(filled) for item in items]), mark)

        return fill

    def _mapping(self, node: Mapping) -> Fill:
        line, spot, placed = node.mark.line, self._spot(*node.mark[1:]), self._placed(node)
        inner = {key: self.of(value) for key, value in node.inner.items()}
        numbers = [self._word(text, line + node.spots[k][0], node.spots[k][1]) for k, text in node.texts.items()]
        fixed = [text for text, number in zip(node.texts.values(), numbers, strict=True) if number is None]
        behind = iter(range(-len(fixed), 0))
        names, pick = (*node.texts,), _picker([next(behind) if number is None else number for number in numbers])

        def fill(filled: Filled) -> Mapping:
            mark = Mark(filled.file, filled.line + spot.below, spot.at(filled))
            texts = dict(zip(names, pick(filled.words + fixed), strict=True))
            places, spots = placed(filled)
            return Mapping(mark, places, texts, spots, {k: make(filled) for k, make in inner.items()}, mark.line - 1)

        return fill

    def _placed(self, node: Mapping) -> Callable[[Filled], tuple[dict[str, Place], Spots]]:
        """Where the keys and texts of a mapping stand, which hangs on how long the words before them are."""
        line = node.mark.line
        keys = [(k, p.line - line + 1, self._spot(p.line + 1, p.column + 1)) for k, p in node.keys.items()]
        texts = [(k, below, self._spot(line + below, column)) for k, (below, column) in node.spots.items()]
        spots = [spot for *_, spot in (*keys, *texts) if spot.first < spot.last]
        first, last = min((s.first for s in spots), default=0), max((s.last for s in spots), default=0)
        known: dict[tuple[int, ...], tuple[dict[str, Place], Spots]] = {}

        def placed(filled: Filled) -> tuple[dict[str, Place], Spots]:
            found = known.get(sizes := (*map(len, filled.words[first:last]),))
            if found is None:
                flat = [part for key, below, spot in texts for part in (key, below, spot.at(filled))]
                places = {key: Place(below, spot.at(filled) - 1) for key, below, spot in keys}
                found = known[sizes] = places, self._shapes.of(flat)
            return found

        return placed


def _picker(numbers: list[int]) -> Callable[[list[str]], tuple[str, ...]]:
    """Texts by their numbers, as many as there are."""
    if not numbers:
        return lambda _: ()
    if len(numbers) == 1:
        return lambda texts: (texts[numbers[0]],)
    return itemgetter(*numbers)
