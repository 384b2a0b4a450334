"""Characters that nobody sees, or that change how others look: they make two texts of one, or one text of two."""

from __future__ import annotations

import re
from typing import Final

from generator.support.file_names import is_seen

MARKS: Final = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
"""Marks that are put on the character before them; Chinese texts have none."""
FILLERS: Final = "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
"""Letters and signs without a picture."""
SELECTORS: Final = "\u034f\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
"""Signs that choose how the character before them is drawn."""
CONTROLS: Final = (
    "\u00ad\u0600-\u0605\u061c\u06dd\u070f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
)
"""Signs of joining, direction and layout."""
REPLACEMENT: Final = "\ufffc\ufffd"
"""What stands where a program could not read or show something."""
PRIVATE: Final = "\ue000-\uf8ff\U000f0000-\U0010ffff"
"""Characters that mean something in one font alone."""
OTHER_MARKS: Final = (
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06ea-\u06ed"
    "\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd"
    "\u0f18\u0f19\u0f35\u0f37\u0f39\u0f71-\u0f84\u302a-\u302f\u3099\u309a"
)
"""Marks of other scripts: on letters of their own (Tibetan, Uighur) they are text, on any other sign they hide it."""
THEIR_SCRIPTS: Final = "\u0590-\u1cff\u3041-\u30ff"
ALWAYS: Final = f"{MARKS}{FILLERS}{SELECTORS}{CONTROLS}{REPLACEMENT}{PRIVATE}"
ALWAYS_HIDDEN: Final = re.compile(f"[{ALWAYS}]")
"""What is hidden wherever it stands."""
HIDDEN: Final = re.compile(f"[{ALWAYS}{OTHER_MARKS}](?<![{THEIR_SCRIPTS}][{OTHER_MARKS}])")
"""What is hidden in a text."""


def code_of(char: str) -> str:
    """The name of a character: U+200B."""
    return f"U+{ord(char):04X}"


def unseen_in(name: str) -> str:
    """The first sign in the name of a file that a person does not see or that is no text; empty where there is none."""
    return next((sign for sign in name if not is_seen(sign) or ALWAYS_HIDDEN.match(sign)), "")


def without_hidden(text: str) -> str:
    """A text without such characters; what replaced something unreadable stays."""
    return HIDDEN.sub(lambda match: match[0] if match[0] in REPLACEMENT else "", text)
