"""What may stand nowhere in a file of the ledger, not even in a comment: it is public, too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.language.findings import gap_words
from generator.ledger.hidden_characters import HIDDEN, code_of
from generator.ledger.personal_data import find_kinds, half_shown
from generator.ledger.reading.findings import Finding, Mark

CONTACTS = re.compile(r"\s*(?:contact|feedback)\s*:")
"""Lines of the settings in which an office's address of mail may stand."""

PHONE = re.compile(r"\bphone:[ '\"]*$")
"""Before the line of a unit, which a rule of its own looks at."""
FEEDBACK, ASKED = "/feedback.yml", re.compile(r"\b(?:question|answer):[^\n]*$")
"""Where readers' questions and their answers stand, at which a rule of its own looks."""


def text_findings(text: str, file: str, *, is_settings: bool = False) -> list[Finding]:
    """The findings about a whole text: characters that nobody sees, and numbers of persons.

    Args:
        text: the content of a file.
        file: the name of the file in findings.
        is_settings: whether it is the settings of the site, which name the office's address of mail.
    """
    return [*_hidden(text, file), *personal_findings(text, file, is_settings=is_settings)]


def _hidden(text: str, file: str) -> Iterator[Finding]:
    """One finding for each line with such characters."""
    last = 0
    for match in HIDDEN.finditer(text):
        mark = _mark(text, match.start(), file)
        if mark.line != last:
            yield Finding("hidden", mark, {"code": code_of(match[0])})
        last = mark.line


def personal_findings(text: str, file: str, *, is_settings: bool = False) -> Iterator[Finding]:
    """One finding for each number of a person, of which it repeats the ends alone; as in :func:`text_findings`."""
    for start, end, kind in find_kinds(text):
        line = text[text.rfind("\n", 0, start) + 1 : start]
        if (is_settings and kind == "mail" and CONTACTS.match(line)) or (not is_settings and PHONE.search(line)):
            continue
        if file.endswith(FEEDBACK) and ASKED.search(line):
            continue
        values = {"kind": gap_words.PERSONAL_KINDS[kind], "shown": half_shown(text[start:end])}
        yield Finding("personal", _mark(text, start, file), values)


def _mark(text: str, at: int, file: str) -> Mark:
    return Mark(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
