"""Hostile texts in every place that takes words: what an attacker, or a careless paste, would leave in a ledger."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any, Final

from generator.ledger.load import CheckedLedger, ReadLedger
from generator.ledger.reading.site_settings import SiteSettings
from tests.helpers.pages import CONTRACT

ELEMENT: Final = "x-smuggled"
"""An element that no page has, unless a text was taken for HTML."""
WORD: Final = "探针"
"""Where it is printed, the text came through."""
TEXT: Final = (
    f'=HYPERLINK("https://evil.invalid/","{WORD}") "\'><{ELEMENT} onclick=alert(1) style=color:red></{ELEMENT}>'
    "</title></textarea></style></script><script>alert(2)</script><!-- --><![CDATA[ ]]><svg/onload=alert(3)>"
    "<img src=https://evil.invalid/x onerror=alert(4)>&lt;b&gt;&#60;script&#62; {{ 7*'7' }}{% include 'x' %}${7*7} "
    '[点](javascript:alert(5)) <a href="javascript:alert(6)">a</a> \\\\u003cscript\\\\u003e \u202egnp.exe\u202c '
    "|@SUM(1+1)*cmd|' /C calc'!A0 zz-title-zz zz-path-zz"
)
"""One text with what has ever run somewhere: markup in HTML, XML, JSON, Markdown and templates, formulas, bidi."""
NOT_FREE: Final = {"id", "period", "due", "passage", "fingerprint", "text_sha256", "value", "progress", "locator"}
"""Columns without a pattern whose words the program reads itself."""
SETTINGS: Final = (
    "name", "place", "description", "notice", "publisher", "undertaker", "contact", "site_code", "icp", "police",
    "column_type",
)  # fmt: skip
"""Settings of the site that are free text."""


def free_columns() -> dict[str, list[str]]:
    """By table the columns that hold any text: not those with a pattern or a list of values, nor references."""
    found = {}
    for table in json.loads(CONTRACT.read_text(encoding="utf-8"))["resources"]:
        schema = table["schema"]
        keys = {key["fields"] if isinstance(key["fields"], str) else key["fields"][0]
                for key in schema.get("foreignKeys", ())}  # fmt: skip
        found[table["name"]] = [field["name"] for field in schema["fields"] if _is_free(field, keys)]
    return found


def _is_free(field: dict[str, Any], keys: set[str]) -> bool:
    bound = field.get("constraints", {}).keys() & {"pattern", "enum"}
    return field["type"] == "string" and not bound and field["name"] not in keys | NOT_FREE


def settings(site: SiteSettings) -> SiteSettings:
    """The same settings, with hostile words in all that are free."""
    changed: dict[str, Any] = {**dict.fromkeys(SETTINGS, TEXT), "demonstration": True}
    licence = replace(site.licence, name=TEXT, title=TEXT, attribution=TEXT)
    office = site.disclosure_office and replace(site.disclosure_office, name=TEXT, address=TEXT, phone=TEXT)
    return replace(site, **changed, licence=licence, disclosure_office=office, keywords=(TEXT,),
                   synonyms=((TEXT, (TEXT,)),))  # fmt: skip


def checked(ledger: ReadLedger) -> CheckedLedger:
    """A ledger that nobody checked, with hostile words in every free cell of every table, in front of its own."""
    assert ledger.site is not None
    for table, columns in free_columns().items():
        for row in ledger.tables.rows[table]:
            for column in columns:
                row.cells[column] = f"{TEXT}{row[column]}"
    return CheckedLedger(ledger.contract, ledger.tables, settings(ledger.site), ledger.folder)


def unset(site: SiteSettings) -> Iterator[str]:
    """Settings of texts that nobody filled with hostile words: a new one is to be listed here, or has its pattern."""
    for field in fields(site):
        value = getattr(site, field.name)
        if isinstance(value, str) and value != TEXT:
            yield field.name
