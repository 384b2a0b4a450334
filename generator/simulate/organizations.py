"""Units of every kind: departments and the like by field of work, towns by invented names, collectives of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, count, islice
from random import Random

from generator.ledger.editing.record_text import Record
from generator.ledger.enums import OrganizationKind
from generator.simulate import place_words
from generator.simulate.world import FIRST_YEAR, Unit, World, shares, term_key


def write_organizations(world: World) -> None:
    """Make all units known to the world, and write them: departments, towns with the collectives, all others."""
    numbers = _numbers(world.size.organizations)
    places = iter(world.places)
    found = {kind: list(_units(kind, number, world)) for kind, number in numbers.items() if kind in place_words.FORMS}
    found |= {
        kind: list(_towns(kind, number, places)) for kind, number in numbers.items() if kind in place_words.PLACES
    }
    records = [r for pairs in found.values() for r in pairs]
    world.units = [u for u, _ in records]
    collectives = list(_collectives(world, numbers[OrganizationKind.COLLECTIVE]))
    world.units += [u for u, _ in collectives]
    departments = found[OrganizationKind.DEPARTMENT]
    towns = chain.from_iterable(found[kind] for kind in place_words.PLACES)
    others = (r for kind, pairs in found.items() if kind in place_words.FORMS for r in pairs)
    world.writer.records("organizations/departments", _succeeded(departments))
    world.writer.records("organizations/towns", (r for _, r in chain(towns, collectives)))
    world.writer.records("organizations/others", (r for u, r in others if u.kind is not OrganizationKind.DEPARTMENT))


def _numbers(total: int) -> dict[OrganizationKind, int]:
    """How many units there are of each kind: one at least, two collectives."""
    least = {kind: 2 if kind is OrganizationKind.COLLECTIVE else 1 for kind in place_words.WEIGHTS}
    more = shares(total - sum(least.values()), place_words.WEIGHTS.values())
    return {kind: least[kind] + n for kind, n in zip(place_words.WEIGHTS, more, strict=True)}


Named = tuple[Unit, dict[str, object]]
"""A unit and its record."""


def _units(kind: OrganizationKind, number: int, world: World) -> Iterator[Named]:
    """Units that are called after a field of work; when all fields are used up, their branches."""
    made = ((b, form, what) for b in count(1) for form in place_words.FORMS[kind] for what in place_words.FIELDS)
    for branch, (slug, form), (key, name) in islice(made, number):
        tail = place_words.BRANCH.format(place_words.numeral(branch)) if branch > 1 else ""
        printed = form.format(name) + tail
        local = printed.startswith(place_words.DISTRICT.format(""))
        alias = printed[1:] if local and kind is OrganizationKind.DEPARTMENT else ""
        unit = Unit(f"{key}-{slug}" + (f"-{branch}" if branch > 1 else ""), (printed, alias or printed), kind)
        full = world.district + printed[1:] if local else ""
        yield unit, {"id": unit.id, "name": printed, "full_name": full, "aliases": alias, "kind": kind}


def _towns(kind: OrganizationKind, number: int, places: Iterator[tuple[str, str]]) -> Iterator[Named]:
    name, alias = place_words.PLACES[kind]
    for place, slug in islice(places, number):
        unit = Unit(slug, (name.format(place), alias.format(place)), kind)
        yield unit, {"id": slug, "name": unit.printed[0], "aliases": unit.printed[1], "kind": kind}


def _collectives(world: World, number: int) -> Iterator[Named]:
    """All units of a kind under one name, then clusters of a few towns."""
    random = world.random("collectives")
    of_kinds = [(id_, name, [u for u in world.units if u.kind is kind]) for id_, name, kind in place_words.COLLECTIVES]
    clusters = ((f"cluster-{n}", place_words.CLUSTER.format(n), _cluster(world, random)) for n in count(1))
    for id_, name, members in islice(chain(of_kinds, clusters), number):
        unit = Unit(id_, (name, name), OrganizationKind.COLLECTIVE)
        inner = [{"member": u.printed[0], "source": _annex(world, u)} for u in members]
        yield unit, {"id": id_, "name": name, "kind": unit.kind, "members": inner}


def _cluster(world: World, random: Random) -> list[Unit]:
    return random.sample(world.territories, min(len(world.territories), random.randint(3, 9)))


def _annex(world: World, unit: Unit) -> dict[str, str]:
    """Where the first plan's document lists a member."""
    return {"document": f"notice-{term_key(FIRST_YEAR)}", **world.annex.take(unit.printed[0], place_words.ANNEX)}


def _succeeded(departments: list[Named]) -> Iterator[Record]:
    """Records of departments, of which each twentieth went over to the next one."""
    for at, (_, record) in enumerate(departments):
        if at % 20 == 1 and at + 1 < len(departments):
            next_ = departments[at + 1][0].printed[0]
            document = f"notice-{term_key(FIRST_YEAR)}"
            link = {"successor": next_, "on_date": f"{FIRST_YEAR}-12-01", "document": document}
            yield {**record, "successors": [link]}
        else:
            yield record
