"""Plans and their headings: how many tasks and indicators stand under each."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final

from generator.ledger.editing.record_text import Record
from generator.ledger.enums import Nature, TaskKind
from generator.simulate import place_words, words
from generator.simulate.words import Area
from generator.simulate.world import FIRST_YEAR, TERM, Plan, Text, World, shares, term_key


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the third level, and how a locator names it."""

    id: str
    locator: str


@dataclass(frozen=True, slots=True)
class Topic:
    """An area of a plan: what stands under which headings."""

    area: Area
    kind: TaskKind
    nature: Nature
    headings: tuple[Heading, ...]
    tasks: int
    indicators: int


def make_plans(world: World) -> list[Plan]:
    """A five-year plan for each five years, an annual plan for each year, with their tasks and indicators."""
    starts = world.years[::TERM]
    spans = [min(TERM, world.years.stop - start) for start in starts]
    tasks = shares(world.size.tasks, [7 * n for n in spans] + [3] * len(world.years))
    indicators = shares(world.size.indicators, [17 * n for n in spans] + [3] * len(world.years))
    found: list[Plan] = []
    for start in starts:
        number = place_words.numeral((start - 1951) // TERM)
        title = place_words.PLAN_TITLE.format(district=world.district, number=number)
        text = Text() if found else world.annex
        sizes = tasks[len(found)], indicators[len(found)]
        found.append(Plan(term_key(start), title, start, start + TERM - 1, None, *sizes, text))
    for year in world.years:
        title = place_words.ANNUAL_TITLE.format(district=world.district, year=year)
        parent = found[(year - FIRST_YEAR) // TERM]
        found.append(Plan(str(year), title, year, year, parent, tasks[len(found)], indicators[len(found)], Text()))
    return found


def _areas(world: World, plan: Plan) -> dict[str, tuple[Area, ...]]:
    """Areas of each part of a plan; a larger plan has more of them, its annual plans have some of its own."""
    shuffled = list(words.AREAS)
    world.random("areas", (plan.parent or plan).key).shuffle(shuffled)
    key = (*words.ALWAYS, *shuffled)[: min(max(plan.tasks // 25, 8), len(shuffled) + 2)]
    if plan.parent:
        return {"review": (words.REVIEW,), "key": key}
    safeguards = words.SAFEGUARDS[: 2 + len(key) // 8]
    main = (words.EXPECTED, words.BINDING)
    return {"main": main, "key": key, "safeguards": safeguards, "requirements": (words.REQUIREMENTS,)}


KINDS: Final = {
    "main": TaskKind.MAIN_TARGET,
    "key": TaskKind.KEY,
    "safeguards": TaskKind.SAFEGUARD,
    "requirements": TaskKind.REQUIREMENT,
}
NATURES: Final = {words.EXPECTED.slug: Nature.EXPECTED, words.BINDING.slug: Nature.BINDING}


def topics_of(world: World, plan: Plan) -> tuple[list[Topic], list[Record]]:
    """The areas of a plan with their share of its tasks and indicators, and the tree of its headings."""
    random = world.random("headings", plan.key)
    parts = _areas(world, plan)
    areas = [(part, area) for part, found in parts.items() for area in found]
    weights = [_weight(part, area, random) for part, area in areas]
    numbers = zip(shares(plan.tasks, weights), shares(plan.indicators, weights), strict=True)
    topics: list[Topic] = []
    tree: list[Record] = []
    for a, (part, found) in enumerate(parts.items(), 1):
        branches: list[Record] = []
        for b, area in enumerate(found, 1):
            headings, leaves = _headings(
                f"s{plan.key}-{a}-{b}", place_words.numeral(a) + place_words.area_number(b), area, random
            )
            kind = TaskKind.ANNUAL if plan.parent else KINDS[part]
            nature = Nature.ANNUAL if plan.parent else NATURES.get(area.slug, Nature.OF_TASK)
            topics.append(Topic(area, kind, nature, headings, *next(numbers)))
            branch = {"id": f"s{plan.key}-{a}-{b}", "number": place_words.area_number(b), "title": area.title}
            branches.append({**branch, "sections": leaves})
        titles = words.ANNUAL_PARTS if plan.parent else words.PARTS
        title = titles[part].format(year=plan.start, before=plan.start - 1)
        tree.append(
            {"id": f"s{plan.key}-{a}", "number": place_words.part_number(a), "title": title, "sections": branches}
        )
    return topics, tree


def _weight(part: str, area: Area, random: Random) -> int:
    """How much of a plan stands in an area: most in the key tasks, nothing in the look back."""
    drawn = random.randint(3, 9)
    if area in words.ALWAYS:
        return 12
    return {"main": 4, "key": drawn, "safeguards": 3, "requirements": 1, "review": 0}[part]


def _headings(id_: str, locator: str, area: Area, random: Random) -> tuple[tuple[Heading, ...], list[Record]]:
    forms = words.HEADINGS[: random.randint(2, len(words.HEADINGS))]
    found: list[Heading] = []
    leaves: list[Record] = []
    for c, form in enumerate(forms, 1):
        title = form.format(*random.sample(area.subjects, 2))
        found.append(Heading(f"{id_}-{c}", f"{locator}{c}"))
        leaves.append({"id": f"{id_}-{c}", "number": f"{c}.", "title": title})
    return tuple(found), leaves
