"""New files of a ledger, and records added to its lists: all of them are written, or none."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

from generator.language.office import record_words
from generator.ledger.editing.yaml_file import EditRefused, read_file
from generator.ledger.reading.nodes import is_empty
from generator.support.files import move

SHARED: Final = ("documents.yml", "plans.yml", "organizations/*.yml")
"""Lists that take in new records behind those that they have."""


def write_new_files(
    folder: Path, files: Mapping[str, Sequence[str]], others: Mapping[Path, bytes] | None = None
) -> list[str]:
    """Write the files of new records into the folder of a ledger.

    A file that is there takes in records at its end where it is a list that documents share, or where it holds
    nothing but comments. Any other one stays as it is.

    Args:
        folder: the folder data/; it is made where it is missing.
        files: name below data/ → the texts of its records, see :func:`new_records.new_files`.
        others: other files with their contents, which are written with them.

    Returns:
        The names of the files that are different now.

    Raises:
        EditRefused: a file is in the way; nothing is written.
        InvalidLedger: a file that is there cannot be read; nothing is written.
        OSError: a file cannot be written; those written before have their old content again.
    """
    contents = new_contents(folder, files)
    write_contents({**{folder / name: content for name, content in contents.items()}, **(others or {})})
    return [*contents]


def new_contents(folder: Path, files: Mapping[str, Sequence[str]]) -> dict[str, bytes]:
    """What the files of new records will hold, those left out that hold it now. Raises as :func:`write_new_files`."""
    contents = {name: _content(folder / name, name, records) for name, records in files.items()}
    return {name: content for name, content in contents.items() if content is not None}


def _content(path: Path, name: str, records: Sequence[str]) -> bytes | None:
    """What a file will hold; None where that is what it holds now. Raises EditRefused."""
    new = "\n".join(records)
    if path.is_dir():
        raise EditRefused(record_words.FOLDER_IN_THE_WAY.format(file=path))
    if not path.exists():
        return new.encode()
    old = read_file(path, f"{path.parent.name}/{path.name}")
    if is_empty(old.root):
        gap = "" if not old.text.strip() else "\n" if old.text.endswith("\n") else "\n\n"
        return old.content + (gap + new).encode()
    if any(fnmatch(name, pattern) for pattern in SHARED):
        missing = [record for record in records if record not in old.text]
        gap = "\n" if old.text.endswith("\n") else "\n\n"
        return old.content + (gap + "\n".join(missing)).encode() if missing else None
    if old.text == new:
        return None
    raise EditRefused(record_words.FILE_IN_THE_WAY.format(file=path))


def write_contents(contents: Mapping[Path, bytes]) -> None:
    """Write files: each stands complete under another name before the first takes its place.

    Raises OSError; every file then has its old content again, and folders that were made are gone.
    """
    old = {path: path.read_bytes() if path.exists() else None for path in contents}
    made: list[Path] = []
    done: list[Path] = []
    try:
        for path, content in contents.items():
            _make_folder(path.parent, made)
            with _beside(path).open("wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
        for path in contents:
            done.append(path)
            move(_beside(path), path)
    except BaseException:
        _restore({path: old[path] for path in done})
        raise
    finally:
        for path in contents:
            with suppress(OSError):
                _beside(path).unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):  # it is not empty: the files are written
                folder.rmdir()


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.new")


def _make_folder(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it, the highest first."""
    if not folder.is_dir():
        _make_folder(folder.parent, made)
        folder.mkdir()
        made.append(folder)


def _restore(contents: Mapping[Path, bytes | None]) -> None:
    for path, content in contents.items():
        with suppress(OSError):
            if content is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(content)
