"""Files that were written get back what they held before, as long as nobody changed them since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.ledger.editing.yaml_file import BOM, Edit, YamlFile, read_file, write_files


class ChangedSince(Exception):
    """A file is not as it was written; nothing was put back."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written."""

    path: Path
    before: bytes
    """What it held; nothing where it was made new."""
    after: bytes


def as_written(files: Iterable[YamlFile]) -> list[Written]:
    """What files held, and what they hold now that they are written."""
    return [Written(file.path, file.content, file.path.read_bytes()) for file in files]


def put_back(written: Sequence[Written]) -> None:
    """Give files what they held before: all of them, or none.

    Raises:
        ChangedSince: one is not as it was written.
        EditRefused, InvalidLedger, OSError: see :func:`write_files`.
    """
    for one in written:
        if not one.path.is_file() or one.path.read_bytes() != one.after:
            raise ChangedSince(one.path)
    now = [(read_file(one.path), one.before.decode().removeprefix(BOM)) for one in written]
    made = [one.path for one in written if not one.before]
    write_files([(file, [Edit(0, len(file.text), text)]) for file, text in now], made)
