"""Causes before what follows from them: a reference that is unknown because the record that it means has a fault.

Three things make good references look wrong: an id or a name that is mistyped where it is given, a record without one,
and a file in which nothing stands. A copy of a file makes each of its records one that stands twice. What follows is
folded under that finding; nothing is left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from generator.ledger.checks import characters
from generator.ledger.hidden_characters import without_hidden
from generator.ledger.reading.findings import Finding, Mark
from generator.ledger.reading.rows import Row, Tables
from generator.support.suggestions import closest_match

NAMED_BY: dict[str, tuple[str, ...]] = {"organizations": ("id", "name", "full_name", "aliases")}
"""Table → the columns by which others mean its records, where that is not the id alone."""
OF_NAMES = (*characters.CODES, "pattern", "limit", "required", "not-a-text", "personal", "hidden")
"""Findings about an id or name from which others may follow."""
ANY = ""
"""Instead of a table: the reference may mean a record of any."""
NAMED = 3
"""So many of the unknown references a finding names."""
OFTEN = 3
"""From so many times on the same unknown reference is one mistake: where the record is, and not where it is meant."""


def folded(findings: list[Finding], tables: Tables) -> list[Finding]:
    """The findings, each with those that follow from it."""
    by_table: dict[str, list[Finding]] = {}
    anywhere = [finding for finding in findings if finding.values.get("refers") == ANY]
    for finding in findings:
        if "refers" in finding.values:
            by_table.setdefault(str(finding.values["refers"]), []).append(finding)
    followers: dict[int, Finding] = {}
    causes: list[Finding] = []
    by_table.pop(ANY, None)
    for table, unknown in by_table.items():
        for cause, of_cause in _groups(unknown, table, tables, findings):
            texts = {finding.values["wrong"] for finding in of_cause}
            of_cause += [finding for finding in anywhere if finding.values["wrong"] in texts]
            followers |= {id(finding): finding for finding in (*of_cause, cause)}
            causes.append(replace(cause, followers=tuple(of_cause)))
    for cause, of_cause in _copies(findings):
        followers |= {id(finding): finding for finding in (*of_cause, cause)}
        causes.append(replace(cause, followers=tuple(of_cause)))
    return [*causes, *(finding for finding in findings if id(finding) not in followers)] if causes else findings


def _copies(findings: list[Finding]) -> Iterable[Group]:
    """The first of many records of a file that stand in another one, too, with the others: the file is a copy."""
    twice: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if finding.code == "primary-key" and not finding.followers:
            other = str(finding.values["other"]).rsplit(" ", 3)[0]  # behind the file its line
            if other != finding.mark.file:
                twice.setdefault((finding.mark.file, other), []).append(finding)
    return [(same[0], same[1:]) for same in twice.values() if len(same) >= OFTEN]


Group = tuple[Finding, list[Finding]]


def _groups(unknown: list[Finding], table: str, tables: Tables, findings: list[Finding]) -> Iterable[Group]:
    """Causes with the unknown references that follow from them."""
    by_text: dict[str, list[Finding]] = {}
    for finding in unknown:
        by_text.setdefault(str(finding.values["wrong"]), []).append(finding)
    known = tables.known(table) | ({*tables.names} if table == "organizations" else set())
    for row, cause in _misnamed(tables.rows.get(table, []), table, findings):
        meant = {plain(name) for column in _columns(table) for name in (row[column], *row[column].split("、"))} - {""}
        own = [text for text in by_text if _means(plain(text), meant)]
        if not own and not meant.intersection(map(plain, known)):
            own = _most_frequent(by_text, known)
        if own:
            yield cause, [finding for text in own for finding in by_text.pop(text)]
    far = [text for text in by_text if not _is_typo_of(text, known)]
    often = sum(len(by_text[text]) for text in far) >= OFTEN
    if far and (empty := tables.empty.get(table)) and (often or not tables.rows.get(table)):
        names = "、".join(far[:NAMED])
        yield Finding("file-empty", empty[0], {"names": names}), [f for text in far for f in by_text.pop(text)]
    for same in by_text.values():
        if len(same) >= OFTEN:
            yield same[0], same[1:]


def _columns(table: str) -> tuple[str, ...]:
    return NAMED_BY.get(table, ("id",))


def _misnamed(rows: Iterable[Row], table: str, findings: list[Finding]) -> list[tuple[Row, Finding]]:
    """The records of a table about whose id or name something was found, each with that finding."""
    at: dict[Mark, Finding] = {f.mark: f for f in findings if f.code in OF_NAMES}
    on_line = {(f.mark.file, f.mark.line): f for f in at.values() if f.code in ("personal", "hidden")}
    found = []
    for row in rows:
        for column in _columns(table):
            mark = row.at(column)
            cause = at.get(mark) or on_line.get((mark.file, mark.line))
            if cause is not None and (row[column] or cause.code in ("required", "not-a-text")):
                found.append((row, cause))
                break
    return found


def _means(text: str, meant: set[str]) -> bool:
    """Whether a reference means a record; what is much too long begins as it was meant."""
    return bool(text) and any(text == name or (len(name) > len(text) > 1 and name.startswith(text)) for name in meant)


def _most_frequent(by_text: dict[str, list[Finding]], known: set[str]) -> list[str]:
    """The unknown reference that stands most often, at least twice, and is like none that is known."""
    counts = Counter({text: len(found) for text, found in by_text.items() if len(found) > 1})
    return [text for text, _ in counts.most_common() if not _is_typo_of(text, known)][:1]


def _is_typo_of(text: str, known: set[str]) -> bool:
    """Whether a reference differs from a known one by what is easily mistyped: one character in four."""
    match = closest_match(text, known)
    return match is not None and len({*text} ^ {*match}) <= max(len(text) // 2, 1)


def plain(text: str) -> str:
    """An id or name as it was meant: without capitals, signs and what nobody sees."""
    text = unicodedata.normalize("NFKC", without_hidden(text).replace("\ufffd", "").translate(characters.CONFUSABLES))
    return re.sub(r"[^\w]|_|[0-9]{11}", "", text.casefold())
