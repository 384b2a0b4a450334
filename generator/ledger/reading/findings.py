"""Findings: what an editor must mend, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.language import command_words, finding_words
from generator.ledger.enums import Grade
from generator.ledger.personal_data import masked_half
from generator.support.file_names import shown

LONGEST, START = 300, 40
"""A longer value is cut: so many of its characters are repeated."""
NUMBER = 300
"""More characters than a number of a person takes, however it is written."""


class Mark(NamedTuple):
    """A place in a file of the ledger: path as the editor knows it, line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{masked_half(shown(self.file))}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault that an editor can mend: its code, where it stands, and the values of its words.

    A doubt has among its values the ``record`` that it is about and the ``value`` that looks wrong.
    """

    code: str
    mark: Mark
    values: Mapping[str, object] = field(default_factory=dict)
    followers: tuple[Finding, ...] = ()
    """Other findings that are there because of this one."""

    @property
    def grade(self) -> Grade:
        """How grave it is."""
        if self.code in finding_words.DOUBTS:
            return Grade.DOUBT
        if self.code in finding_words.DRAFTS:
            return Grade.DRAFT
        return Grade.NOTICE if self.code in finding_words.NOTICES else Grade.FAULT

    @property
    def rank(self) -> int:
        """Position of the code in the words of findings, which lists the gravest first."""
        return finding_words.RANK[self.code]

    @property
    def problem(self) -> str:
        """What is wrong, in Chinese."""
        return finding_words.WORDS[self.code][0].format(**self._shown)

    @property
    def remedy(self) -> str:
        """What the editor should do, in Chinese."""
        remedy = finding_words.WORDS[self.code][1].format(**self._shown)
        if self.grade is not Grade.DOUBT:
            return remedy
        answer = finding_words.ANSWER.format(code=self.code, **self._shown)
        return finding_words.DOUBT_REMEDY.format(remedy=remedy, answer=answer)

    def __str__(self) -> str:
        words = {"mark": self.mark, "problem": self.problem, "remedy": self.remedy, "code": self.code}
        line = finding_words.LINES[self.grade].format(**words)
        return line + finding_words.FOLLOWERS.format(count=len(self.followers)) if self.followers else line

    @property
    def _shown(self) -> dict[str, object]:
        """The values as they may be repeated: not at any length, and no number of a person."""
        return {name: _fit(value) if isinstance(value, str) else value for name, value in self.values.items()}


def _fit(value: str) -> str:
    """A value as a finding repeats it; of a very long one only the beginning is looked through."""
    start = shown(masked_half(value[: LONGEST + NUMBER]))
    if len(value) <= LONGEST + NUMBER and len(start) <= LONGEST:
        return start
    return finding_words.CUT.format(start=start[:START], count=len(value))


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Findings in the order for the editor: gravest code first, then by file and line; equal findings once."""
    by_text: dict[str, Finding] = {}
    for finding in findings:
        by_text.setdefault(str(finding), finding)
    in_order = sorted(by_text.items(), key=lambda one: (one[1].rank, one[1].mark, one[0]))
    return [finding for _, finding in in_order]


def those_of(grade: Grade, findings: Iterable[Finding]) -> list[Finding]:
    """The findings of one grade, in their order."""
    return [finding for finding in findings if finding.grade is grade]


def why_stopped(findings: Sequence[Finding]) -> str:
    """What a command says when it stops because of findings: how many faults, doubts and drafts there are."""
    count, doubts = (len(those_of(grade, findings)) for grade in (Grade.FAULT, Grade.DOUBT))
    drafts = count_drafts(findings)
    if count:
        words = command_words.FAULTY_AND_DOUBTED if doubts else command_words.FAULTY
    elif doubts:
        words = command_words.DOUBTED
    else:
        return command_words.DRAFTED.format(drafts=drafts)
    and_drafts = command_words.AND_DRAFTS.format(drafts=drafts) if drafts else ""
    return words.format(count=count, doubts=doubts) + and_drafts


def count_drafts(findings: Iterable[Finding]) -> int:
    """How many drafts findings tell of: there is one finding for each file with drafts."""
    return sum(int(str(finding.values["count"])) for finding in those_of(Grade.DRAFT, findings))
