"""What becomes of a record, as edits of its file: it gets values, it is accepted, or it goes. Nothing is written."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from generator.language.office import review_words
from generator.language.office.review_words import DOUBT_COMMENT
from generator.language.official_text import fingerprint, normalise
from generator.ledger.editing.edits import (
    as_yaml,
    end_of,
    in_braces,
    insert_written,
    line_end,
    newline_of,
    remove_values,
    replace_written,
)
from generator.ledger.editing.record_places import RecordPlace, comment_lines, remove_record
from generator.ledger.editing.record_text import block, flow
from generator.ledger.editing.yaml_file import Edit, EditRefused, YamlFile
from generator.ledger.reading.nested_readers import ROLES
from generator.ledger.reading.nodes import Mapping as Record
from generator.ledger.reading.nodes import Node
from generator.ledger.reading.nodes import Sequence as Items
from generator.ledger.reading.rows import Tables
from generator.ledger.reading.table_builder import DRAFT
from generator.office.review.fields import LIST_SEPARATOR, Assigned, Members, assigned, text_of

MemberRecord = Mapping[str, object]
"""A member of a collective with its source."""


class Verdict(StrEnum):
    """What a person says of a draft."""

    ACCEPT = "accept"
    KEEP = "keep"
    """It stays a draft, with the values that were entered."""
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a person entered for one record."""

    verdict: Verdict
    values: Mapping[str, str] = field(default_factory=dict)
    """Path of a value → its text; an empty text takes the value out."""
    assigned: Sequence[Assigned] | None = None
    """Who is responsible; None where nothing was said about that."""
    members: Members | None = None
    """Who belongs to a collective; None where nothing was said about that."""
    reason: str = ""
    """Why what the checks doubt is right all the same."""


LISTS: Final = re.compile(r"[、，,；;\s]+")
"""What stands between names that a person enters."""
BEHIND: Final = ("source",)
"""Keys that stand behind all others of a record."""


def record_edits(
    place: RecordPlace, entry: Entry, columns: Sequence[str], members: Sequence[MemberRecord] = ()
) -> list[Edit]:
    """The edits of a record and its comments.

    Args:
        place: the record in its file.
        entry: what was entered.
        columns: the columns of its table: a new key is put where its column stands among them.
        members: the members of a collective that has none yet, each as it is written.

    Raises:
        EditRefused: the record stands in a line with others.
        ValueError: a text has several lines.
    """
    if entry.verdict is Verdict.REJECT:
        return remove_record(place, DOUBT_COMMENT)
    file, record = place.file, place.mapping
    edits: list[Edit] = []
    removed = [DRAFT] if entry.verdict is Verdict.ACCEPT and DRAFT in record.values else []
    for path, values in _by_mapping(entry.values).items():
        if path and isinstance(node := _inner(record, path), Record):
            edits += _edits(file, node, _written(node, values), (), ())
    own = _written(record, _by_mapping(entry.values).get("", {}))
    if entry.assigned is not None:
        own |= _lists(record, entry.assigned)
    edits += _edits(file, record, own, removed, columns)
    if members:
        edits.append(_members(file, record, members))
    if entry.verdict is Verdict.ACCEPT:
        doubts = [line for line in comment_lines(place) if line.text.startswith(DOUBT_COMMENT)]
        edits += [Edit(line.start, line.end, "") for line in doubts]
    return outermost(edits)


