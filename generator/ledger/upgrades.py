"""What earlier versions of the contract called otherwise: keys and values of a file in the words of the present one.

Old words are no words of the present contract, so a file that is upgraded already stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.ledger.reading.findings import Mark
from generator.ledger.reading.nodes import Mapping, Node, Scalar, Sequence

VERSION = "2"
"""The present version of the contract, as data/site.yml gives it."""

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
    """An old word in a file: where it stands, and what takes its place."""

    mark: Mark
    old: str
    new: str


def kind_of_file(name: str) -> str:
    """The first part of a file's name below data/, which says what it holds."""
    return name.split("/", maxsplit=1)[0].removesuffix(".yml")


def renames(name: str, root: Node) -> Iterator[Rename]:
    """All old words of a file, in the order in which they stand."""
    kind = kind_of_file(name)
    for record in root if isinstance(root, Sequence) else ():
        if not isinstance(record, Mapping):
            continue
        for key, value in record.values.items():
            if key in RENAMED_KEYS.get(kind, {}):
                yield Rename(record.key_mark(key), key, RENAMED_KEYS[kind][key])
            if isinstance(value, Scalar) and value.text in RENAMED_VALUES.get((kind, key), {}):
                yield Rename(value.mark, value.text, RENAMED_VALUES[kind, key][value.text])


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
