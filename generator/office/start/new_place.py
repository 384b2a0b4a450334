"""What is known of a new place from its name and level, and the files of its folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.language import setting_words
from generator.language.formatting import full_width
from generator.language.office import init_words, split_words, unit_words
from generator.ledger.enums import PlaceLevel
from generator.office.record_ids import propose_id
from generator.support.file_names import refused_by_windows
from generator.support.packaged_files import DEPLOY
from generator.support.whole_files import write_together

FILES = Path(__file__).with_name("files")
"""The files of a new folder; ``__PLACE__`` and the like give way to the words of the place. A first ``dot-`` is a dot:
hidden files would be left out where packages are made."""
NAME = re.compile(r"[\u3400-\u9fffA-Za-z0-9·（）]{2,20}")
"""How the name of a place is written: nothing in it means something to YAML."""
REPOSITORY = ".git"
"""What may be in the folder already: an empty repository of git."""
DATA, IGNORE = "data", ".gitignore"
OFFICE = re.compile(unit_words.OFFICE_OF_PLACE)
PLACE = re.compile(unit_words.PLACE_NAME)


class NoStart(Exception):
    """Nothing was written; the message says in Chinese why, and what to do."""


def level_of(name: str, given: str | None) -> PlaceLevel:
    """The level of a place: as it was given, else as the name ends.

    Args:
        name: the name of the place, such as 某某区.
        given: one of the levels, or 市 for a city; None where nobody said it.
    """
    if given:
        return PlaceLevel(init_words.LEVELS_SAID.get(given, given))
    return next(PlaceLevel(level) for ending, level in init_words.LEVEL_ENDINGS if name.endswith(ending))


def write_start(folder: Path, name: str, level: PlaceLevel, *, demo: bool = False) -> list[str]:
    """Write the folder of a new place: all files or none.

    Args:
        folder: it is made; where it is there, it must be empty.
        name: the name of the place.
        level: what kind of place it is.
        demo: whether a small made-up plan is in it.

    Returns:
        The names of the files.

    Raises:
        NoStart: the name is none, the folder's name is not one for every system, or the folder has other content.
        OSError: a file cannot be written.
    """
    if not NAME.fullmatch(name):
        raise NoStart(init_words.BAD_NAME.format(name=name))
    if part := refused_by_windows(folder.name):
        raise NoStart(init_words.BAD_FOLDER.format(name=part))
    if folder.exists() and not folder.is_dir():
        raise NoStart(init_words.NOT_A_FOLDER.format(folder=folder))
    if folder.is_dir() and any(path.name != REPOSITORY for path in folder.iterdir()):
        raise NoStart(init_words.NOT_EMPTY.format(folder=folder))
    contents = start_texts(name, level, demo=demo)
    write_together({folder / name: text.encode() for name, text in contents.items()})
    return [*contents]


def start_texts(name: str, level: PlaceLevel, *, demo: bool = False) -> dict[str, str]:
    """The files of the folder of a new place: name in the folder → text."""
    words = place_words(name, level)
    return {name: _filled(text, words) for name, text in _texts("demo" if demo else "empty")}


def may_begin(folder: Path) -> bool:
    """Whether a ledger may begin in a folder: it is missing, or holds nothing but an empty data/ and what git needs."""
    if not folder.exists():
        return True
    if not folder.is_dir():
        return False
    data = folder / DATA
    is_empty = not data.exists() or (data.is_dir() and not any(data.iterdir()))
    return is_empty and all(path.name in (REPOSITORY, IGNORE, DATA) for path in folder.iterdir())


def start_of_issuer(issuer: str, title: str, level: PlaceLevel) -> dict[str, str]:
    """The files of a new ledger's folder, for the place whose office issued a document, or that its title names.

    Where neither names one, a word stands for it.
    """
    return start_texts(place_of(issuer, title), level)


def place_of(issuer: str, title: str) -> str:
    """The place whose office issued a document, or that its title names; a word for no place where neither tells."""
    place = OFFICE.sub("", full_width(issuer))
    if not (NAME.fullmatch(place) and PLACE.fullmatch(place)):
        named = PLACE.search(full_width(title))
        place = named[0] if named else split_words.PLACE
    return place


def other_place(issuer: str, title: str, own: str) -> str:
    """The place of a document where it is another one than that of the ledger; empty where it is not, or none is told.

    Args:
        issuer: who issued the document.
        title: its title.
        own: the place of the ledger.
    """
    place = place_of(issuer, title)
    is_same = not own or place == split_words.PLACE or place in own or own in place
    return "" if is_same else place


def place_words(name: str, level: PlaceLevel) -> dict[str, str]:
    """By placeholder the words of a place."""
    towns, kinds, word = init_words.TOWNS[level]
    return {
        "PLACE": name,
        "TITLE": init_words.TITLE.format(name=name),
        "LEVEL": level,
        "SHORT": init_words.SHORT[level],
        "PACKAGE": f"{propose_id(name, ())}-plan-ledger",
        "TOWNS": setting_words.TERRITORIES[level],
        "TOWN_WORD": word,
        **{f"TOWN_{number}": town for number, town in enumerate(towns, 1)},
        "TOWN_KIND": kinds[0],
        "TOWN_KIND_3": kinds[1],
    }


def _texts(kind: str) -> Iterator[tuple[str, str]]:
    """The files that all places have, and those of one kind: name in the folder, text."""
    for part in ("shared", kind):
        for path in sorted((FILES / part).rglob("*")):
            if path.is_file():
                name = re.sub("^dot-", ".", path.relative_to(FILES / part).as_posix())
                yield name, path.read_text(encoding="utf-8")
    for path in sorted(DEPLOY.rglob("*")):
        if path.is_file():
            yield f"{DEPLOY.name}/{path.relative_to(DEPLOY).as_posix()}", path.read_text(encoding="utf-8")


def _filled(text: str, words: dict[str, str]) -> str:
    return re.sub(r"__([A-Z]+(?:_[A-Z0-9]+)*)__", lambda match: words[match[1]], text)
