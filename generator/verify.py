"""Do the records agree with the official texts? Fingerprints, figures, names, parentheses, and every single number.

Works where the text of a document is at hand; the texts themselves are never part of the repository.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from generator import terms
from generator.enums import ExclusionReason, LeadMode, TitleSource
from generator.numbers import Number, find_numbers, unit_after, values_in
from generator.rules.common import by_id, number
from generator.source import Finding
from generator.tables import Exclusion, Row, Tables
from generator.text import digest, fingerprint, normalise, span

RESPONSIBILITY = re.compile(r"\([^()]*(?:牵头|配合)\)")
"""A responsibility parenthesis of a notice."""

CONTEXT = 90
"""Characters on either side of a passage in which the subject of an elliptic sentence may stand."""


@dataclass(slots=True)
class PartCoverage:
    """How many numbers of one part of a document are accounted for."""

    document: str
    part: str
    numbers: int = 0
    used: int = 0
    excluded: int = 0


@dataclass(slots=True)
class Verification:
    """What a comparison with the texts gave."""

    findings: list[Finding] = field(default_factory=list)
    fingerprints: int = 0
    mismatches: int = 0
    parentheses: int = 0
    matched: int = 0
    parts: list[PartCoverage] = field(default_factory=list)
    without_text: list[str] = field(default_factory=list)

    def note(self, code: str, row: Row, column: str, **values: object) -> None:
        self.findings.append(Finding(code, row.at(column), values))


def verify(tables: Tables, texts: dict[str, str]) -> Verification:
    """Compare the tables with the texts (id of the document → text in normal form)."""
    result = Verification()
    for row in tables.rows["documents"]:
        if row["id"] not in texts:
            result.without_text.append(row["id"])
        elif row["text_sha256"] and row["text_sha256"] != digest(texts[row["id"]]):
            result.note("verify-text", row, "text_sha256", document=row["id"])
    _evidence(tables, texts, result)
    _figures(tables, texts, result)
    _organizations(tables, texts, result)
    _titles(tables, texts, result)
    for document, text in texts.items():
        _parentheses(tables, document, text, result)
        _coverage(tables, document, text, result)
    return result


def _slice(row: Row, texts: dict[str, str]) -> str | None:
    """The words of a row's passage, or None where there is no text or no passage."""
    text = texts.get(row["document"])
    try:
        start, end = span(row["passage"])
    except ValueError:
        return None
    return text[start:end] if text is not None and end <= len(text) else None


def _evidence(tables: Tables, texts: dict[str, str], result: Verification) -> None:
    """Every passage lies in its text and has the fingerprint that stands beside it."""
    for rows in tables.rows.values():
        for row in rows:
            if not row["passage"] or row["document"] not in texts:
                continue
            result.fingerprints += 1
            words = _slice(row, texts)
            if words is None:
                result.mismatches += 1
                result.note("verify-range", row, "passage", value=row["passage"], length=len(texts[row["document"]]))
            elif fingerprint(words) != row["fingerprint"]:
                result.mismatches += 1
                result.note("verify-fingerprint", row, "fingerprint", value=row["passage"])
    for exclusion in tables.exclusions:
        text = texts.get(exclusion.document)
        if text is not None:
            _exclusion(exclusion, text, result)


def _exclusion(exclusion: Exclusion, text: str, result: Verification) -> None:
    row = exclusion.row
    result.fingerprints += 1
    try:
        start, end = span(row["passage"])
    except ValueError:
        result.mismatches += 1
        result.note("passage-order", row, "passage", value=row["passage"])
        return
    words = text[start:end]
    if words != normalise(row["number"]) or fingerprint(words) != row["fingerprint"]:
        result.mismatches += 1
        result.note("verify-exclusion", row, "number", value=row["number"], passage=row["passage"])
    if row["reason"] not in tuple(ExclusionReason):
        result.note("verify-reason", row, "reason", value=row["reason"], allowed="、".join(ExclusionReason))
    unit = unit_after(text, end)
    if unit and row["reason"] in (ExclusionReason.ORDINAL, ExclusionReason.DATE):
        result.note("exclusion-unit", row, "reason", value=row["number"], unit=unit, reason=row["reason"])


