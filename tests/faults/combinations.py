"""Many faults in one ledger: each in a copy of the plan of its own, so that no two are in one record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import PurePosixPath
from typing import Final

from tests.faults.places import ACKNOWLEDGED, DOCUMENTS, FEEDBACK, PLANS, REMARKS, ROUNDS, SITE, TASK_REMARKS
from tests.helpers.faults import LABEL, Fault, plan, read_in_memory, spoilt

TOGETHER: Final = (DOCUMENTS, PLANS, ROUNDS, REMARKS, TASK_REMARKS, FEEDBACK, ACKNOWLEDGED)
"""Files of which a ledger has one: the copies stand below each other."""
UNIQUE: Final = ("云政办发〔2016〕7号", "11120111000184016K/2016-00007")
"""What else stands once in a ledger."""
CHECKSUM: Final = "0123456789abcdef" * 4
ADDED: Final = frozenset(("a", "b", "r", "x", "y", "s0", "again", "other-road"))
"""Ids that faults add."""
Place = tuple[str, str]


def may_be_combined(one: Fault) -> bool:
    """Whether a fault is told, and leaves what the other copies write readable."""
    files = {edit[0] for edit in one.edits}
    breaks = any(code.startswith("yaml-") and code != "yaml-duplicate" for code, _ in one.expected)
    return bool(one.expected) and SITE not in files and not (breaks and files & {*TOGETHER})


def combined(faults: Mapping[str, Fault]) -> tuple[dict[str, str], dict[str, list[Place]]]:
    """A ledger with all these faults, and by the name of each what must be found: code and place."""
    ledger = {SITE: plan()[SITE]}
    expected: dict[str, list[Place]] = {}
    for number, (name, one) in enumerate(faults.items(), 1):
        files = spoilt(plan(), one.edits)[0]
        before = {f"{LABEL}/{file}": ledger.get(file, "").count("\n") for file in TOGETHER}
        expected[name] = [(code, _moved(place, before, number)) for code, place in one.expected]
        for file, text in files.items():
            if file != SITE:
                renamed = file if file in TOGETHER else _renamed(file, number)
                ledger[renamed] = ledger.get(renamed, "") + _copied(text, number).rstrip("\n") + "\n"
    return ledger, expected


def _moved(place: str, before: Mapping[str, int], number: int) -> str:
    """Where a place of the plan is in a copy."""
    file, line = place.rsplit(":", 1)
    if file in before:
        return f"{file}:{int(line) + before[file]}"
    return f"{LABEL}/{_renamed(file.removeprefix(f'{LABEL}/'), number)}:{line}"


def _renamed(file: str, number: int) -> str:
    """The name of a file in a copy."""
    name = _copied(file, number)
    path = PurePosixPath(name)
    return name if name != file else str(path.with_name(f"{path.stem}-{number}{path.suffix}"))


def _copied(text: str, number: int) -> str:
    """A text of the plan in a copy: every id and name is another one."""
    text = text.replace(CHECKSUM, f"{number:04x}{CHECKSUM[4:]}")
    return _names().sub(lambda match: f"{match[0]}-{number}" if match[0].isascii() else f"{match[0]}{number}", text)


@cache
def _names() -> re.Pattern[str]:
    """What records of the plan are called."""
    tables = read_in_memory(plan()).tables
    ids = {row["id"] for rows in tables.rows.values() for row in rows if "id" in row.positions} | ADDED
    names = {*tables.names} - ids | {row["title"] for table in ("documents", "plans") for row in tables.rows[table]}
    ascii_words = "|".join(map(re.escape, sorted(ids, key=len, reverse=True)))
    words = "|".join(map(re.escape, sorted((name for name in names if name), key=len, reverse=True)))
    unique = "|".join(map(re.escape, UNIQUE))
    return re.compile(rf"(?<![\w-])(?:{ascii_words})(?![\w-])|{words}|{unique}")
