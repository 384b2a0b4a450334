"""The office of a leader in a cell; the name of a person is left out, and nobody hears of it again."""

from __future__ import annotations

import re
from typing import Final

from generator.language.office import import_words
from generator.language.official_text import normalise
from generator.language.wording import name_words

POST: Final = re.compile(rf"(?:{import_words.POST_BEFORE})*(?:{import_words.POST_CORE})")
DUTY: Final = re.compile(import_words.DUTY)
"""What an office is in charge of, beside the office itself."""
PIECE: Final = re.compile(r"[、,;/|\s()\[\]〔〕【】:]+")
PERSON: Final = re.compile(rf"(?:[{name_words.SURNAMES}]|{import_words.LONG_SURNAMES})\w{{1,2}}")


def read_posts(text: str) -> tuple[str, bool]:
    """The offices in a cell, and whether anything of it was left out.

    A piece is an office only as a whole. Of 张三副市长 nothing but the office is taken, and of a name nothing.
    """
    posts: list[str] = []
    left_out = False
    for piece in PIECE.split(" ".join(normalise(part) for part in text.split())):
        if not piece or DUTY.fullmatch(piece):
            continue
        match = next((m for m in POST.finditer(piece) if m.end() == len(piece)), None) or POST.match(piece)
        if match is None:
            left_out = True
            continue
        left_out = left_out or match[0] != piece
        posts.append(match[0])
    return "、".join(dict.fromkeys(posts)), left_out


def is_person(name: str) -> bool:
    """Whether a short text is the name of a person rather than that of a unit."""
    return bool(PERSON.fullmatch(name))