def _figures(tables: Tables, texts: dict[str, str], result: Verification) -> None:
    """The printed value, its unit and its qualifier stand in the passage; so do the words of the indicator's name."""
    indicators, sections, tasks = (by_id(tables, t) for t in ("indicators", "sections", "tasks"))
    for table in ("targets", "observations"):
        for row in tables.rows[table]:
            words, indicator = _slice(row, texts), indicators.get(row["indicator"])
            if words is None or indicator is None:
                continue
            printed = normalise(row["value_text"])
            if printed not in words:
                result.note("verify-value", row, "value_text", text=row["value_text"], passage=row["passage"])
            value = number(row["value"])
            if value is not None and abs(value) not in values_in(printed, indicator["unit"]):
                result.note("value-text", row, "value", value=row["value"], text=row["value_text"])
            if value and not _unit_printed(normalise(indicator["unit"]), printed):
                result.note("verify-unit", indicator, "unit", unit=indicator["unit"], text=row["value_text"])
            if row["qualifier"] and row["qualifier"] not in words:
                result.note("verify-qualifier", row, "qualifier", text=row["qualifier"], passage=row["passage"])
            around = _around(row, texts) + _headings(indicator, sections)
            if task := tasks.get(indicator["task"]):
                around += "\n" + (_slice(task, texts) or "")
            if loose := _loose_characters(normalise(indicator["name"]), around):
                result.note("verify-name", indicator, "name", name=indicator["name"], loose=loose)


def _around(row: Row, texts: dict[str, str]) -> str:
    """A row's passage with the words before and behind it."""
    start, end = span(row["passage"])
    return texts[row["document"]][max(start - CONTEXT, 0) : end + CONTEXT]


def _unit_printed(unit: str, printed: str) -> bool:
    """Whether every part of a unit stands in the printed value; 元 is left out behind a numeral (千亿产业)."""
    return all(p in printed or (len(p) > 1 and p.endswith("元") and p[:-1] in printed) for p in unit.split("/") if p)


def _headings(indicator: Row, sections: dict[str, Row]) -> str:
    """Titles of the sections above an indicator: a name may take words from them."""
    words, id_ = "", indicator["section"]
    while (section := sections.get(id_)) is not None and len(words) < 1000:
        words += "\n" + normalise(section["title"])
        id_ = section["parent"]
    return words


JOINTS = re.compile(
    r"面积|长度|比重|人数|村数|项数|增幅|提高|增长|下降|建设|完成|年均|增速|数额|[的占数率对及与和级()]"
)
"""Words that may join the printed pieces of a name."""


def _loose_characters(name: str, around: str) -> str:
    """What of a name is no piece (two characters or more) of the words around and no joint."""
    loose, at = "", 0
    while at < len(name):
        size = next((n for n in range(len(name) - at, 1, -1) if name[at : at + n] in around), 0)
        if not size and (joint := JOINTS.match(name, at)):
            size = len(joint[0])
        if not size:
            loose += name[at]
        at += max(size, 1)
    return loose


def _organizations(tables: Tables, texts: dict[str, str], result: Verification) -> None:
    """The printed name of each assignment stands in its task's passage, each member where its source says."""
    tasks = by_id(tables, "tasks")
    for row in tables.rows["assignments"]:
        task = tasks.get(row["task"])
        words = _slice(task, texts) if task else None
        if words is not None and normalise(row["printed_name"]) not in words:
            result.note("verify-organization", row, "printed_name", name=row["printed_name"], task=row["task"])
    names: dict[str, list[str]] = {}
    for name, id_ in tables.names.items():
        names.setdefault(id_, []).append(name)
    for row in tables.rows["memberships"]:
        words = _slice(row, texts)
        if words is not None and not any(normalise(n) in words for n in names.get(row["member"], ())):
            result.note("verify-member", row, "member", name=row["member"], passage=row["passage"])


