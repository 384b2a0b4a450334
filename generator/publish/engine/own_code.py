"""Errors in the code that a folder's own settings name: hooks, extensions, templates, and settings of a page."""

from __future__ import annotations

import re
import sysconfig
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.language import command_words
from generator.support.packaged_files import PACKAGE

INSTALLED: Final = (
    PACKAGE,
    *(Path(sysconfig.get_path(name)).resolve() for name in ("stdlib", "platstdlib", "purelib", "platlib")),
)
"""Where the code is that nobody here wrote for this site."""
PACKAGES: Final = ("site-packages", "dist-packages")
LONGEST: Final = 200
"""Characters of an error that are repeated."""
_FRAME = re.compile(r'^ *File "(?P<file>[^"\n]+)", line (?P<line>\d+)', re.MULTILINE)
"""A line of a report of Python."""


def told_place(error: BaseException, root: Path) -> str | None:
    """What is said of an error in a file of the folder's owner, with its line; None where it comes from none.

    Args:
        error: what was raised, perhaps because of another error.
        root: the folder of the settings.
    """
    for one in _chain(error):
        frames = [(frame.filename, frame.lineno or 1) for frame in traceback.extract_tb(one.__traceback__)]
        if isinstance(one, SyntaxError) and one.filename:
            frames.append((one.filename, one.lineno or 1))
        for file, line in reversed(frames):
            if _is_own(file):
                return command_words.OWN_CODE_FAILED.format(file=_shown(file, root), line=line, error=python_words(one))
    return None


def without_report(message: str, root: Path) -> str:
    """A message of the engine with the owner's file and line in the place of a report of Python."""
    frames = [*_FRAME.finditer(message)]
    if not frames:
        return message
    first, last = message.partition("\n")[0], message.strip().rpartition("\n")[2]
    own = next((frame for frame in reversed(frames) if _is_own(frame["file"])), None)
    if own is None:
        return f"{first} {_short(last)}"
    place = {"file": _shown(own["file"], root), "line": own["line"]}
    return f"{first} {command_words.OWN_CODE_FAILED.format(error=_short(last), **place)}"


def python_words(error: BaseException) -> str:
    """An error in the words of Python, on one line."""
    return _short(traceback.format_exception_only(error)[-1])


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An error, what it was raised because of, and so on."""
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        yield one
        seen.add(id(one))
        one = one.__cause__ or one.__context__


def _is_own(file: str) -> bool:
    """Whether a file is neither of the program, nor of Python, nor of a package that was installed."""
    path = Path(file)
    if not path.is_absolute() or any(name in path.parts for name in PACKAGES):
        return False
    return path.is_file() and not any(path.resolve().is_relative_to(folder) for folder in INSTALLED)


def _shown(file: str, root: Path) -> str:
    """A file as its owner calls it: from the folder of the settings, where it is there."""
    path = Path(file)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else file


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
