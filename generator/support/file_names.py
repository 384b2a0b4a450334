"""Names of files and folders that not every system can hold: a ledger that is made on one is built on another.

Windows refuses some names and knows no difference between capitals and small letters; paths of more than
:data:`LONGEST` characters fail in many of its programs. These are pure functions of names: every system tells the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

RESERVED = frozenset(("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))))
"""Names of devices, which no file may bear, whatever its ending."""
REFUSED = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$')
"""Signs that no name may have, and those with which none may end."""
LONGEST = 259
"""Characters of a whole path."""
LONGEST_PART = 255
"""Characters of one name in it."""


def shown(name: str) -> str:
    """A name as a message may print it: what nobody sees, breaks the line or moves the cursor is written in ASCII."""
    if name.isprintable():
        return name
    return "".join(sign if is_seen(sign) else sign.encode("unicode_escape").decode() for sign in name)


def is_seen(sign: str) -> bool:
    """Whether a person sees a sign, and it changes nothing around it."""
    return sign.isprintable() or sign == "\u3000"


def refused_by_windows(path: str) -> str:
    """The first part of a path, divided by ``/``, that Windows refuses; empty where it takes all of them."""
    return next((part for part in path.split("/") if _is_refused(part)), "")


def _is_refused(part: str) -> bool:
    return part.partition(".")[0].rstrip().lower() in RESERVED or bool(REFUSED.search(part)) or len(part) > LONGEST_PART


def same_but_for_case(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of paths that Windows takes for one: the earlier one, and the one that comes later."""
    seen: dict[str, str] = {}
    for path in paths:
        first = seen.setdefault(path.casefold(), path)
        if first != path:
            yield first, path


def too_long(path: str) -> bool:
    """Whether a whole path is too long for Windows."""
    return len(path) > LONGEST