def _titles(tables: Tables, texts: dict[str, str], result: Verification) -> None:
    """A title that is said to be printed is printed: in the task's passage or as the heading above it."""
    sections = by_id(tables, "sections")
    for row in tables.rows["tasks"]:
        words = _slice(row, texts)
        if words is not None and row["title_source"] == TitleSource.PRINTED:
            title = normalise(row["title"])
            heading = sections.get(row["section"])
            if title not in words and (heading is None or title != normalise(heading["title"])):
                result.note("verify-title", row, "title", title=row["title"])
    documents = {r["id"]: r["document"] for r in tables.rows["plans"]}
    for row in tables.rows["sections"]:
        plan_texts = [texts[d] for d in (documents.get(row["plan"]), *_reporting(tables, row["plan"])) if d in texts]
        title = normalise(row["title"])
        if plan_texts and not any(title in t for t in plan_texts):
            result.note("verify-title", row, "title", title=row["title"])


def _reporting(tables: Tables, plan: str) -> set[str]:
    """Documents that report on a plan: the headings of a plan whose own text is missing stand there."""
    return {r["document"] for r in tables.rows["reports"] if r["plan"] == plan}


def _parentheses(tables: Tables, document: str, text: str, result: Verification) -> None:
    """Every responsibility parenthesis ends the passage of exactly one task."""
    ends: dict[int, list[Row]] = {}
    for row in tables.rows["tasks"]:
        if row["document"] == document:
            try:
                ends.setdefault(span(row["passage"])[1], []).append(row)
            except ValueError:
                continue
    assigned: dict[str, list[Row]] = {}
    for row in tables.rows["assignments"]:
        assigned.setdefault(row["task"], []).append(row)
    plan_rows = [r for r in tables.rows["plans"] if r["document"] == document]
    for match in RESPONSIBILITY.finditer(text):
        result.parentheses += 1
        found = ends.get(match.end(), [])
        if len(found) == 1:
            result.matched += 1
            _assignments(found[0], assigned.get(found[0]["id"], []), match[0], result)
        else:
            codes = {"at": f"{match.start()}-{match.end()}", "count": len(found)}
            row = found[0] if found else (plan_rows[0] if plan_rows else tables.rows["documents"][0])
            result.note("verify-parenthesis", row, "passage", **codes)


def _assignments(task: Row, rows: list[Row], printed: str, result: Verification) -> None:
    """Who stands in the parenthesis, in which role and order, is who is assigned."""
    expected = list(read_parenthesis(printed))
    found = [(normalise(r["printed_name"]), r["role"]) for r in sorted(rows, key=lambda r: int(r["position"] or 0))]
    if expected != found:
        words = "、".join(f"{name}({role})" for name, role in expected)
        result.note("verify-assignment", task, "title", task=task["id"], expected=words)
    mode = printed_mode(printed)
    if task["lead_mode"] != mode:
        result.note("verify-mode", task, "lead_mode", value=task["lead_mode"], expected=mode)


def printed_mode(printed: str) -> LeadMode:
    """The mode that the words of a parenthesis say."""
    if terms.BY_DUTY in printed:
        return LeadMode.BY_DUTY
    return LeadMode.SEVERAL if LeadMode.SEVERAL in printed else LeadMode.SINGLE


MANNER = re.compile(r"(?:根据|按照?)(?:各自|工作)?职责(?:分工)?(?:分别)?|分别|共同")


def read_parenthesis(printed: str) -> Iterator[tuple[str, str]]:
    """Names and roles of a responsibility parenthesis in their order: (区科委牵头、区金融办配合)."""
    rest = printed.strip("()")
    for match in re.finditer(r"(.*?)(牵头|配合)(?:[,、;]|$)", rest):
        for name in re.split("、", MANNER.sub("", match[1])):
            if name:
                yield name, match[2]


# -- every number of the text


@dataclass(frozen=True, slots=True)
class _Use:
    """A stretch of the text in which a record uses numbers: printed words and years."""

    start: int
    end: int
    words: tuple[str, ...]
    values: frozenset[Decimal]


