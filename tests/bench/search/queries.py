"""Queries taken from a ledger at random, each with the pages that answer it; the same seed gives the same ones.

What a reader tries: two characters inside a longer word, a unit by its short name, a figure, a title.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from generator.language import page_words
from generator.ledger.ledger import Ledger
from generator.simulate import words

OF_EACH = 10
"""Queries of each kind."""
SEED = 1
UNITS = frozenset({page_words.UNIT, "街镇"})
FEW = 3
"""Most indicators that may have the figure of a query."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query, and what answers it: a page of these kinds, with one of these titles or a word in its title."""

    text: str
    kinds: frozenset[str]
    titles: frozenset[str] = frozenset()
    part: str = ""

    def answered(self, kind: str, title: str) -> bool:
        """Whether a page answers."""
        return kind in self.kinds and (title in self.titles if self.titles else self.part in title)


def queries_of_file(file: Path) -> list[Query]:
    """The queries of a file with the columns query, kind, title contains. A town is a unit, too."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    kinds = {row["kind"]: frozenset({row["kind"]}) for row in rows} | {page_words.UNIT: UNITS}
    return [Query(row["query"], kinds[row["kind"]], part=row["title contains"]) for row in rows]


def sample_queries(ledger: Ledger) -> list[Query]:
    """Some queries of every kind."""
    random = Random(SEED)
    return [query for possible in KINDS for query in random.sample(list(possible(ledger)), OF_EACH)]


def _parts_of_words(ledger: Ledger) -> Iterable[Query]:
    """Halves of words of four characters that stand inside titles of indicators and tasks, and of nothing else."""
    titles = {
        page_words.INDICATOR: [x.name for x in ledger.indicators],
        page_words.TASK: [x.title for x in ledger.tasks],
        "": [*(x.title for x in ledger.sections), *(x.name for x in ledger.organizations)],
    }
    texts = {kind: "\n".join(of_kind) for kind, of_kind in titles.items()}
    for word in sorted(set(_long_words())):
        for half in (word[:2], word[2:]):
            kinds = frozenset(kind for kind, text in texts.items() if half in text)
            if kinds and "" not in kinds:
                yield Query(half, kinds, part=half)


def _long_words() -> Iterable[str]:
    """Words of four characters of the simulation."""
    patterns = [p for patterns in (words.ECONOMY, words.PEOPLE, words.PLACE, words.COMMON) for p in patterns]
    pieces = [piece for p in patterns for piece in p.name.split("{}")]
    subjects = [subject for area in words.AREAS for subject in area.subjects]
    return (word for word in (*pieces, *subjects, *words.OBJECTS) if len(word) == 4)


def _short_names(ledger: Ledger) -> Iterable[Query]:
    """Other names of units that only one of them has."""
    owners: dict[str, set[str]] = defaultdict(set)
    for unit in ledger.organizations:
        for name in (unit.aliases or "").split("、"):
            owners[name].add(unit.name)
    for name, names in owners.items():
        if name and len(names) == 1:
            yield Query(name, UNITS, titles=frozenset(names))


def _figures(ledger: Ledger) -> Iterable[Query]:
    """Figures with at least three digits that few indicators have; every second one with its unit."""
    indicators = {x.id: x for x in ledger.indicators}
    owners: dict[str, set[str]] = defaultdict(set)
    figures = [(x.value, x.indicator) for x in ledger.observations] + [(x.value, x.indicator) for x in ledger.targets]
    for value, indicator in figures:
        if value is not None:
            owners[str(value)].add(indicator)
    for at, (figure, ids) in enumerate(owners.items()):
        if len(ids) <= FEW and len(figure.replace(".", "")) >= 3:
            unit = indicators[min(ids)].unit or ""
            same = [i for i in ids if at % 2 or indicators[i].unit == unit]
            text = figure if at % 2 else figure + unit
            yield Query(text, frozenset({page_words.INDICATOR}), titles=frozenset(indicators[i].name for i in same))


def _titles(ledger: Ledger) -> Iterable[Query]:
    """Titles of indicators, tasks and documents, word for word."""
    pages = {
        page_words.INDICATOR: [x.name for x in ledger.indicators],
        page_words.TASK: [x.title for x in ledger.tasks],
        page_words.DOCUMENT: [x.title for x in ledger.documents],
    }
    for kind, titles in pages.items():
        for title in dict.fromkeys(titles):
            yield Query(title, frozenset({kind}), titles=frozenset({title}))


KINDS: tuple[Callable[[Ledger], Iterable[Query]], ...] = (_parts_of_words, _short_names, _figures, _titles)
"""Each gives all possible queries of a kind."""
