"""Names of units as documents print them one behind the other."""

from __future__ import annotations

import re

from generator.language.wording import name_words as words
from generator.ledger.wording.brackets import brackets, split_outside, without_brackets

SEPARATOR = re.compile(rf"[、,;/|]|(?<=[^、,;/| ])(?:{words.JOINING_NAMES})(?=[^、,;]{{2}})| ")
ENDING = re.compile(f"(?:[{words.UNIT_ENDINGS[0]}]|{words.UNIT_ENDINGS[1]})$")
NO_NAME = re.compile(words.NO_NAME)
AND_OTHERS = re.compile(f"{words.AND_OTHERS}$")
BEFORE = re.compile(f"^(?:{words.BEFORE_NAMES})")
LONGEST = 40
"""Characters that the name of a unit may have."""
PERSON = re.compile(f"[{words.SURNAMES}][\u4e00-\u9fff]{{1,2}}(?:同志)?")
NO_PERSON = re.compile(words.NO_PERSON)
CONTACT = re.compile(words.CONTACT)
CLEAR_UNIT = re.compile(words.CLEAR_UNIT)
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


def is_clear_unit(name: str) -> bool:
    """Whether words are so clearly the name of a unit that no word of a role need stand beside them."""
    return is_unit(name) and bool(CLEAR_UNIT.search(without_brackets(name))) and name not in words.KINDS_OF_PLACES


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
    cleaned = (_without_persons(_clean(name)) for name in (*names, begun))
    return [name for name in cleaned if HAS_LETTER.search(name) and name not in words.NOBODY and not is_person(name)]


def is_person(name: str) -> bool:
    """Whether words look like the name of a person: nobody is to read it anywhere."""
    return bool(PERSON.fullmatch(name)) and not is_unit(name) and not NO_PERSON.search(name)


def _without_persons(name: str) -> str:
    """A name without brackets that hold a person, or how to reach one."""
    for bracket in reversed(brackets(name)):
        inside = name[bracket.start + 1 : bracket.end - 1]
        if CONTACT.search(inside) or all(is_person(part) for part in SEPARATOR.split(inside)):
            name = name[: bracket.start] + name[bracket.end :]
    return name


def _clean(name: str) -> str:
    name = AND_OTHERS.sub("", BEFORE.sub("", name.replace(" ", "").strip("。.;,:、")))
    return name.strip("。.;,:、")
