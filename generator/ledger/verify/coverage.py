"""Is every number of a text used by a record, or excluded with a reason?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.language import document_words
from generator.language.chinese_numbers import UNIT_AFTER, Number, find_numbers
from generator.language.official_text import normalise, places_of
from generator.ledger.reading.rows import Row, Tables, number
from generator.ledger.verify.result import PartCoverage, Texts, Verification

AROUND = 6
"""Characters shown on either side of a number that is left over."""


@dataclass(frozen=True, slots=True)
class _Use:
    """A passage in which a record uses numbers."""

    start: int
    end: int
    figure: str = ""
    """The printed value: it is used in one place only, so that two equal figures need two records."""
    title: str = ""
    """Words that are used wherever they stand in the passage."""
    mentions: str = ""
    """Words whose numbers are used wherever they stand in the passage."""
    values: frozenset[Decimal] = frozenset()
    """Numbers of the record, its years among them, that are used wherever they stand in the passage."""


def numbers(tables: Tables, texts: Texts, result: Verification) -> None:
    """Count the numbers of each part of each document, and report every number that is left over."""
    documents = tables.by_id("documents")
    for document, text in texts.items():
        parts = _parts(tables, document, text)
        starts = [start for start, _ in parts]
        printed = list(find_numbers(text))
        used = _used(text, printed, list(_uses(tables, document)))
        excluded, clauses = _excluded(tables, document), excluded_clauses(tables, document)
        for one in printed:
            part = parts[bisect_right(starts, one.start) - 1][1]
            part.numbers += 1
            row = excluded.pop((one.start, one.end), None)
            if one in used:
                part.used += 1
                if row is not None:
                    values = {"passage": row["passage"], "value": one.printed}
                    result.note("verify-exclusion-needless", row, "passage", **values)
            elif row is not None or any(start <= one.start and one.end <= end for start, end in clauses):
                part.excluded += 1
            else:
                _note_left_over(documents[document], text, one, result)
        for row in excluded.values():
            result.note("verify-exclusion-part", row, "passage", passage=row["passage"], value=row["number"])
        result.parts.extend(part for _, part in parts)


def numbers_left(tables: Tables, document: str, text: str) -> list[Number]:
    """The numbers of a document's text that no record uses, in order."""
    printed = list(find_numbers(text))
    used = _used(text, printed, list(_uses(tables, document)))
    return [one for one in printed if one not in used]


def _excluded(tables: Tables, document: str) -> dict[tuple[int, int], Row]:
    """The exclusions of a document by their passages."""
    rows = (one.row for one in tables.exclusions if one.document == document and not one.is_clause)
    return {passage: row for row in rows if (passage := row.passage)}


def excluded_clauses(tables: Tables, document: str) -> list[tuple[int, int]]:
    """The passages of a document's clauses that are left out on purpose."""
    rows = (one.row for one in tables.exclusions if one.document == document and one.is_clause)
    return [passage for row in rows if (passage := row.passage)]


def _note_left_over(document: Row, text: str, number: Number, result: Verification) -> None:
    around = text[max(number.start - AROUND, 0) : number.end + AROUND]
    at = f"{number.start}-{number.end}"
    result.note("verify-number", document, "id", number=number.printed, at=at, around=around)


def _parts(tables: Tables, document: str, text: str) -> list[tuple[int, PartCoverage]]:
    """The parts of a document, by its highest headings, with where they start."""
    parts = [(0, PartCoverage(document, document_words.BEFORE_FIRST_PART))]
    plans = {row["id"] for row in tables.rows["plans"] if row["document"] == document}
    plans |= {row["plan"] for row in tables.rows["reports"] if row["document"] == document}
    for row in tables.rows["sections"]:
        if row["plan"] in plans and not row["parent"]:
            start = text.find(normalise(row["number"] + row["title"]))
            if start >= 0:
                parts.append((start, PartCoverage(document, row["number"].rstrip("、.") or row["title"])))
    return sorted(parts, key=lambda part: part[0])


def _uses(tables: Tables, document: str) -> Iterator[_Use]:
    """What the records of a document use of its numbers."""
    indicators = tables.by_id("indicators")
    years_of_task: dict[str, set[str]] = {}
    for row in tables.rows["targets"]:
        if row["indicator"] in indicators:
            years = years_of_task.setdefault(indicators[row["indicator"]]["task"], set())
            years |= {row["start_year"], row["end_year"]}
    for row in (*tables.rows["targets"], *tables.rows["observations"]):
        if row["document"] == document and (passage := row.passage):
            indicator = indicators.get(row["indicator"])
            name = normalise(indicator["name"]) if indicator else ""
            years = {row["start_year"], row["end_year"], row["period"][:4], row["since_year"]}
            yield _Use(*passage, figure=normalise(row["value_text"]), mentions=name, values=_decimals(years))
    for row in tables.rows["reports"]:
        if row["document"] == document and (passage := row.passage):
            yield _Use(*passage, mentions=_without_figures(row["summary"]), values=_decimals({row["progress"]}))
    for row in tables.rows["projects"]:
        if row["document"] == document and (passage := row.passage):
            printed = {row["total_investment"], row["year_investment"], row["starts"][:4], row["finishes"][:4]}
            yield _Use(*passage, mentions=normalise(row["name"]), values=_decimals(printed))
    for row in tables.rows["tasks"]:
        if row["document"] == document and (passage := row.passage):
            years = {row["due"][:4], row["start_year"], *years_of_task.get(row["id"], ())}
            yield _Use(*passage, title=normalise(row["title"]), values=_decimals(years))
            yield _Use(*passage, title=normalise(row["due_text"]))


def _without_figures(summary: str) -> str:
    """A summary without its figures: what it says of them in words proves no result."""
    text = normalise(summary)
    figures = [one for one in find_numbers(text) if UNIT_AFTER.match(text, one.end)]
    for one in reversed(figures):
        text = text[: one.start] + text[one.end :]
    return text


def _decimals(cells: set[str]) -> frozenset[Decimal]:
    return frozenset(value for value in map(number, cells) if value is not None)


def _used(text: str, printed: list[Number], uses: list[_Use]) -> set[Number]:
    """Numbers of the text that some record uses."""
    starts = [one.start for one in printed]
    used: set[Number] = set()
    taken: set[tuple[str, int]] = set()
    for use in sorted(uses, key=lambda use: use.end - use.start):  # the shortest passage takes its place first
        inside = printed[bisect_right(starts, use.start - 1) : bisect_right(starts, use.end)]
        inside = [one for one in inside if one.end <= use.end]
        mentioned = {one.printed for one in find_numbers(use.mentions)}
        used.update(one for one in inside if one.value in use.values or one.printed in mentioned)
        for start in places_of(text, use.title, use.start, use.end):
            used.update(_between(inside, start, start + len(use.title)))
        for start in places_of(text, use.figure, use.start, use.end):
            if (use.figure, start) not in taken:
                taken.add((use.figure, start))
                used.update(_between(inside, start, start + len(use.figure)))
                break
    return used


def _between(numbers: list[Number], start: int, end: int) -> list[Number]:
    return [one for one in numbers if start <= one.start and one.end <= end]


CHECKS = (numbers,)
