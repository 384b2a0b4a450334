"""Tasks and indicators of the areas of a plan, each task a clause with the words of its targets in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Final

from generator.ledger.editing.record_text import Record
from generator.ledger.enums import LeadMode, Measure, Nature, OrganizationKind, Relation, Role, TaskKind, TitleSource
from generator.simulate import place_words, words
from generator.simulate.figures import amount_of, countable, series_of, target_of
from generator.simulate.plans import Heading, Topic
from generator.simulate.words import Pattern
from generator.simulate.world import Duty, Figure, Plan, Unit, World, picks, source

PER_FILE: Final = 5_000
"""Tasks or indicators that a file may hold."""
RELATED, BROKEN_DOWN, UNDISCLOSED = 5, 40, 20
"""One of so many indicators has a relation, is broken down to towns (of those that can be), is never disclosed."""
STEPPED: Final = 20
"""One of so many tasks of an area has steps, and names a town."""


@dataclass(slots=True)
class _Promise:
    """An indicator's record and its target, both yet without the place in the text."""

    record: dict[str, object]
    target: dict[str, object]
    printed: str

    def placed(self, where: Record, source_: Record) -> Record:
        """The whole record, ``where`` being its task or section."""
        head = {"id": self.record.pop("id"), **where}
        relations = self.record.pop("relations")
        return {**head, **self.record, "target": {**self.target, "source": source_}, "relations": relations}


