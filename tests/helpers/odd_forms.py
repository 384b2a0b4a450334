"""Forms that were changed by programs, by people, or on purpose."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any

from generator.analysis.ledger_index import LedgerIndex
from generator.ledger.load import CheckedLedger, load
from generator.office.ingest.collecting.collect import collect
from generator.office.ingest.collecting.received_files import Collection, ReceivedFile
from generator.office.ingest.reply_workbook import reply_workbook
from tests.helpers.filled_forms import CONTRACT, DISTRICT, filled, opened, saved

ON = date(2023, 10, 13)
Change = Callable[[Any], None]


@cache
def returned() -> bytes:
    """A form with one figure in 指标!K4, one task in 任务!G4 and H4."""
    return filled("鹭汀镇", {1: {"完成值": "9.5"}}, {1: {"状态": "推进中", "进展": "连通两条河道"}})


@cache
def _ledger() -> tuple[LedgerIndex, CheckedLedger]:
    checked = load(DISTRICT, CONTRACT)
    return LedgerIndex(checked), checked


def changed(change: Change) -> bytes:
    """The form after a change of its workbook."""
    book = opened(returned())
    change(book)
    return saved(book)


def packed(
    parts: Mapping[str, tuple[str, str]] | None = None, added: Mapping[str, bytes] | None = None, gone: str = ""
) -> bytes:
    """The form with parts of its file changed (pattern and text), added, or taken out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(returned())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name == gone:
                continue
            content = old.read(name)
            if name in (parts or {}):
                text = re.sub(*(parts or {})[name], content.decode())
                assert text.encode() != content, name
                content = text.encode()
            new.writestr(name, content)
        for name, content in (added or {}).items():
            new.writestr(name, content)
    return out.getvalue()


def typed(sheet: str, cell: str, value: object) -> bytes:
    """The form with another value in one cell."""
    return changed(lambda book: book[sheet].__setitem__(cell, value))


def read(content: bytes, round_: str = "") -> Collection:
    """What a file would change in the ledger of the district; nothing is written. It can always be answered."""
    collection = collect(*_ledger(), [ReceivedFile("form.xlsx", content)], ON, round_)
    reply_workbook(content, collection.results[0].findings)
    return collection


def told(collection: Collection) -> list[str]:
    """Place, grade and code of what is said of the first file."""
    found = collection.results[0].findings
    return [f"{one.sheet}!{one.cell} {one.grade} {one.code}".removeprefix("! ") for one in found]
