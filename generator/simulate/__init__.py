"""A made-up ledger of any size, for benchmarks and tests of size: valid, deterministic, and of no place on the map.

Each plan, each area of a plan and each year draws from a random generator of its own, seeded by its name, so the same
arguments give the same bytes. Files are written record by record: what is kept grows with tasks, indicators and years.
"""

from __future__ import annotations

from pathlib import Path

from generator.simulate.areas import AreaMaker
from generator.simulate.documents import write_annual_targets, write_bulletin, write_head
from generator.simulate.office import write_office, write_projects
from generator.simulate.organizations import write_organizations
from generator.simulate.plans import make_plans, topics_of
from generator.simulate.world import LIMITS, OutOfRange, Plan, Size, World
from generator.simulate.writer import Writer

__all__ = ["LIMITS", "OutOfRange", "Size", "simulate"]


def simulate(folder: Path, size: Size) -> int:
    """Write a ledger into a new or empty folder; returns the number of files.

    Raises FileExistsError when there is anything in the folder: nobody's ledger is overwritten.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)
    world = World(size, Writer(folder))
    write_organizations(world)
    world.plans = make_plans(world)
    for plan in world.plans:
        write_plan(world, plan)
    for plan in world.plans:
        if plan.parent:
            write_annual_targets(world, plan, plan.parent)
    for year in world.years:
        write_bulletin(world, year)
    write_office(world)
    write_head(world)
    return world.writer.count


def write_plan(world: World, plan: Plan) -> None:
    """The headings, tasks, indicators and projects of a plan."""
    topics, tree = topics_of(world, plan)
    world.writer.records(f"sections/{plan.id}", tree)
    maker = AreaMaker(world, plan)
    for topic in topics:
        maker.make(topic)
    if plan.parent is None:
        write_projects(world, plan)
