"""Invented documents with answer keys, which stand beside the project, and their own scoring.

The keys say what a careful reader finds in a document. They are no part of the repository.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any, Final

import pytest

from generator.language.official_text import lay_out, normalise
from generator.ledger.enums import Role
from generator.ledger.wording.clauses import Clause, read_clauses
from generator.ledger.wording.deadlines import Years
from generator.ledger.wording.printed_figures import Figure, read_figures
from tests.helpers.ledger import ROOT

SAMPLES: Final = ROOT.parent / "shared" / "samples"
NOTICE: Final = "yuntan-145-notice"
REPORT: Final = "qingshi-2024-tasks"
YEARS: Final[dict[str, Years]] = {NOTICE: (2021, 2025), REPORT: (2024, 2024)}
AGAIN: Final = {"每月": "monthly", "每季": "quarterly", "每年": "yearly", "长期": "ongoing"}
"""Recurrence → the word that stands in the keys for a deadline without a day."""

needs_samples = pytest.mark.skipif(
    not SAMPLES.is_dir(), reason="the invented documents with keys are no part of the repository: ../shared/samples"
)

Key = dict[str, Any]
"""An answer key, as its README describes it."""


@dataclass(frozen=True)
class Sample:
    """A document and its key."""

    name: str
    raw: str
    key: Key

    @property
    def text(self) -> str:
        """The text in normal form."""
        return normalise(self.raw)

    @property
    def years(self) -> Years:
        """The years of its plan."""
        return YEARS[self.name]

    def clauses(self, raw: str = "") -> list[Clause]:
        """What the program reads in it, or in the same words laid out in another way."""
        raw = raw or self.raw
        return read_clauses(normalise(raw), lay_out(raw), years=self.years)

    def place(self, at: int) -> int:
        """A place of the key, which counts characters of the file, in the normal form."""
        return len(normalise(self.raw[:at]))


@cache
def sample(name: str) -> Sample:
    """A document by its name."""
    key = json.loads((SAMPLES / f"{name}.key.json").read_text(encoding="utf-8"))
    return Sample(name, (SAMPLES / f"{name}.txt").read_text(encoding="utf-8-sig"), key)


@cache
def _scoring() -> ModuleType:
    """The scoring that stands with the keys."""
    spec = importlib.util.spec_from_file_location("score", SAMPLES / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scored(document: Sample, raw: str = "") -> tuple[dict[str, tuple[float, float]], list[str]]:
    """Precision and recall of what the program reads, and what it missed."""
    text = normalise(raw or document.raw)
    clauses = document.clauses(raw)
    output = {"clauses": [_clause(clause, text, document.years) for clause in clauses]}
    return scoring(output, document.key)


def scoring(output: dict[str, Any], key: Key) -> tuple[dict[str, tuple[float, float]], list[str]]:
    """Precision and recall of what a program gives, and what it missed."""
    with contextlib.redirect_stdout(io.StringIO()):
        rates, missed = _scoring().score(output, key)
    return rates, missed


def _clause(clause: Clause, text: str, years: Years) -> dict[str, Any]:
    """A clause in the form that is scored."""
    words = text[clause.start : clause.text_end]
    found: dict[str, Any] = {
        "title": clause.title,
        "text": words,
        "leads": [one.name for one in clause.said.assignees if one.role is Role.LEAD],
        "supports": [one.name for one in clause.said.assignees if one.role is not Role.LEAD],
        "figures": [
            _figure(figure)
            for figure in read_figures(text[clause.words_at : clause.text_end], years)
            if figure.value is not None
        ],
    }
    if years[0] == years[1]:
        found["deadline"] = deadline_of(clause)
    return found


def deadline_of(clause: Clause) -> str | None:
    """The deadline of a clause as keys have it."""
    if clause.deadline is None:
        return None
    return clause.deadline.due or AGAIN.get(clause.deadline.recurrence or "")


def _figure(figure: Figure) -> dict[str, Any]:
    values = [float(value) for value in (figure.value, figure.value_max) if value is not None]
    return {"values": values, "unit": figure.unit, "comparator": "range" if len(values) > 1 else figure.comparator}
