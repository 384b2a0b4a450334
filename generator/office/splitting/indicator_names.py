"""What a figure counts: the name of its indicator, made of the words around it, and which way is better."""

from __future__ import annotations

import re

from generator.language import document_words
from generator.language.formatting import full_width
from generator.language.office import import_words
from generator.language.office import notice_words as words
from generator.language.wording import figure_words
from generator.ledger.enums import Comparator, Direction, Measure
from generator.ledger.wording.numbering import NUMBER
from generator.ledger.wording.printed_figures import Figure

FRONT = re.compile(words.NO_SUBJECT)
END = re.compile(words.SUBJECT_ENDS)
NUMBERED = re.compile(f"^(?:{NUMBER.pattern}|[0-9](?=[\\u4e00-\\u9fff]))")
BASE = re.compile(words.BASE_BEFORE)
COMPARED = re.compile(words.COMPARED_WITH)
TO_LEVEL = re.compile(words.TO_LEVEL)
NUMBERS = re.compile(words.EARLIER_NUMBERS)
NO_OBJECT = re.compile(words.NO_OBJECT)
OBJECT = re.compile(words.COUNTED)
BARE = re.compile(f"^(?:{figure_words.DOING}|{figure_words.CHANGING}|{words.VAGUE})*$")
FALLING = re.compile(words.FALLING_ENDS)
COMING_DOWN = re.compile(import_words.FALLING)
LONGEST = 40
SHORTEST = 2


def name_of(figure: Figure, text: str) -> str:
    """A name for the indicator of a figure; empty where the words around it give none.

    Args:
        figure: the figure, which counts places in ``text``.
        text: the words of its clause.
    """
    subject = NUMBERED.sub("", figure.subject)
    subject = NUMBERS.sub("", subject)
    subject = BASE.sub("", subject)
    subject = TO_LEVEL.sub("", subject) or subject
    subject = _without_ends(COMPARED.sub("", _without_ends(subject)))
    if BARE.match(subject):
        behind = OBJECT.match(text, figure.end)
        subject += behind[0] if behind and not NO_OBJECT.match(behind[0]) else ""
    name = full_width(subject.strip(words.NAME_EDGES))
    return name[-LONGEST:] if len(name) >= SHORTEST else ""


def _without_ends(subject: str) -> str:
    """A subject without words at its two ends that are no part of a name."""
    while True:
        shorter = END.sub("", FRONT.sub("", subject)).strip(",、;:")
        if shorter == subject or len(shorter) < SHORTEST:
            return subject if 0 < len(shorter) < SHORTEST else shorter
        subject = shorter


def measure_of(figure: Figure, name: str, years: tuple[int, int]) -> Measure:
    """What the figures of an indicator say, by the words of this one."""
    measure = figure.measure or Measure.LEVEL
    if figure.value is None:
        return measure
    growing = re.search(words.RATE_NAMES, name) or (years[0] == years[1] and re.search(words.GROWTH_NAME, name))
    is_share = figure.unit in (document_words.PERCENT, "‰")
    return Measure.ANNUAL_GROWTH if growing and is_share and measure is not Measure.CUMULATIVE else measure


def is_measure_open(figure: Figure, measure: Measure) -> bool:
    """Whether the words do not tell what a figure says: a bare number of things may be a level or a sum."""
    return is_bare(figure) and measure is Measure.LEVEL and figure.unit not in (document_words.PERCENT, "‰")


def is_direction_open(figure: Figure, name: str, measure: Measure, direction: Direction) -> bool:
    """Whether a bare number is taken for better the more although its name is of what should come down."""
    is_level = measure in (Measure.LEVEL, Measure.ANNUAL)
    return is_bare(figure) and is_level and direction is Direction.HIGHER and bool(COMING_DOWN.search(name))


def is_bare(figure: Figure) -> bool:
    """Whether no word compares with a number: 30个."""
    return figure.value is not None and figure.comparator in (None, Comparator.PLAIN)


def direction_of(figure: Figure, name: str) -> Direction:
    """Which way is better: of a reduction, more; of what is to stay below or comes down, less."""
    if FALLING.search(name[-3:]):
        return Direction.HIGHER
    down = figure.comparator in (Comparator.AT_MOST, Comparator.LESS) or FALLING.search(figure.subject[-4:])
    return Direction.LOWER if down or figure.value == 0 else Direction.HIGHER
