"""Records as YAML, written one by one: what stands on a line, what goes on below it, what needs quotes."""

from __future__ import annotations

import re
from collections.abc import Mapping
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
