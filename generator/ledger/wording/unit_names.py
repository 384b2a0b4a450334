"""Names of units as documents print them one behind the other."""

from __future__ import annotations

import re

from generator.language import document_words as words
from generator.ledger.wording.brackets import split_outside, without_brackets

SEPARATOR = re.compile(rf"[、,;/|]|(?:{words.JOINING_NAMES})(?=[^、,;]{{2}})| ")
ENDING = re.compile(f"(?:[{words.UNIT_ENDINGS[0]}]|{words.UNIT_ENDINGS[1]})$")
NO_NAME = re.compile(words.NO_NAME)
AND_OTHERS = re.compile(f"{words.AND_OTHERS}$")
BEFORE = re.compile(f"^(?:{words.BEFORE_NAMES})")
LONGEST = 40
"""Characters that the name of a unit may have."""
HAS_LETTER = re.compile(r"\w")
ALWAYS = "、,;/|"
COLLECTIVE = re.compile("各KIND(?:[、和及与/]KIND)+".replace("KIND", f"(?:{'|'.join(words.KINDS_OF_PLACES)})"))
"""One collective of several kinds of places: 各镇、街道."""


def is_unit(name: str) -> bool:
    """Whether words end like the name of a unit; a second name in brackets aside."""
    bare = without_brackets(name)
    if not 2 <= len(bare) <= LONGEST or bare in words.NO_UNITS or NO_NAME.search(bare):
        return False
    return bool(ENDING.search(bare))


def split_names(text: str) -> list[str]:
    """The names in a list. A blank, and a word such as 和, separate names only behind the whole name of a unit."""
    names: list[str] = []
    begun = ""
    at_joint = 0
    for piece, start in split_outside(text, SEPARATOR):
        joint = text[at_joint:start]
        if COLLECTIVE.fullmatch(begun + joint + piece):
            begun, at_joint = begun + joint + piece, start + len(piece)
            continue
        if begun and joint.strip() and joint[0] not in ALWAYS and not is_unit(begun):
            begun += joint + piece  # the word is a part of the name: 住房和城乡建设局
        elif begun and joint == " " and not is_unit(begun):
            begun += piece
        else:
            names.append(begun)
            begun = piece
        at_joint = start + len(piece)
    return [name for name in map(_clean, (*names, begun)) if HAS_LETTER.search(name) and name not in words.NOBODY]


def _clean(name: str) -> str:
    name = AND_OTHERS.sub("", BEFORE.sub("", name.replace(" ", "").strip("。.;,:、")))
    return name.strip("。.;,:、")