def _uses(tables: Tables, document: str) -> Iterator[_Use]:
    indicators = by_id(tables, "indicators")
    for table, years in (("targets", ("start_year", "end_year")), ("observations", ("period", "since_year"))):
        for row in tables.rows[table]:
            indicator = indicators.get(row["indicator"])
            words = (row["value_text"], indicator["name"] if indicator else "")
            yield from _use(row, document, words, (row["value"], *(row[y][:4] for y in years)))
    for row in tables.rows["reports"]:
        yield from _use(row, document, (row["summary"],), ())
    task_years: dict[str, set[str]] = {}
    for row in tables.rows["targets"]:
        if indicator := indicators.get(row["indicator"]):
            task_years.setdefault(indicator["task"], set()).update((row["start_year"], row["end_year"]))
    for row in tables.rows["tasks"]:
        own = (row["due_year"], row["start_year"], *task_years.get(row["id"], ()))
        yield from _use(row, document, (row["title"],), own)


def _use(row: Row, document: str, words: tuple[str, ...], values: tuple[str, ...]) -> Iterator[_Use]:
    if row["document"] == document:
        try:
            start, end = span(row["passage"])
        except ValueError:
            return
        numbers = frozenset(n for n in map(number, values) if n is not None)
        yield _Use(start, end, tuple(normalise(w) for w in words if w), numbers)


def _coverage(tables: Tables, document: str, text: str, result: Verification) -> None:
    """Each number of the text is used by a record or excluded with a reason; counted for each part."""
    cover: dict[int, list[_Use]] = {}
    for use in _uses(tables, document):
        for at in range(use.start, min(use.end, len(text))):
            cover.setdefault(at, []).append(use)
    excluded = _excluded(tables, document)
    parts = _parts(tables, document, text)
    anchor = next(r for r in tables.rows["documents"] if r["id"] == document)
    for found in find_numbers(text):
        part = [p for start, p in parts if start <= found.start][-1]
        part.numbers += 1
        if any(_is_used(found, use, text) for use in cover.get(found.start, ())):
            part.used += 1
        elif found.start in excluded:
            part.excluded += 1
        else:
            around = text[max(found.start - 6, 0) : found.end + 6]
            code = {"number": found.printed, "at": f"{found.start}-{found.end}", "around": around}
            result.note("verify-number", anchor, "id", **code)
    result.parts.extend(p for _, p in parts)


def _excluded(tables: Tables, document: str) -> set[int]:
    starts = set()
    for exclusion in tables.exclusions:
        if exclusion.document == document:
            try:
                starts.add(span(exclusion.row["passage"])[0])
            except ValueError:
                continue
    return starts


def _is_used(found: Number, use: _Use, text: str) -> bool:
    """Whether a number inside the passage is the record's value or year, or stands in its printed words."""
    if not use.start <= found.start < found.end <= use.end:
        return False
    if found.value is not None and found.value in use.values:
        return True
    return any(_stands_in(found, words, use, text) for words in use.words)


def _stands_in(found: Number, words: str, use: _Use, text: str) -> bool:
    """Whether the words, where they stand in the passage, cover the number; own words need only print it."""
    at = text.find(words, use.start, use.end)
    while at >= 0:
        if at <= found.start and found.end <= at + len(words):
            return True
        at = text.find(words, at + 1, use.end)
    return any(n.printed == found.printed for n in find_numbers(words))


def _parts(tables: Tables, document: str, text: str) -> list[tuple[int, PartCoverage]]:
    """The parts of a document, by its highest headings, with where they begin; what stands before the first is 文首."""
    parts = [(0, PartCoverage(document, terms.BEFORE_FIRST_PART))]
    plans = {r["id"] for r in tables.rows["plans"] if r["document"] == document}
    plans |= {r["plan"] for r in tables.rows["reports"] if r["document"] == document}
    for row in tables.rows["sections"]:
        if row["plan"] in plans and not row["parent"]:
            at = text.find(normalise(row["number"] + row["title"]))
            if at >= 0:
                parts.append((at, PartCoverage(document, row["number"].rstrip("、."))))
    return sorted(parts, key=lambda p: p[0])
