"""Records as YAML, written one by one: what stands on a line, what goes on below it, what needs quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

Record = Mapping[str, object]

SAFE: Final = re.compile(r"[(0-9A-Za-z\u3400-\u9fff][-()0-9A-Za-z\u3400-\u9fff、，。；〔〕“”.%/+_]*")
"""Texts that need no quotes wherever they stand."""
NULLS: Final = frozenset({"null", "Null", "NULL"})


def scalar(text: str) -> str:
    """A text on one line, in quotes where YAML would take it for something else."""
    if SAFE.fullmatch(text) and text not in NULLS:
        return text
    return "'" + text.replace("'", "''") + "'"


def flow(value: object) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{k}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(str(value))


def block(record: Record, indent: str = "") -> str:
    """A record as an item of a list, each key on a line of its own."""
    return f"{indent}- " + fields(record, indent + "  ")[len(indent) + 2 :]


def fields(record: Record, indent: str = "") -> str:
    """Keys and values of a record; empty ones are left out."""
    return "".join(f"{indent}{k}:{_value(v, indent)}\n" for k, v in record.items() if v not in ("", None, [], ()))


def _value(value: object, indent: str) -> str:
    """What stands behind a colon: lists of records and records that hold others go on below, all else on the line."""
    if isinstance(value, list) and all(isinstance(v, Mapping) for v in value):
        return "\n" + "".join(block(v, indent + "  ") for v in value).removesuffix("\n")
    if isinstance(value, Mapping) and any(isinstance(v, Mapping) for v in value.values()):
        return "\n" + fields(value, indent + "  ").removesuffix("\n")
    return " " + flow(value)


@dataclass(slots=True)
class Writer:
    """Writes files below a folder and counts them."""

    folder: Path
    count: int = 0

    def write(self, name: str, texts: Iterable[str]) -> None:
        path = self.folder / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(texts)
        self.count += 1

    def records(self, name: str, records: Iterable[Record]) -> None:
        """A file that is one list, an empty line between its records."""
        self.write(name, (("\n" if at else "") + block(record) for at, record in enumerate(records)))
