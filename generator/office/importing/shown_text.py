"""Words of a cell as a page shows them: in one line, with plain digits and letters, and with the signs of Chinese."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from generator.language.office import import_words

KEPT: Final = frozenset("，；：（）！？～〔〕【】“”‘’…—")
"""Signs that stay as wide as they are written."""
BLANK: Final = re.compile(r"(?<=[A-Za-z0-9])\s+(?=[A-Za-z0-9])")
ITEM_BEHIND: Final = re.compile(import_words.ITEM_BEHIND)
GAP: Final = "\0"


def tidy(text: str) -> str:
    """The words of a cell in one line; a blank stays only between Latin words."""
    text = ITEM_BEHIND.sub(import_words.NOTES_JOINED, text)
    narrow = "".join(sign if sign in KEPT else unicodedata.normalize("NFKC", sign) for sign in text)
    return "".join(BLANK.sub(GAP, narrow).split()).replace(GAP, " ")
