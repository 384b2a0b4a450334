"""A notice as it was read: its text, what it says of itself, its plan, its clauses and headings."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from generator.language.office import notice_words
from generator.language.official_text import Layout, fingerprint, lay_out, normalise
from generator.ledger.enums import Assigns
from generator.ledger.wording.clauses import Clause, how_assigned, read_clauses
from generator.ledger.wording.deadlines import Years
from generator.office.documents.aligned_columns import with_tabs
from generator.office.splitting.head import Head, read_head, without_furniture
from generator.office.splitting.plan import Plan, read_plan
from generator.office.splitting.sections import Section, Standing, read_sections

LETTER = re.compile(r"\w")
ASSIGNS_NOBODY = re.compile(notice_words.PLANS_WITHOUT_UNITS)


@dataclass(frozen=True)
class Notice:
    """A notice as it was read."""

    source: str
    """Its text as it is kept, without page furniture."""
    text: str
    """The same in normal form: passages count in it."""
    layout: Layout
    head: Head
    plan: Plan
    assigns: Assigns | None
    """How it says who of a list leads; None where it does not."""
    clauses: tuple[Clause, ...]
    sections: tuple[Section, ...]
    standings: tuple[Standing, ...]
    """Where each clause stands."""

    @property
    def years(self) -> Years:
        """The years of its plan."""
        return self.plan.start_year, self.plan.end_year

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line of the source ends in the normal form."""
        return [*accumulate(len(normalise(line)) for line in self.source.split("\n"))]

    def line(self, at: int) -> int:
        """The line of the source in which a character of the normal form stands, from 1."""
        return bisect_right(self._lines, at) + 1

    def source_cells(self, document: str, locator: str, start: int, end: int) -> dict[str, str]:
        """The columns that say where a record comes from."""
        passage = {"passage": f"{start}-{end}", "fingerprint": fingerprint(self.text[start:end])}
        return {"document": document, "locator": locator, **passage}


def read_notice(text: str) -> Notice:
    """Read a notice.

    Args:
        text: its text, lines and all, with whatever a web page puts around it.
    """
    source = with_tabs(without_furniture(text))
    plain, layout, head = normalise(source), lay_out(source), read_head(source)
    plan = read_plan(head, plain)
    said = how_assigned(plain)
    clauses = tuple(read_clauses(plain, layout, said, (plan.start_year, plan.end_year)))
    if not clauses and ASSIGNS_NOBODY.search(normalise(head.title)):
        said = Assigns.NOBODY
        clauses = tuple(read_clauses(plain, layout, said, (plan.start_year, plan.end_year)))
    clauses = tuple(clause for clause in clauses if LETTER.search(plain, clause.words_at, clause.text_end))
    sections, standings = read_sections(plain, layout, clauses)
    return Notice(source, plain, layout, head, plan, said, clauses, tuple(sections), tuple(standings))
