"""Files that are written whole, and all of them or none; what a killed run left half done is ended by the next one.

Every new file stands complete beside its place before the first takes it. Until the last has, a list of them
stands in a folder. With its last line it says that all are complete: whoever finds it then gives them their places.
Without that line nothing has changed yet, and the new files are removed.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from generator.support.files import flush_files, flush_folders, move

LIST: Final = ".ledger-writes.new"
"""The file that lists what is being written."""
COMPLETE: Final = "\ncomplete\n"
"""The end of a list whose new files are all complete."""


@dataclass(frozen=True, slots=True)
class Ended:
    """What became of the files that a killed run left half done."""

    written: tuple[Path, ...]
    """Those that took their places only now."""
    removed: tuple[Path, ...]
    """Those that were not complete: their places are as they were."""
    beside: Mapping[Path, Path]
    """Those that somebody has changed since: they stay, each with the new file beside it."""


def write_whole(path: Path, content: bytes) -> None:
    """Write one file, see :func:`write_together`."""
    write_together({path: content})


def write_together(
    contents: Mapping[Path, bytes | None], base: Path | None = None, before_moves: Callable[[], None] = lambda: None
) -> None:
    """Write files, all of them or none, with their folders.

    Args:
        contents: the files; where one is a link, it is written where that leads to. One whose content is None goes.
        base: the folder in which the list stands; the lowest one that is common to all when None.
        before_moves: called when all are complete and none has its place yet; what it raises ends the writing.

    Raises:
        OSError: a file cannot be written; every file then has its old content, and folders that were made are gone.
    """
    if not contents:
        return
    base = base or Path(os.path.commonpath([path.parent.absolute() for path in contents]))
    real = {Path(os.path.realpath(path)): content for path, content in contents.items()}
    old = {path: path.read_bytes() if path.exists() else None for path in real}
    new = {path: path if content is None else _beside(path) for path, content in real.items()}
    made = [*dict.fromkeys(folder for above in (base, *(path.parent for path in real)) for folder in _missing(above))]
    done: list[Path] = []
    try:
        base.mkdir(parents=True, exist_ok=True)
        _write_list(base, _listed(base, old, new, made), "wb")
        for folder in made:
            folder.mkdir(exist_ok=True)
        for path, content in real.items():
            if content is not None:
                _write(new[path], content, path)
        flush_files(_waiting(new.items()))
        before_moves()
        _write_list(base, COMPLETE, "ab")
        for path in real:
            done.append(path)
            _give_place(new[path], path)
    except BaseException:
        _restore({path: old[path] for path in done})
        _remove((*_waiting(new.items()), base / LIST), made)
        raise
    _flush({path.parent for path in real})
    _remove((base / LIST,), ())


def bases_below(trees: Iterable[Path], folders: Iterable[Path]) -> list[Path]:
    """The folders in which there is a list of what is being written: any of some trees, and some folders alone."""
    below = (Path(above) for tree in trees for above, _, names in os.walk(tree) if LIST in names)
    return [*dict.fromkeys([*below, *(folder for folder in folders if (folder / LIST).is_file())])]


def end_writes(base: Path) -> Ended:
    """End what a killed run left in a folder. Nobody else may write there meanwhile.

    Raises OSError: it cannot be done; nothing is lost, and it can be tried again.
    """
    try:
        words, is_complete, _ = (base / LIST).read_bytes().decode(errors="replace").partition(COMPLETE)
    except (FileNotFoundError, NotADirectoryError):
        return Ended((), (), {})
    real = Path(os.path.realpath(base))
    try:
        files, folders = json.loads(words)
        listed = [(real / name, real / new, digest) for name, new, digest in files]
        there = [one for one in listed if _is_new(*one[:2]) or _goes(*one[:2], real)]
        made = [real / folder for folder in folders]
    except (ValueError, TypeError):  # it was killed before it had told what it would write: nothing was
        there, made = [], []
    beside: dict[Path, Path] = {}
    for path, new, digest in there if is_complete else ():
        if _digest(path.read_bytes() if path.exists() else None) == digest:
            _give_place(new, path)
        else:
            beside[path] = new
    _flush({path.parent for path, _, _ in there})
    _remove(_waiting((path, new) for path, new, _ in there if not is_complete), ())
    (base / LIST).unlink()
    _remove((), made)
    ended = tuple(path for path, _, _ in there if path not in beside)
    return Ended(ended, (), beside) if is_complete else Ended((), ended, {})


def _listed(base: Path, old: Mapping[Path, bytes | None], new: Mapping[Path, Path], made: Iterable[Path]) -> str:
    """The words of a list: all paths as seen from its folder, so that this may be moved meanwhile."""
    start = os.path.realpath(base)
    files = [(os.path.relpath(path, start), os.path.relpath(new[path], start), _digest(old[path])) for path in old]
    return json.dumps((files, [os.path.relpath(os.path.realpath(folder), start) for folder in made]))


def _beside(path: Path) -> Path:
    """Where a new file stands until it is complete."""
    return path.with_name(f".{path.name}.{os.getpid()}.new")


def _is_new(path: Path, new: Path) -> bool:
    """Whether a new file waits beside its place, under a name as this program gives.

    A list may come from somebody else, with a copy of a ledger: it must not move what it likes to where it likes.
    """
    named = re.fullmatch(rf"\.{re.escape(path.name)}\.[0-9]+\.new", new.name)
    return named is not None and new.parent == path.parent and new.exists()


def _goes(path: Path, new: Path, base: Path) -> bool:
    """Whether a file is one that goes; a list of somebody else removes nothing but what came with it."""
    return new == path and path.is_file() and Path(os.path.realpath(path)).is_relative_to(base)


def _waiting(files: Iterable[tuple[Path, Path]]) -> list[Path]:
    """The new files that stand beside their places; one that goes has none."""
    return [new for path, new in files if new != path]


def _give_place(new: Path, path: Path) -> None:
    """Give a new file its place, or remove the old one where there is no new one."""
    if new == path:
        path.unlink(missing_ok=True)
    else:
        move(new, path)


def _digest(content: bytes | None) -> str:
    """What tells whether a file has changed; empty where there is none."""
    return "" if content is None else sha256(content).hexdigest()


def _write_list(base: Path, words: str, mode: str) -> None:
    """Write words of a list as far as the disk itself."""
    with (base / LIST).open(mode) as out:
        out.write(words.encode())
    flush_files([base / LIST])


def _write(path: Path, content: bytes, like: Path) -> None:
    """Write a file, with the permissions of another one where that is there."""
    with path.open("wb") as out:
        if like.exists() and hasattr(os, "fchmod"):  # Windows has no permissions of that kind
            os.fchmod(out.fileno(), like.stat().st_mode)
        out.write(content)


def _missing(folder: Path) -> list[Path]:
    """A folder and those above it, as far as they are not there; the highest first."""
    return [] if folder.is_dir() else [*_missing(folder.parent), folder]


def _flush(folders: Iterable[Path]) -> None:
    """Have the disk keep the new names of files."""
    with suppress(OSError):  # the files are in their places all the same
        flush_folders(folders)


def _restore(contents: Mapping[Path, bytes | None]) -> None:
    """Give files their old contents again, each whole: on a full disk one stays as it is rather than half."""
    for path, content in contents.items():
        with suppress(OSError):
            if content is None:
                path.unlink(missing_ok=True)
            elif not path.exists() or path.read_bytes() != content:
                again = _beside(path)
                _write(again, content, path)
                flush_files([again])
                move(again, path)


def _remove(files: Iterable[Path], folders: Iterable[Path]) -> None:
    """Remove files of ours, and folders that were made, as far as they are empty, the lowest first."""
    for path in files:
        with suppress(OSError):
            path.unlink(missing_ok=True)
    for folder in reversed([*folders]):
        with suppress(OSError):
            folder.rmdir()
