"""What earlier versions of the contract called otherwise: keys and values of a file in the words of the present one.

Old words are no words of the present contract, so a file that is upgraded already stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.ledger.enums import Basis, Comparator
from generator.ledger.reading.findings import Mark
from generator.ledger.reading.nodes import Mapping, Node, Scalar, Sequence

VERSION = "2"
"""The present version of the contract, as data/site.yml gives it."""
FIRST = "1"
"""The version of a ledger whose settings give none."""

RENAMED_KEYS = {"tasks": {"due_year": "due"}}
"""Kind of file → old key of its records → new key."""

RENAMED_VALUES = {
    ("organizations", "kind"): {
        "区级部门": "政府部门",
        "垂直管理和驻区单位": "垂直管理和驻地单位",
        "集合": "统称",
    }
}
"""Kind of file and key → old value → new value."""


class Rename(NamedTuple):
    """An old word in a file: the key of a record, or its value."""

    record: Mapping
    key: str
    value: Scalar | None
    """The value, where that is the old word; None where the key is."""
    new: str

    @property
    def old(self) -> str:
        """The old word."""
        return self.key if self.value is None else self.value.text

    @property
    def mark(self) -> Mark:
        """Where the old word stands."""
        return self.record.key_mark(self.key) if self.value is None else self.value.mark


class Question(NamedTuple):
    """A value that the present contract tells more exactly, which only a person can do."""

    mark: Mark
    code: str
    """A key of :data:`command_words.UPGRADE_QUESTIONS`."""
    text: str
    """The words that raise the question."""


PART_OF_YEAR = re.compile("[0-9]{4}-.+")
ABOUT = re.compile("左右|上下")
RANGE = re.compile("[0-9][%‰万亿]*[-–—~～至到]+[0-9]")  # dashes as documents print them


def kind_of_file(name: str) -> str:
    """The first part of a file's name below data/, which says what it holds."""
    return name.split("/", maxsplit=1)[0].removesuffix(".yml")


def renames(name: str, root: Node) -> Iterator[Rename]:
    """All old words of a file, in the order in which they stand."""
    kind = kind_of_file(name)
    for record in _mappings(root):
        for key, value in record.values.items():
            if key in RENAMED_KEYS.get(kind, {}):
                yield Rename(record, key, None, RENAMED_KEYS[kind][key])
            if isinstance(value, Scalar) and value.text in RENAMED_VALUES.get((kind, key), {}):
                yield Rename(record, key, value, RENAMED_VALUES[kind, key][value.text])


def questions(name: str, root: Node) -> Iterator[Question]:
    """What a person must look at in a file that was written for an earlier version."""
    kind = kind_of_file(name)
    if kind == "indicators":
        for indicator in _mappings(root):
            target = indicator.get("target")
            yield from _target_questions(target) if isinstance(target, Mapping) else ()
    elif kind == "disclosures" and isinstance(root, Mapping):
        for target in _mappings(root.get("targets")):
            yield from _target_questions(target)
        for observation in _mappings(root.get("observations")):
            if _text(observation, "basis") == Basis.YEAR and PART_OF_YEAR.fullmatch(_text(observation, "period")):
                yield Question(observation.values["basis"].mark, "part-of-year", _text(observation, "period"))


def _target_questions(target: Mapping) -> Iterator[Question]:
    """Whether the words of a target say more than its value."""
    words = _text(target, "value_text")
    if ABOUT.search(words) and _text(target, "comparator") != Comparator.ABOUT:
        yield Question(target.values["value_text"].mark, "about", words)
    if RANGE.search(words) and _text(target, "value") and not _text(target, "value_max"):
        yield Question(target.values["value_text"].mark, "range", words)


def _mappings(node: Node | None) -> Iterator[Mapping]:
    """The records of a list."""
    return (item for item in (node if isinstance(node, Sequence) else ()) if isinstance(item, Mapping))


def _text(record: Mapping, key: str) -> str:
    """The text of a key; empty where there is none."""
    value = record.get(key)
    return value.text if isinstance(value, Scalar) else ""


def upgraded(name: str, root: Node) -> Node:
    """The root of a file with the present words in the place of old ones."""
    if not isinstance(root, Sequence) or next(renames(name, root), None) is None:
        return root
    kind = kind_of_file(name)
    records = (_upgraded_record(kind, record) if isinstance(record, Mapping) else record for record in root)
    return Sequence(tuple(records), root.start)


def _upgraded_record(kind: str, record: Mapping) -> Mapping:
    keys = RENAMED_KEYS.get(kind, {})
    values = {keys.get(key, key): _upgraded_value(kind, key, value) for key, value in record.values.items()}
    return Mapping(values, {keys.get(key, key): start for key, start in record.keys.items()}, record.start)


def _upgraded_value(kind: str, key: str, value: Node) -> Node:
    new = RENAMED_VALUES.get((kind, key), {}).get(value.text) if isinstance(value, Scalar) else None
    return value if new is None else Scalar(new, value.start)
