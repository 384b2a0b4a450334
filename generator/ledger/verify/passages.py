"""Are documents what they are said to be, and is each passage where it is said to be?"""

from __future__ import annotations

from generator.language import formatting
from generator.language.chinese_numbers import unit_after
from generator.language.official_text import digest, fingerprint, normalise
from generator.ledger.enums import ExclusionReason, Validity
from generator.ledger.reading.rows import Exclusion, Tables
from generator.ledger.verify.result import Texts, Verification, passage_text


def documents(tables: Tables, texts: Texts, result: Verification) -> None:
    """The text that was given is the text that was read; documents without a text are named."""
    for row in tables.rows["documents"]:
        if row["id"] not in texts:
            result.without_text.append(row["id"])
        elif row["text_sha256"] and row["text_sha256"] != (found := digest(texts[row["id"]])):
            result.note("verify-text", row, "text_sha256", document=row["id"], found=found)


PRINTED = ("title", "issuer", "doc_number", "index_number", "topic", "repeal_basis", "disclosure")
DATES = ("drafted_on", "published_on", "signed_on")


def headers(tables: Tables, texts: Texts, result: Verification) -> None:
    """What is said of a document stands in it: title, issuer, numbers, validity, dates."""
    for row in tables.rows["documents"]:
        text = texts.get(row["id"])
        if text is None:
            continue
        forms = {column: [normalise(row[column])] for column in PRINTED}
        forms |= {column: list(formatting.printed_days(row[column])) for column in DATES}
        forms["validity"] = [] if row["validity"] == Validity.NOT_SAID else [row["validity"]]
        for column, printed in forms.items():
            if row[column] and printed and not any(form in text for form in printed):
                result.note("verify-header", row, column, column=column, value=row[column])


def fingerprints(tables: Tables, texts: Texts, result: Verification) -> None:
    """Every passage lies in its text and has the fingerprint that stands beside it."""
    for row in (row for rows in tables.rows.values() for row in rows):
        document = row["document"]
        if not row["passage"] or document not in texts:
            continue
        result.fingerprints += 1
        text = passage_text(row, texts)
        if text is None:
            result.mismatches += 1
            result.note(
                "verify-range", row, "passage", document=document, value=row["passage"], length=len(texts[document])
            )
        elif fingerprint(text) != row["fingerprint"]:
            result.mismatches += 1
            result.note("verify-fingerprint", row, "fingerprint", document=document, value=row["passage"])


def exclusions(tables: Tables, texts: Texts, result: Verification) -> None:
    """Every excluded number stands where it is said to, once, for one of the allowed reasons."""
    seen: set[tuple[str, str]] = set()
    for exclusion in tables.exclusions:
        if exclusion.document not in texts:
            continue
        key = (exclusion.document, exclusion.row["passage"])
        if key in seen:
            result.note("verify-exclusion-twice", exclusion.row, "passage", passage=exclusion.row["passage"])
        seen.add(key)
        _exclusion(exclusion, texts[exclusion.document], result)


def _exclusion(exclusion: Exclusion, text: str, result: Verification) -> None:
    row, passage = exclusion.row, exclusion.row.passage
    result.fingerprints += 1
    words = text[passage[0] : passage[1]] if passage else ""
    is_number = words == normalise(row["number"]) or exclusion.is_clause
    if not words or not is_number or fingerprint(words) != row["fingerprint"]:
        result.mismatches += 1
        column = "reason" if exclusion.is_clause else "number"
        result.note("verify-exclusion", row, column, value=row[column], passage=row["passage"])
    unit = unit_after(text, passage[1]) if passage else ""
    if unit and row["reason"] in (ExclusionReason.ORDINAL, ExclusionReason.DATE):
        result.note("exclusion-unit", row, "reason", value=row["number"], unit=unit, reason=row["reason"])


CHECKS = (documents, headers, fingerprints, exclusions)
