"""Numbers as they are typed into cells."""

from __future__ import annotations

import re
from typing import Final

from generator.language.chinese_numbers import NUMERALS
from generator.language.office.rounds.filled_words import PERIOD_PARTS

BRACKETS: Final = re.compile(r"\(([^()]*)\)")
GROUPED: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
DIGITS: Final = r"[0-9][0-9,]*(?:\.[0-9]+)?"
RANGE: Final = re.compile(rf"{DIGITS}\D{{0,4}}(?:-|~|—|–|至|到){{1,2}}{DIGITS}\D{{0,4}}")
SUM: Final = re.compile(rf"{DIGITS}(?:\+{DIGITS})+")
NUMBER: Final = re.compile(rf"(?P<number>{DIGITS}|[{NUMERALS}点]+)(?P<unit>\D*)")
WITH_SCALES: Final = re.compile(r"(?P<number>[0-9]+[百千万亿]+(?:零?[0-9]+[百千万亿]+)+)(?P<unit>\D*)")
"""1亿5千万; without a scale at its end (1万2) nobody knows what the last figure is."""
MYRIADS: Final = ("万", "亿")
HAN_PERCENT: Final = "百分之"
SEVERAL: Final = re.compile(rf"(?P<when>[^0-9,;]*?(?:{'|'.join(PERIOD_PARTS)})[^0-9]*?)(?P<number>{DIGITS})")
WITH_LETTERS: Final = re.compile(r"[0-9.,lIOoSZB]+")
NO_LETTERS: Final = re.compile("[0-9.,]+")
TEXT_MARKS: Final = "'‘’`"
"""What makes a text of a cell, typed once more."""
LOOSE: Final = re.compile(r"\+?([0-9]*(?:\.[0-9]+)?)[.。]?")
"""A number with a plus before it, a stop behind it, or nothing before its point."""
STOP: Final = re.compile(r"([0-9])[。．]([0-9])")
ONE_COMMA: Final = re.compile(r"[0-9]+,[0-9]{1,2}")
POINT: Final = "点"
SCALES_ALONE: Final = ("万", "亿", "千", "百")
"""So many of what is asked for."""
MYRIAD: Final = "万"
