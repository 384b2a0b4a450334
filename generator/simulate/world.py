"""How large a ledger to make, and what its parts know of each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from random import Random
from typing import Final

from generator.language.chinese_numbers import printed_in_chinese
from generator.language.official_text import fingerprint
from generator.ledger.editing.record_text import Record
from generator.ledger.enums import OrganizationKind
from generator.simulate import place_words, words
from generator.simulate.words import Pattern
from generator.simulate.writer import Writer

FIRST_YEAR: Final = 2016
TERM: Final = 5
"""Years of a five-year plan."""

LIMITS: Final = {
    "tasks": (1, 1_000_000),
    "indicators": (1, 1_000_000),
    "organizations": (14, 5_000),
    "years": (1, 85),
}
"""Least and greatest size: a unit of each kind, no more than there are names, no year beyond the contract's."""


class OutOfRange(ValueError):
    """A size that cannot be made: which, and its limits."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name
        self.low, self.high = LIMITS[name]


@dataclass(frozen=True, slots=True)
class Size:
    """How large a ledger to make, and which of all that are so large.

    Raises OutOfRange when a number is beyond :data:`LIMITS`.
    """

    tasks: int
    indicators: int
    organizations: int
    years: int
    seed: int

    def __post_init__(self) -> None:
        for name, (low, high) in LIMITS.items():
            if not low <= getattr(self, name) <= high:
                raise OutOfRange(name)


@dataclass(frozen=True, slots=True)
class Unit:
    """An organisation: its id, how it may be printed, its kind."""

    id: str
    printed: tuple[str, ...]
    kind: OrganizationKind


@dataclass(slots=True)
class Text:
    """The words of a document that is never written: where the next ones stand in it."""

    at: int = 200

    def take(self, printed: str, locator: str) -> dict[str, str]:
        """The source group of words that are added to the text."""
        start, self.at = self.at, self.at + len(printed)
        return source(locator, start, printed)


def source(locator: str, start: int, printed: str) -> dict[str, str]:
    """The source group of words that begin at a place of a text."""
    passage = f"{start}-{start + len(printed)}"
    return {"locator": locator, "passage": passage, "fingerprint": fingerprint(printed)}


@dataclass(slots=True)
class Plan:
    """A plan, with the text of its document and what is found in it."""

    key: str
    title: str
    start: int
    end: int
    parent: Plan | None
    tasks: int
    indicators: int
    text: Text
    duties: dict[str, list[Duty]] = field(default_factory=dict)
    """Tasks by area."""
    units: set[str] = field(default_factory=set)
    """Ids of the organisations that have a role in it."""
    figures: list[Figure] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    """How often each name of an indicator was wanted."""

    def own_name(self, name: str) -> str:
        """A name that no other indicator of the plan has."""
        self.names[name] += 1
        count = self.names[name]
        return name if count == 1 else words.PHASE.format(name=name, number=printed_in_chinese(count))

    @property
    def id(self) -> str:
        return f"plan-{self.key}"

    @property
    def document(self) -> str:
        return f"notice-{self.key}"


@dataclass(frozen=True, slots=True)
class Duty:
    """A task as others refer to it."""

    id: str
    section: str
    title: str
    lead: str
    """Name of the unit that leads alone, or nothing."""


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator as its figures need it: ``series`` are its years in the last printed digit."""

    id: str
    name: str
    pattern: Pattern
    series: tuple[int, ...]
    plan: Plan
    towns: tuple[Unit, ...]
    disclosed: bool


@dataclass
class World:
    """What the parts of the ledger know of each other."""

    size: Size
    writer: Writer
    units: list[Unit] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    documents: list[Record] = field(default_factory=list)
    annex: Text = field(default_factory=Text)
    """Text of the first plan's document, which begins with the members of the collectives."""
    figures: int = 0
    """Indicators so far."""

    def random(self, *name: object) -> Random:
        """The random generator of one part of the ledger."""
        return Random("/".join(map(str, (self.size.seed, *name))))

    @property
    def years(self) -> range:
        return range(FIRST_YEAR, FIRST_YEAR + self.size.years)

    @property
    def horizon(self) -> int:
        """Years from the first to the end of the last five-year plan."""
        return self.plans[(self.size.years - 1) // TERM].end + 1 - FIRST_YEAR

    @cached_property
    def places(self) -> list[tuple[str, str]]:
        """Invented places, with their slugs, in the order of this seed; the plain names come first."""
        found = list(product(place_words.FIRSTS, place_words.SECONDS))
        self.random("places").shuffle(found)
        every = [(*before, *pair) for before in place_words.BEFORE for pair in found]
        return [(name + first[0] + second[0], f"{slug}{first[1]}-{second[1]}") for name, slug, first, second in every]

    @property
    def district(self) -> str:
        return place_words.DISTRICT.format(self._own_name("district"))

    @property
    def city(self) -> str:
        return place_words.CITY.format(self._own_name("city"))

    def _own_name(self, what: str) -> str:
        random = self.random(what)
        return random.choice(place_words.FIRSTS)[0] + random.choice(place_words.SECONDS)[0]

    @cached_property
    def leaders(self) -> list[Unit]:
        """Who may answer for a task by itself; the first of them do so most."""
        return [u for u in self.units if u.kind is not OrganizationKind.COLLECTIVE]

    @cached_property
    def collectives(self) -> list[Unit]:
        return [u for u in self.units if u.kind is OrganizationKind.COLLECTIVE]

    @cached_property
    def territories(self) -> list[Unit]:
        return [u for u in self.units if u.kind in place_words.PLACES]


def term_key(start: int) -> str:
    return f"{start}-{start + TERM - 1}"


def shares(total: int, weights: Iterable[int]) -> list[int]:
    """Split a whole number by weights; the largest remainders take what is left."""
    found = list(weights)
    whole = sum(found)
    parts = [divmod(total * w, whole) for w in found]
    left = total - sum(p for p, _ in parts)
    largest = sorted(range(len(parts)), key=lambda i: -parts[i][1])[:left]
    return [p + (i in largest) for i, (p, _) in enumerate(parts)]


def picks(random: Random, total: int, wanted: int) -> Iterator[int]:
    """Numbers below ``total``, first 0 and then the others in random order; all over again when more are wanted."""
    while wanted > 0:
        yield 0
        yield from random.sample(range(1, total), min(wanted, total) - 1)
        wanted -= total
