"""What documents place in a town: projects, tasks, reports; what belongs to it counts, too."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.analysis.facts.named_things import named_things
from generator.ledger.records import Project, Report, Task
from generator.pages.context import PageContext
from tests.conftest import ROOT
from tests.helpers.pages import context_of
from tests.helpers.sites import DISTRICT, edit


def named(context: PageContext, place: str) -> list[tuple[type, str]]:
    things = named_things(context.index, context.index.organizations[place])
    return [(type(thing.record), thing.record.id) for thing in things]


def test_every_named_thing_is_there_once() -> None:
    """Of each town of every ledger exactly what the tables of places say, whether it has a role in it or not."""
    for folder in ("data", *(f"tests/samples/{name}/data" for name in ("beiwan", "qingshi", "yuntan", "two-plans"))):
        context = context_of(ROOT / folder)
        ledger = context.index.ledger
        for place in ledger.organizations:
            pairs = (*ledger.project_places, *ledger.task_places, *ledger.report_places)
            expected = sorted(pair.record for pair in pairs if pair.organization == place.id)
            assert sorted(id_ for _, id_ in named(context, place.id)) == expected


def test_projects_come_first_and_reports_last() -> None:
    """Reports with the newest first."""
    found = named(context_of(ROOT / "tests/samples/two-plans/data"), "nantang")
    kinds = [kind for kind, _ in found]
    assert kinds == sorted(kinds, key=[Project, Task, Report].index)
    assert len(kinds) == 5


def test_what_belongs_to_a_place_counts_for_it(tmp_path: Path) -> None:
    """A town of a county, or what else the ledger puts below a place: it is on the page of the place, with its name."""
    data = shutil.copytree(DISTRICT, tmp_path / "data")
    with (data / "organizations/towns.yml").open("a", encoding="utf-8") as file:
        file.write("\n- id: reed-town\n  name: 芦荻镇\n  kind: 镇\n  parent: 望川县\n")
    edit(data / "projects/key-work-2023/01-list.yml", "places: [望川县]", "places: [芦荻镇, 云岫乡]")
    context = context_of(data)
    (thing,) = named_things(context.index, context.index.organizations["wangchuan"])
    assert isinstance(thing.record, Project)
    assert [place.id for place in thing.places] == ["reed-town"]
    assert [place.id for place in thing.elsewhere] == ["yunxiu"]
