"""What documents disclose: annual targets, results, progress, evaluations; and the files that tell of the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, count, groupby, islice
from operator import itemgetter
from random import Random
from typing import Final

from generator.ledger.editing.record_text import Record, block, fields
from generator.ledger.enums import Basis, Comparator, Measure, PlanKind, ReportState, Status, Validity
from generator.simulate import place_words, words
from generator.simulate.figures import amount_of, parts_of, printed_number, target_of
from generator.simulate.world import FIRST_YEAR, TERM, Figure, Plan, Text, World

PER_DOCUMENT: Final = 15_000
"""Figures that a document may disclose; more go to a further volume of it."""
REPORTED: Final = 8
"""One of so many tasks is reported on in a year."""
PLACED = 4
"""One of so many reports names a town."""
NAMING = 3
"""One of so many reports says where a milestone stands."""

Entry = tuple[str, Record]
"""A record of a disclosure with the group that it belongs to."""


def _disclose(world: World, document: Record, entries: Iterable[Entry]) -> None:
    """Write what a document discloses; what is beyond :data:`PER_DOCUMENT` goes to further volumes of it."""
    left = iter(entries)
    for volume in count(1):
        if not (found := list(islice(left, PER_DOCUMENT))):
            return
        own = document
        if volume > 1:
            title = place_words.VOLUME.format(title=document["title"], number=place_words.numeral(volume))
            own = {**document, "id": f"{document['id']}-{volume}", "title": title}
            own.pop("doc_number", None)  # a number is that of one document
            world.documents.append(own)
        world.writer.write(f"disclosures/{own['id']}", _grouped(found))


def _grouped(entries: Iterable[Entry]) -> Iterator[str]:
    for key, group in groupby(entries, key=itemgetter(0)):
        yield f"{key}:\n"
        yield from (block(record, "  ") for _, record in group)


def _plan_document(world: World, plan: Plan) -> Record:
    """The notice by which a plan was made known."""
    notice = place_words.ANNUAL_NOTICE if plan.parent else place_words.NOTICE
    number = place_words.DOC_NUMBER.format(short=world.district[0], year=plan.start, number=2 if plan.parent else 7)
    document = {"id": plan.document, "title": notice.format(district=world.district, plan=plan.title)}
    document |= {"issuer": place_words.ISSUER.format(district=world.district), "doc_number": number}
    day = f"{plan.start}-01-18" if plan.parent else f"{plan.start}-01-06"
    return {**document, "signed_on": day, "validity": Validity.NOT_SAID, "disclosure": place_words.DISCLOSURE}


def write_annual_targets(world: World, plan: Plan, above: Plan) -> None:
    """What an annual plan's notice asks of the year."""
    random = world.random("targets", plan.key)
    document = _plan_document(world, plan)
    _disclose(world, document, (("targets", t) for t in _annual_targets(plan, above, random)))


