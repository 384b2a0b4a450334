"""The office of the leader in charge, without the name of a person."""

from __future__ import annotations

import re

from generator.language.wording import name_words as words
from generator.ledger.wording.unit_names import is_person

POST = re.compile(words.POST_ENDINGS)
BEHIND_POST = re.compile(r"[^\w].*")
POST_PARTS = re.compile("[、,; ]")
BEFORE_POST = re.compile(r"(?P<name>[^、,;()]{1,8})\((?P<post>[^()]*)\)")
"""A person, or anything, with an office in brackets."""
PERSON = re.compile(
    f"^(?!{words.NO_PERSON})(?:[{words.SURNAMES}]|{words.LONG_SURNAMES}).{{0,2}}?(?<![{words.UNIT_ENDINGS[0]}])"
    f"(?=(?:{words.PLAIN_POSTS}|{words.POSTS_BESIDE_NAMES})$)(?!长$)"
)
"""The name of a person, or the surname alone, before an office."""


def post_of(value: str) -> str:
    """The office of a leader, without a name of a person before or behind it."""
    value = BEFORE_POST.sub(_post_in_brackets, value)
    posts = (_office(piece.strip()) for piece in POST_PARTS.split(value))
    return "、".join(PERSON.sub("", post) for post in posts if post)


def _post_in_brackets(match: re.Match[str]) -> str:
    """The office in brackets behind a person; all of it where an office stands before them."""
    name = match["name"].replace(" ", "")
    return match["post"] if POST.search(match["post"]) and (is_person(name) or not POST.search(name)) else match[0]


def _office(piece: str) -> str:
    """The words up to the end of an office, with nothing or a name behind it; a name may hold such an end: 孙长河."""
    ends = [match.end() for match in POST.finditer(piece)]
    rests = ((end, piece[end:]) for end in reversed(ends))
    return next((piece[:end] for end, rest in rests if not rest or is_person(rest) or BEHIND_POST.match(rest)), "")