@dataclass(slots=True)
class AreaMaker:
    """Writes the tasks and indicators of a plan's areas, one area after the other."""

    world: World
    plan: Plan
    random: Random = field(default_factory=Random)
    files: Counter[str] = field(default_factory=Counter)
    eligible: int = 0
    """Indicators so far that can be broken down."""

    def make(self, topic: Topic) -> None:
        """Write an area; where it has no tasks its indicators stand under a heading."""
        self.random = self.world.random("area", self.plan.key, topic.area.slug)
        promises = list(self.promises(topic))
        tasks: list[Record] = []
        indicators: list[Record] = []
        ends = [len(promises) * (at + 1) // topic.tasks for at in range(topic.tasks)]
        for at, (heading, task) in enumerate(self.tasks(topic)):
            own = promises[ends[at - 1] if at else 0 : ends[at]]
            locator = f"{heading.locator}-{at + 1}"
            start, clause = self.plan.text.at, _clause(task, own)
            tasks.append({**task, "source": self.plan.text.take(clause, locator)})
            for promise in own:
                place = source(locator, start + clause.index(promise.printed), promise.printed)
                indicators.append(promise.placed({"task": task["id"]}, place))
        for promise in promises if not topic.tasks else ():
            heading = self.random.choice(topic.headings)
            place = self.plan.text.take(promise.printed, heading.locator)
            indicators.append(promise.placed({"section": heading.id}, place))
        self.write("tasks", topic.area.slug, tasks)
        self.write("indicators", topic.area.slug, indicators)

    def write(self, what: str, slug: str, records: list[Record]) -> None:
        """One file of an area, or several where it is large."""
        for start in range(0, len(records), PER_FILE):
            self.files[what] += 1
            name = f"{what}/{self.plan.id}/{self.files[what]:03d}-{slug}"
            self.world.writer.records(name, records[start : start + PER_FILE])

    # -- tasks

    def tasks(self, topic: Topic) -> Iterator[tuple[Heading, dict[str, object]]]:
        """Records of an area's tasks, yet without source, with their headings."""
        subjects, verbs, objects = topic.area.subjects, words.VERBS, words.OBJECTS
        duties = self.plan.duties.setdefault(topic.area.slug, [])
        for at, pick in enumerate(picks(self.random, len(subjects) * len(verbs) * len(objects), topic.tasks)):
            rest, object_ = divmod(pick, len(objects))
            subject, verb = divmod(rest, len(verbs))
            parts = {"verb": verbs[verb], "subject": subjects[subject], "object": objects[object_]}
            heading = topic.headings[at * len(topic.headings) // topic.tasks]
            id_, title = f"{self.plan.key}-{topic.area.slug}-task-{at + 1}", words.TITLE.format(**parts)
            summary = self.random.choice(words.SUMMARIES).format(**parts, other=objects[object_ - 3])
            leads, supports, mode = self.assigned(topic.kind)
            record: dict[str, object] = {"id": id_, "section": heading.id, "title": title}
            record |= {"title_source": self.random.choice(tuple(TitleSource)), "summary": summary, "kind": topic.kind}
            record |= {"lead_mode": mode, **self.due(), "lead": [u.printed[0] for u in leads]}
            record["support"] = [self.support(u) for u in supports]
            self.plan.units.update(unit.id for unit in (*leads, *supports))
            if at % STEPPED == 0:
                record |= {"milestones": self.milestones(), "places": [self.town(at).printed[0]]}
            if self.plan.parent:
                record["continues"] = self.continues(topic, self.plan.parent)
            alone = mode == LeadMode.SINGLE
            duties.append(Duty(id_, heading.id, title, leads[0].printed[0] if alone else ""))
            yield heading, record

    def due(self) -> dict[str, object]:
        """A year by which the task is to be done, where one is printed."""
        if self.random.random() < 0.7:
            return {}
        return {"start_year": self.plan.start, "due": self.random.randint(self.plan.start, self.plan.end)}

    def milestones(self) -> list[Record]:
        """The steps of a task, in the first year of the plan."""
        days = (f"{self.plan.start}-06", f"{self.plan.start}-12")
        return [{"due": due, "text": text} for due, text in zip(days, words.MILESTONES, strict=True)]

    def town(self, at: int) -> Unit:
        """A town that a task names."""
        return self.world.territories[at // STEPPED % len(self.world.territories)]

    def assigned(self, kind: TaskKind) -> tuple[list[Unit], list[Unit], str]:
        """Who leads and who supports a task, and how they lead; half of the annual tasks name nobody."""
        if kind is TaskKind.ANNUAL and self.random.random() < 0.5:
            return [], [], ""
        draw = self.random.random()
        if draw < 0.04:
            leads = [self.random.choice(self.world.collectives)]
        else:
            leads = self.units(1 if draw < 0.78 else self.random.randint(2, 3))
        supports = [u for u in self.units(self.random.randint(0, 5)) if u not in leads]
        collective = self.random.choice(self.world.collectives)
        if self.random.random() < 0.15 and collective not in leads:
            supports.append(collective)
        return leads, supports, self.mode(kind, leads)

    def mode(self, kind: TaskKind, leads: list[Unit]) -> str:
        if kind is TaskKind.REQUIREMENT:
            return ""
        if len(leads) > 1:
            return self.random.choice((LeadMode.SEVERAL, LeadMode.BY_DUTY))
        return LeadMode.SEVERAL if leads[0].kind is OrganizationKind.COLLECTIVE else LeadMode.SINGLE

    def units(self, number: int) -> list[Unit]:
        """Different units, the first of the list most often: some departments have a hand in everything."""
        leaders = self.world.leaders
        return list(dict.fromkeys(leaders[int(len(leaders) * self.random.random() ** 2)] for _ in range(number)))

    def support(self, unit: Unit) -> object:
        """How a unit is printed; a collective or a town may support in its own area."""
        name = self.random.choice(unit.printed)
        local = unit.kind is OrganizationKind.COLLECTIVE or unit.kind in place_words.PLACES
        return {"name": name, "scope": words.SCOPE} if local and self.random.random() < 0.5 else name

    def continues(self, topic: Topic, parent: Plan) -> list[Record]:
        """Tasks of the plan above, in the same area, that an annual task carries on."""
        duties = parent.duties.get(topic.area.slug, [])
        if not duties or self.random.random() < 0.3:
            return []
        chosen = self.random.sample(duties, min(len(duties), self.random.randint(1, 2)))
        reason = words.CONTINUATION.format(title=topic.area.title)
        return [{"task": d.id, "reason": reason} for d in chosen]

    # -- indicators

    def promises(self, topic: Topic) -> Iterator[_Promise]:
        """Indicators of an area with their targets, yet without source."""
        subjects, patterns, qualifiers = topic.area.subjects, topic.area.patterns, words.QUALIFIERS
        made = picks(self.random, len(qualifiers) * len(subjects) * len(patterns), topic.indicators)
        before: Figure | None = None
        for at, pick in enumerate(made):
            rest, pattern_ = divmod(pick, len(patterns))
            qualifier, subject = divmod(rest, len(subjects))
            id_ = f"{self.plan.key}-{topic.area.slug}-indicator-{at + 1}"
            name = patterns[pattern_].name.format(qualifiers[qualifier] + subjects[subject])
            before, relation = self.figure(id_, name, patterns[pattern_], before)
            self.plan.figures.append(before)
            yield self.promise(before, topic.nature, relation)

    def figure(self, id_: str, name: str, pattern: Pattern, before: Figure | None) -> tuple[Figure, list[Record]]:
        """An indicator with its relations: by turns a part of the one before it, or related to any earlier one."""
        number = self.world.figures
        self.world.figures += 1
        disclosed = number % UNDISCLOSED != UNDISCLOSED - 1
        if number % (2 * RELATED) == RELATED and before and countable(before.pattern):
            share = self.random.randint(20, 60)
            name = self.plan.own_name(self.random.choice(words.PARTS_OF) + before.name)
            series = tuple(v * share // 100 for v in before.series)
            part = Figure(id_, name, before.pattern, series, self.plan, (), disclosed)
            return part, [{"related": before.id, "relation": Relation.SUBSET, "reason": words.SUBSET_REASON}]
        series = tuple(series_of(pattern, self.random, self.world.horizon))
        found = Figure(id_, self.plan.own_name(name), pattern, series, self.plan, self.towns(pattern), disclosed)
        return found, self.relations() if number % RELATED == 0 else []

    def relations(self) -> list[Record]:
        """A relation to an earlier indicator of this plan or of the one above."""
        others = self.plan.parent.figures if self.plan.parent else self.plan.figures
        if not others:
            return []
        relation, reason = self.random.choice(words.REASONS)
        return [{"related": self.random.choice(others).id, "relation": relation, "reason": reason}]

    def towns(self, pattern: Pattern) -> tuple[Unit, ...]:
        """To whom an indicator is broken down: few are, of a five-year plan, whose parts can be added up."""
        if self.plan.parent or pattern.measure is not Measure.CUMULATIVE:
            return ()
        self.eligible += 1
        if self.eligible % BROKEN_DOWN != 1:
            return ()
        territories = self.world.territories
        return tuple(self.random.sample(territories, min(len(territories), self.random.randint(3, 6))))

    def promise(self, figure: Figure, nature: Nature, relations: list[Record]) -> _Promise:
        target = target_of(figure, amount_of(figure, self.plan.start, self.plan.end), self.random)
        definition = words.DEFINITION.format(name=figure.name) if self.random.random() < 0.2 else ""
        pattern = figure.pattern
        record: dict[str, object] = {"id": figure.id, "name": figure.name, "nature": nature, "measure": pattern.measure}
        record |= {"unit": pattern.unit, "direction": pattern.direction, "definition": definition}
        if nature in (Nature.EXPECTED, Nature.BINDING):
            unit = self.world.leaders[self.world.figures % len(self.world.leaders)]
            record["lead"] = [{"name": unit.printed[0], "printed_role": words.RESPONSIBLE}]
            self.plan.units.add(unit.id)
        return _Promise({**record, "relations": relations}, target, f"{figure.name}{target['value_text']}")


def _clause(task: Record, own: list[_Promise]) -> str:
    """The words of a task: its title, its targets, and who answers for them."""
    text = f"{task['title']}{place_words.STOP}" + place_words.COMMA.join(p.printed for p in own)
    roles = ((Role.LEAD, task["lead"]), (Role.SUPPORT, task["support"]))
    named = [f"{_printed(units)}{role}" for role, units in roles if isinstance(units, list) and units]
    return text + (f"({place_words.COMMA.join(named)})" if named else "")


def _printed(units: list[object]) -> str:
    return place_words.LIST_COMMA.join(str(u["name"]) if isinstance(u, dict) else str(u) for u in units)
