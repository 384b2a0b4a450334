"""The files of a made-up ledger."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.ledger.editing.record_text import Record, block


@dataclass(slots=True)
class Writer:
    """Writes files below a folder and counts them."""

    folder: Path
    count: int = 0

    def write(self, name: str, texts: Iterable[str]) -> None:
        path = self.folder / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(texts)
        self.count += 1

    def records(self, name: str, records: Iterable[Record]) -> None:
        """A file that is one list, an empty line between its records."""
        self.write(name, (("\n" if at else "") + block(record) for at, record in enumerate(records)))