def outermost(edits: Iterable[Edit]) -> list[Edit]:
    """Edits without those that change what another one replaces as a whole, each once."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        is_inside = any(
            other.start <= edit.start and edit.end <= other.end and other.start < other.end for other in kept
        )
        if edit.start == edit.end or not is_inside:
            kept.append(edit)
    return kept


def member_records(entry: Entry, tables: Tables, document: str, text: str) -> Iterator[MemberRecord]:
    """The members of a collective with the words that name them; none where nobody entered them.

    Args:
        entry: what was entered.
        tables: all rows.
        document: the document that names the collective.
        text: its text in normal form; empty where it is not here.

    Raises:
        EditRefused: the words are not in the document, or nobody said where they stand.
    """
    given = entry.members
    if given is None or not given.names or entry.verdict is Verdict.REJECT:
        return
    names = list(filter(None, LISTS.split(given.names)))
    words = normalise(given.words or given.names)
    at = text.find(words)
    if text and at < 0:
        raise EditRefused(review_words.MEMBERS_NOT_PRINTED.format(words=words))
    for name in names if text else ():
        same = [other for other, id_ in tables.names.items() if id_ == tables.names.get(name)] or [name]
        if not any(normalise(one) in words for one in same):
            raise EditRefused(review_words.MEMBER_NOT_IN_WORDS.format(name=name))
    tasks = (row for row in tables.rows["tasks"] if text and row["document"] == document)
    own = (row["locator"] for row in tasks if (p := row.passage) and p[0] <= at and at + len(words) <= p[1])
    locator = given.locator or next(own, "")
    if not locator:
        raise EditRefused(review_words.MEMBERS_LOCATOR)
    printed = {"passage": f"{at}-{at + len(words)}", "fingerprint": fingerprint(words)} if text else {}
    yield from ({"member": name, "source": {"document": document, "locator": locator, **printed}} for name in names)


def _members(file: YamlFile, record: Record, members: Sequence[MemberRecord]) -> Edit:
    """The members of a collective behind its last value, each on lines of its own."""
    last = [*record.values][-1]
    if in_braces(file, record):
        return insert_written(file, record, "members", flow([*members]), last)
    indent = " " * record.keys[last].column
    lines = "".join(block(member, f"{indent}  ") for member in members).rstrip("\n")
    at = line_end(file, end_of(file, record.values[last]))
    return Edit(at, at, f"\n{indent}members:\n{lines}".replace("\n", newline_of(file)))


def _by_mapping(values: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Values by the path of the mapping that holds them."""
    found: dict[str, dict[str, str]] = {}
    for path, text in values.items():
        above, _, key = path.rpartition(".")
        found.setdefault(above, {})[key] = text
    return found


def text_at(record: Record, path: str) -> str:
    """The text to which a path leads; empty where there is none."""
    node = _inner(record, path)
    return (text_of(node) or "") if node is not None else ""


def _inner(record: Record, path: str) -> Node | None:
    """What a path leads to; None where there is nothing."""
    node: Node | None = record
    for part in path.split("."):
        if isinstance(node, Record):
            node = node.get(part)
        elif isinstance(node, Items) and part.isdecimal() and int(part) < len(node.items):
            node = node.items[int(part)]
        else:
            return None
    return node


def _written(record: Record, values: Mapping[str, str]) -> dict[str, str]:
    """The values that differ from those in the file, as they are written in YAML; empty for those that go."""
    changed = {}
    for key, text in values.items():
        node = record.get(key)
        old = text_of(node) if node is not None else ""
        if old is None or old == text:
            continue
        is_list = isinstance(node, Items)
        parts = [part for part in text.split(LIST_SEPARATOR) if part]
        changed[key] = "" if not text else flow(parts) if is_list else as_yaml(text)
    return changed


def _lists(record: Record, given: Sequence[Assigned]) -> dict[str, str]:
    """The lists of those who are responsible that differ from those in the file."""
    before = assigned(record)
    changed = {}
    for key in ROLES:
        new, old = ([one for one in some if one.role == key] for some in (given, before))
        if new != old:
            changed[key] = flow([_name(one) for one in new]) if new else ""
    return changed


def _name(one: Assigned) -> object:
    """A name alone, or with what is said beside it."""
    further = {"scope": one.scope, "printed_role": one.printed_role, "post": one.post}
    written = {key: text for key, text in further.items() if text}
    return {"name": one.name, **written} if written else one.name


def _edits(
    file: YamlFile, record: Record, written: Mapping[str, str], removed: Collection[str], columns: Sequence[str]
) -> Iterator[Edit]:
    """The edits of the keys of one mapping."""
    gone = {*removed, *(key for key, text in written.items() if not text and key in record.values)}
    if gone >= {*record.values}:
        gone.discard(next(iter(record.values)))
    if gone:
        yield from remove_values(file, record, gone)
    for key, text in sorted(written.items(), key=lambda item: _rank(item[0], columns)):
        if key in record.values and key not in gone:
            yield replace_written(file, record, key, text)
        elif text:
            yield insert_written(file, record, key, text, _before(record, key, gone, columns))


def _before(record: Record, key: str, gone: Collection[str], columns: Sequence[str]) -> str:
    """The key behind which a new one is put."""
    stay = [other for other in record.values if other not in gone]
    before = [other for other in stay if _rank(other, columns) < _rank(key, columns)]
    return max(before, key=lambda other: _rank(other, columns)) if before else stay[0]


def _rank(key: str, columns: Sequence[str]) -> int:
    """The place of a key: columns, then lists of units by their roles, then what is nested, then the source."""
    order = [*columns, *ROLES]
    if key in order:
        return order.index(key)
    return len(order) + (key in BEHIND)
