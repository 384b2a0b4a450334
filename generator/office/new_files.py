"""New files of a ledger, and records added to its lists: all of them are written, or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

from generator.language.office import record_words
from generator.ledger.editing.yaml_file import EditRefused, read_file
from generator.ledger.reading.nodes import is_empty
from generator.support.whole_files import write_together

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
    write_together({**{folder / name: content for name, content in contents.items()}, **(others or {})}, folder.parent)
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
