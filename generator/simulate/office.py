"""What the office keeps beside the documents: projects, a round with its answers, remarks, an acknowledged value.

There are few of these records, and not more in a larger ledger.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, cycle, islice
from random import Random

from generator.ledger.editing.record_text import Record
from generator.ledger.enums import Measure, ProjectNature, RemarkState, SubmissionState, Validity
from generator.simulate import place_words, words
from generator.simulate.world import TERM, Duty, Figure, Plan, Unit, World

PROJECTS, ANSWERS, REMARKS = 6, 8, 3
"""How many projects a five-year plan lists, units answer a round, values and tasks have a remark."""


def write_projects(world: World, plan: Plan) -> None:
    """The list of projects that stands behind a five-year plan."""
    world.writer.records(f"projects/{plan.id}/001-projects", _projects(world, plan))


def _projects(world: World, plan: Plan) -> Iterator[Record]:
    duties = [duty.id for found in plan.duties.values() for duty in found]
    natures = cycle(ProjectNature)
    for at in range(PROJECTS):
        town = world.territories[at % len(world.territories)].printed[0]
        name = words.PROJECT.format(place=town, object=words.OBJECTS[at])
        yield {
            "id": f"{plan.key}-project-{at + 1}",
            "task": duties[at % len(duties)] if duties else "",
            "name": name,
            "owner": world.leaders[at % len(world.leaders)].printed[0],
            "nature": next(natures),
            "total_investment": f"{at + 2}.5",
            "year_investment": f"0.{at + 2}" if at else _first_investment(world, plan),
            "unit": words.INVESTED,
            "starts": f"{plan.start}-03",
            "finishes": plan.end,
            "places": [town],
            "source": plan.text.take(name, f"{place_words.ANNEX}-{at + 1}"),
        }


def _first_investment(world: World, plan: Plan) -> str:
    """What the first project of a plan costs in a year: more than in all, as somebody has looked at."""
    return f"{world.random('investment', plan.start).randint(3, 99)}.5"


def write_office(world: World) -> None:
    """The round of the last year with its answers; remarks; a value that was looked at; what readers asked."""
    year = world.years[-1]
    plan = world.plans[(world.size.years - 1) // TERM]
    round_ = f"round-{year}"
    world.documents.append(_notice(world, year))
    random = world.random("office", year)
    day = random.randint(11, 31)
    timing = {"period": f"{year}-H1", "opens_on": f"{year}-07-01", "due_on": f"{year}-07-{day}", "grace_days": 5}
    world.writer.records("rounds", [{"id": round_, "plan": plan.id, "document": f"notice-{round_}", **timing}])
    answers = [*_answers([unit for unit in world.leaders if unit.id in plan.units], year, random)]
    figures = [f for p in world.plans for f in p.figures if f.disclosed and f.pattern.measure is Measure.LEVEL]
    duties = (duty for p in world.plans for found in p.duties.values() for duty in found)
    records = {
        f"submissions/{round_}": answers,
        "remarks/observations": [*_result_remarks(figures, year)],
        "remarks/tasks": [*_task_remarks(islice(duties, REMARKS), year)],
        "acknowledged": [*_acknowledged(world, year)],
        "feedback": [*_questions(figures[:1], year, random)],
    }
    for name, found in records.items():
        if found:
            world.writer.records(name, found)


def _notice(world: World, year: int) -> Record:
    """The document by which the units are asked."""
    title = place_words.ROUND_NOTICE.format(district=world.district, year=year)
    issuer = place_words.ISSUER.format(district=world.district)
    document = {"id": f"notice-round-{year}", "title": title, "issuer": issuer, "signed_on": f"{year}-06-28"}
    return {**document, "validity": Validity.NOT_SAID}


def _answers(asked: list[Unit], year: int, random: Random) -> Iterator[Record]:
    """One answer of each of the first units, and a second one of the very first."""
    states = cycle(SubmissionState)
    first, again = ((1, unit) for unit in asked[:ANSWERS]), ((2, unit) for unit in asked[:1])
    for number, unit in chain(first, again):
        day = f"{year}-07-{random.randint(10 * number, 10 * number + 9)}"
        yield {"organization": unit.printed[0], "number": number, "received_on": day, "state": next(states)}


def _result_remarks(figures: list[Figure], year: int) -> Iterator[Record]:
    """Questions about values of the last year, which the bulletin tells as preliminary ones."""
    for at, (figure, state) in enumerate(zip(figures, RemarkState, strict=False), 1):
        answer = words.ANSWER if state is RemarkState.ANSWERED else ""
        head = {"id": f"remark-{at}", "observation": f"{figure.id}-{year}-flash", "on": f"{year + 1}-04-01"}
        yield {**head, "state": state, "text": words.QUESTION, "answer": answer}


def _task_remarks(duties: Iterator[Duty], year: int) -> Iterator[Record]:
    """Questions about tasks, to the unit that leads alone."""
    for at, (duty, state) in enumerate(zip(duties, RemarkState, strict=False), 1):
        answer = words.ANSWER if state is RemarkState.ANSWERED else ""
        head = {"id": f"task-remark-{at}", "task": duty.id, "organization": duty.lead, "on": f"{year + 1}-04-01"}
        yield {**head, "state": state, "text": words.QUESTION, "answer": answer}


def _acknowledged(world: World, year: int) -> Iterator[Record]:
    """Investments that somebody looked at and found to be right."""
    for plan in world.plans:
        if plan.start != plan.end:
            head = {"code": words.DOUBT, "record": f"{plan.key}-project-1", "value": _first_investment(world, plan)}
            yield {**head, "reason": words.LOOKED_AT, "on": f"{year + 1}-04-01"}


def _questions(figures: list[Figure], year: int, random: Random) -> Iterator[Record]:
    """What readers asked: answered, and not yet."""
    record = figures[0].id if figures else ""
    asked = {"asked_on": f"{year + 1}-04-{random.randint(10, 19)}", "question": words.QUESTION}
    yield {"id": "question-1", "record": record, **asked, "answered_on": f"{year + 1}-05-06", "answer": words.ANSWER}
    yield {"id": "question-2", **asked}
