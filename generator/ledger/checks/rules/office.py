"""Rules about the office's own work: answers to a round, remarks, acknowledged values, readers' remarks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.language import finding_words
from generator.language.office import record_words
from generator.ledger.due import is_after
from generator.ledger.enums import OrganizationKind, RemarkState
from generator.ledger.personal_data import find_personal, masked
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row, Tables
from generator.support.suggestions import closest_match

MOBILE = re.compile("1[3-9][0-9]{9}")
"""A number of a mobile telephone, which belongs to a person."""


def phones(tables: Tables) -> Iterator[Finding]:
    """The line of a unit is an office's, and no person's."""
    for row in tables.rows["organizations"]:
        phone = row["phone"]
        if MOBILE.fullmatch(phone.replace("-", "").replace(" ", "")) or any(find_personal(phone)):
            yield Finding("phone-mobile", row.at("phone"), {"value": row["phone"]})


def submissions(tables: Tables) -> Iterator[Finding]:
    """A unit's answers to a round are counted from 1, come in that order, and come when it has begun."""
    rounds, organizations = tables.by_id("rounds"), tables.by_id("organizations")
    answers: dict[tuple[str, ...], list[Row]] = {}
    for row in tables.rows["submissions"]:
        if row.broken or row.unresolved:
            continue
        answers.setdefault(row.texts(("round", "organization")), []).append(row)
        unit, round_ = organizations.get(row["organization"]), rounds.get(row["round"])
        if unit and unit["kind"] == OrganizationKind.COLLECTIVE:
            yield Finding("submission-collective", row.at("organization"), {"name": unit["name"]})
        if round_ and is_after(round_["opens_on"], row["received_on"]):
            values = {"day": row["received_on"], "start": round_["opens_on"]}
            yield Finding("submission-early", row.at("received_on"), values)
    for rows in answers.values():
        for number, row in enumerate(rows, 1):
            if row["number"].isdecimal() and row["number"] != str(number):
                yield Finding("submission-number", row.at("number"), {"value": row["number"], "expected": number})
                break
        for before, row in pairwise(rows):
            if is_after(before["received_on"], row["received_on"]):
                values = {"day": row["received_on"], "before": before["received_on"]}
                yield Finding("submission-order", row.at("received_on"), values)


def answers(tables: Tables) -> Iterator[Finding]:
    """A remark that is answered has its answer, and the answer to a reader has its day."""
    for table in ("observation_remarks", "task_remarks"):
        for row in tables.rows[table]:
            if row["state"] == RemarkState.ANSWERED and not row["answer"]:
                yield Finding("remark-answer", row.at("state"))
    for row in tables.rows["feedback"]:
        if bool(row["answer"]) != bool(row["answered_on"]):
            yield Finding("feedback-half", row.at("answer" if row["answer"] else "answered_on"))
        for column in ("question", "answer"):
            if any(find_personal(row[column])):
                value = masked(row[column], record_words.MASK)
                yield Finding("feedback-personal", row.at(column), {"value": value})


def acknowledged(tables: Tables) -> Iterator[Finding]:
    """What is acknowledged is a kind of doubt; the record is there, also that of a reader's remark."""
    for row in tables.rows["acknowledged"]:
        if row["code"] and row["code"] not in finding_words.DOUBTS:
            hint = closest_match(row["code"], finding_words.DOUBTS) or "、".join(finding_words.DOUBTS)
            yield Finding("acknowledged-code", row.at("code"), {"value": row["code"], "hint": hint})
    named = [row for table in ("acknowledged", "feedback") for row in tables.rows[table] if row["record"]]
    named = [row for row in named if row["code"] not in finding_words.SINCE_PUBLISHED]  # its record may be gone
    if not named or tables.unread:
        return
    unknown = {row["record"] for row in named}
    for rows in tables.rows.values():
        unknown.difference_update(row.cells.get("id", "") for row in rows)
    for ids in tables.perhaps.values():
        unknown -= ids
    for row in named:
        if row["record"] in unknown:
            match = closest_match(row["record"], {other["id"] for rows in tables.rows.values() for other in rows})
            hint = finding_words.USE_ID.format(hint=match) if match else finding_words.REGISTER_ID
            values = {"value": row["record"], "hint": hint, "refers": "", "wrong": row["record"]}
            yield Finding("record-unknown", row.at("record"), values)


RULES = (phones, submissions, answers, acknowledged)
