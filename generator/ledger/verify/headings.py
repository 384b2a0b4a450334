"""Are titles that are said to be printed really printed?"""

from __future__ import annotations

import re

from generator.language.chinese_numbers import NUMERALS
from generator.language.official_text import normalise
from generator.ledger.enums import TitleSource
from generator.ledger.reading.rows import Tables
from generator.ledger.verify.result import Texts, Verification, passage_text


def titles(tables: Tables, texts: Texts, result: Verification) -> None:
    """A printed title of a task stands in its passage, or is the heading above it."""
    sections = tables.by_id("sections")
    for row in tables.rows["tasks"]:
        text = passage_text(row, texts)
        if text is None or row["title_source"] != TitleSource.PRINTED:
            continue
        title, heading = normalise(row["title"]), sections.get(row["section"])
        if title not in text and (heading is None or title != normalise(heading["title"])):
            result.note("verify-title", row, "title", title=row["title"])


def sections(tables: Tables, texts: Texts, result: Verification) -> None:
    """Each heading stands in its plan's document; where that is missing, in a document that reports on the plan."""
    documents = {row["id"]: {row["document"]} for row in tables.rows["plans"] if row["document"]}
    for row in tables.rows["reports"]:
        if not documents.get(row["plan"], set()) & texts.keys():
            documents.setdefault(row["plan"], set()).add(row["document"])
    for row in tables.rows["sections"]:
        texts_of_plan = [texts[id_] for id_ in sorted(documents.get(row["plan"], ())) if id_ in texts]
        title, numbered = normalise(row["title"]), normalise(row["number"] + row["title"])
        if texts_of_plan and not any(title in text for text in texts_of_plan):
            result.note("verify-title", row, "title", title=row["title"])
        elif texts_of_plan and not any(_stands_whole(numbered, text) for text in texts_of_plan):
            result.note("verify-number-of-section", row, "number", number=row["number"])


def _stands_whole(numbered: str, text: str) -> bool:
    """Whether a heading stands in a text with its whole number: a longer one may end like it, of the same numerals."""
    longer = "0-9" if numbered[:1].isascii() else NUMERALS
    return bool(re.search(f"(?<![{longer}]){re.escape(numbered)}", text))


CHECKS = (titles, sections)
