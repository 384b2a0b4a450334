"""Is every number of a text used by a record, or excluded with a reason?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.language import document_words
from generator.language.chinese_numbers import Number, find_numbers
from generator.language.official_text import normalise
from generator.ledger.checks.rules.common import by_id, number
from generator.ledger.reading.rows import Tables
from generator.ledger.verify.result import PartCoverage, Texts, Verification, passage


@dataclass(frozen=True, slots=True)
class _Use:
    """A stretch of a text in which a record uses numbers.

    ``figure`` is the printed value: it claims one place of its own, so that two equal figures need two records.
    ``words`` may be used wherever they stand, ``own`` are words that only mention a number, ``years`` the record's.
    """

    start: int
    end: int
    figure: str = ""
    words: str = ""
    own: str = ""
    years: frozenset[Decimal] = frozenset()


def numbers(tables: Tables, texts: Texts, result: Verification) -> None:
    """Count for each part of each document, and name every number that is left over."""
    documents = by_id(tables, "documents")
    for document, text in texts.items():
        parts = _parts(tables, document, text)
        starts = [start for start, _ in parts]
        in_text = list(find_numbers(text))
        used = _used(text, in_text, list(_uses(tables, document)))
        excluded = {own: x.row for x in tables.exclusions if x.document == document and (own := passage(x.row))}
        for found in in_text:
            part = parts[bisect_right(starts, found.start) - 1][1]
            part.numbers += 1
            row = excluded.pop((found.start, found.end), None)
            if found in used:
                part.used += 1
                if row is not None:
                    result.note(
                        "verify-exclusion-needless", row, "passage", passage=row["passage"], value=found.printed
                    )
            elif row is not None:
                part.excluded += 1
            else:
                around = text[max(found.start - 6, 0) : found.end + 6]
                at = f"{found.start}-{found.end}"
                result.note("verify-number", documents[document], "id", number=found.printed, at=at, around=around)
        for row in excluded.values():
            result.note("verify-exclusion-part", row, "passage", passage=row["passage"], value=row["number"])
        result.parts.extend(part for _, part in parts)


def _parts(tables: Tables, document: str, text: str) -> list[tuple[int, PartCoverage]]:
    """The parts of a document, by its highest headings, with where they begin."""
    parts = [(0, PartCoverage(document, document_words.BEFORE_FIRST_PART))]
    plans = {r["id"] for r in tables.rows["plans"] if r["document"] == document}
    plans |= {r["plan"] for r in tables.rows["reports"] if r["document"] == document}
    for row in tables.rows["sections"]:
        if row["plan"] in plans and not row["parent"]:
            at = text.find(normalise(row["number"] + row["title"]))
            if at >= 0:
                parts.append((at, PartCoverage(document, row["number"].rstrip("、."))))
    return sorted(parts, key=lambda p: p[0])


def _uses(tables: Tables, document: str) -> Iterator[_Use]:
    indicators = by_id(tables, "indicators")
    task_years: dict[str, set[str]] = {}
    for table, columns in (("targets", ("start_year", "end_year")), ("observations", ("period", "since_year"))):
        for row in tables.rows[table]:
            indicator = indicators.get(row["indicator"])
            years = {row[c][:4] for c in columns}
            if indicator and table == "targets":
                task_years.setdefault(indicator["task"], set()).update(years)
            if row["document"] == document and (own := passage(row)):
                name = normalise(indicator["name"]) if indicator else ""
                yield _Use(*own, figure=normalise(row["value_text"]), own=name, years=_decimals(years))
    for row in tables.rows["reports"]:
        if row["document"] == document and (own := passage(row)):
            yield _Use(*own, own=normalise(row["summary"]))
    for row in tables.rows["tasks"]:
        if row["document"] == document and (own := passage(row)):
            years = {row["due_year"], row["start_year"], *task_years.get(row["id"], ())}
            yield _Use(*own, words=normalise(row["title"]), years=_decimals(years))


def _decimals(years: set[str]) -> frozenset[Decimal]:
    return frozenset(n for n in map(number, years) if n is not None)


def _used(text: str, found: list[Number], uses: list[_Use]) -> set[Number]:
    """Numbers of the text that some record uses."""
    starts = [n.start for n in found]
    used: set[Number] = set()
    claimed: set[tuple[str, int]] = set()
    for use in sorted(uses, key=lambda u: u.end - u.start):  # the tightest passage claims its place first
        inside = found[bisect_right(starts, use.start - 1) : bisect_right(starts, use.end)]
        inside = [n for n in inside if n.end <= use.end]
        mentioned = {n.printed for n in find_numbers(use.own)}
        used.update(n for n in inside if n.value in use.years or n.printed in mentioned)
        for place in _places(text, use.words, use):
            used.update(n for n in inside if place <= n.start and n.end <= place + len(use.words))
        for place in _places(text, use.figure, use):
            if (use.figure, place) not in claimed:
                claimed.add((use.figure, place))
                used.update(n for n in inside if place <= n.start and n.end <= place + len(use.figure))
                break
    return used


def _places(text: str, words: str, use: _Use) -> Iterator[int]:
    """Where words stand in the stretch of a use."""
    at = text.find(words, use.start, use.end) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1, use.end)