def write_bulletin(world: World, year: int) -> None:
    """The bulletin of a year, told in the next: results, progress in words, evaluations."""
    random, text = world.random("bulletin", year), Text()
    title = place_words.BULLETIN.format(district=world.district, year=year)
    document: Record = {
        "id": f"bulletin-{year}",
        "title": title,
        "issuer": place_words.ISSUER.format(district=world.district),
        "published_on": f"{year + 1}-03-15",
        "validity": Validity.VALID,
        "disclosure": place_words.DISCLOSURE,
    }
    world.documents.append(document)
    plan = world.plans[(year - FIRST_YEAR) // TERM]
    entries = chain(
        (("observations", r) for r in _observations(world, year, random, text)),
        (("reports", r) for r in _reports(world, plan, year, random, text)),
        (("evaluations", r) for r in _evaluations(world, plan, year, text)),
    )
    _disclose(world, document, entries)


def _reports(world: World, plan: Plan, year: int, random: Random, text: Text) -> Iterator[Record]:
    """Progress of each eighth task of the five-year plan, other ones each year."""
    duties = [d for found in plan.duties.values() for d in found]
    milestones = [f for f in plan.figures if f.pattern.measure is Measure.MILESTONE]
    chosen = duties[year % min(REPORTED, len(duties)) :: REPORTED] if duties else []
    for at, duty in enumerate(chosen, 1):
        state = random.choice(tuple(ReportState))
        other = random.choice(words.OBJECTS)
        summary = words.REPORTS[state].format(title=duty.title, other=other)
        named = [milestones[(year + at) % len(milestones)].id] if milestones and at % NAMING == 1 else []
        towns = world.territories
        places = [towns[at // PLACED % len(towns)].printed[0]] if at % PLACED == 1 else []
        tasks = dict.fromkeys((duty.id, random.choice(duties).id)) if random.random() < 0.2 else (duty.id,)
        yield {
            "id": f"{year}-report-{at}",
            "plan": plan.id,
            "section": duty.section,
            "organization": duty.lead,
            "period": random.choice((f"{year}", f"{year}-H2", f"{year}-Q4", f"{year}-12")),
            "state": state,
            "summary": summary,
            "tasks": list(tasks),
            "indicators": named,
            "places": places,
            "source": text.take(summary, f"{place_words.REPORT}-{at}"),
        }


def _evaluations(world: World, plan: Plan, year: int, text: Text) -> Iterator[Record]:
    """The monitoring of each year, a review in the middle of a plan and one at its end."""
    kind = {plan.start + 2: 1, plan.end: 2}.get(year, 0)
    conclusion = place_words.CONCLUSION.format(year=year)
    evaluators = (world.leaders[0].printed[0], place_words.EVALUATOR.format(district=world.district))
    yield {
        "id": f"{year}-evaluation",
        "plan": plan.id,
        "kind": place_words.EVALUATIONS[kind],
        "period": year,
        "evaluator": evaluators[kind > 0],
        "third_party": "true" if kind else "false",
        "conclusion": conclusion,
        "source": text.take(conclusion, place_words.EVALUATIONS[kind]),
    }


def write_head(world: World) -> None:
    """The files that tell of the whole: plans, documents, settings of the site."""
    world.writer.records("plans", map(_plan_record, world.plans))
    world.writer.records("documents", chain((_plan_document(world, p) for p in world.plans), world.documents))
    names = {"district": world.district, "city": world.city}
    site: dict[str, object] = {key: text.format(**names) for key, text in place_words.SITE.items()}
    licence = fields({key: text.format(**names) for key, text in place_words.LICENCE.items()}, "  ")
    keywords = fields({"keywords": place_words.KEYWORDS})
    world.writer.write("site", (fields(site), "licence:\n", licence, keywords))


def _plan_record(plan: Plan) -> Record:
    kind = PlanKind.ANNUAL if plan.parent else PlanKind.FIVE_YEAR
    record = {"id": plan.id, "title": plan.title, "kind": kind, "start_year": plan.start, "end_year": plan.end}
    return {**record, "parent": plan.parent.id if plan.parent else "", "document": plan.document}


def _annual_targets(plan: Plan, above: Plan, random: Random) -> Iterator[Record]:
    """What an annual plan asks of the five-year plan's indicators; its first year breaks some down to towns."""
    text = Text(plan.text.at)
    for at, figure in enumerate(above.figures, 1):
        locator, start, end = f"{place_words.ANNEX}-{at}", plan.start, plan.end
        target = target_of(figure, amount_of(figure, start, end), random)
        place = text.take(f"{figure.name}{target['value_text']}", locator)
        yield {"indicator": figure.id, "start_year": start, "end_year": end, **target, "source": place}
        if plan.start > above.start:
            continue
        span = {"start_year": above.start, "end_year": above.end, "comparator": Comparator.PLAIN}
        for town, value in parts_of(figure, amount_of(figure, above.start, above.end), whole=True):
            words_ = value + figure.pattern.unit
            part = {"indicator": figure.id, "organization": town, **span, "value": value, "value_text": words_}
            yield {**part, "source": text.take(town + words_, locator)}


def _observations(world: World, year: int, random: Random, text: Text) -> Iterator[Record]:
    """What a year's bulletin says of every indicator that is disclosed at all, and of its parts."""
    status = Status.FLASH if year == world.years[-1] else Status.FINAL
    figures = (f for plan in world.plans for f in plan.figures if f.disclosed)
    for at, figure in enumerate(figures, 1):
        locator = f"{place_words.TABLE}-{at}"
        result, basis = _result(figure, year, random)
        place = text.take(f"{figure.name}{result['value_text']}", locator)
        head = {"indicator": figure.id, "period": year}
        yield {**head, **result, "basis": basis, "status": status, "source": place}
        for town, value in parts_of(figure, amount_of(figure, year, year), whole=False):
            words_ = value + figure.pattern.unit
            part = {"indicator": figure.id, "organization": town, "period": year, "value": value, "value_text": words_}
            yield {**part, "basis": Basis.YEAR, "status": status, "source": text.take(town + words_, locator)}


def _result(figure: Figure, year: int, random: Random) -> tuple[dict[str, object], Basis]:
    """Value and words of a result, near what was to be reached; of a third of the sums since the plan began."""
    pattern = figure.pattern
    if pattern.worded:
        return {"value_text": random.choice(words.WORDED_RESULTS[pattern.measure])}, Basis.YEAR
    start, basis = year, Basis.POINT if pattern.measure is Measure.LEVEL else Basis.YEAR
    head: dict[str, object] = {}
    inside = figure.plan.start < year <= figure.plan.end
    if pattern.measure is Measure.CUMULATIVE and inside and len(figure.id) % 3 == 0:
        start, basis = figure.plan.start, Basis.SINCE
        head = {"since_year": start}
    amount = amount_of(figure, start, year) * random.randint(960, 1050) // 1000
    if pattern.capped:
        amount = min(amount, 100 * 10**pattern.digits)
    elif amount >= 1000:
        amount += (amount + year) % 2  # odd and even in turn: the same long number twice would be doubted
    value = printed_number(amount, pattern.digits)
    softened = words.APPROXIMATELY if random.random() < 0.05 else ""
    text = softened + value + pattern.unit
    return {**head, "value": value, "value_text": text, "qualifier": softened}, basis
