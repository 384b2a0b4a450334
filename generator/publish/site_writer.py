"""Files of the new site: a file whose content is that of the old site keeps its bytes and its time."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from generator.downloads.output import OutputFile
from generator.support.child_process import Child


class BuildStopped(Exception):
    """No site was built, and the old one is untouched. The message says in Chinese why and what to do."""


@dataclass(slots=True)
class SiteWriter:
    """Writes files into a new site, beside an old one."""

    new: Path
    old: Path | None = None
    written: set[str] = field(default_factory=set)
    """The files that the old site does not have with the same content."""
    known: set[str] = field(default_factory=set)
    """The files that were written or taken over."""
    _folders: set[str] = field(default_factory=set)

    def write(self, outputs: Iterable[OutputFile]) -> None:
        """Make files and write them."""
        for output in outputs:
            self.write_file(output.path, output.make())

    def write_file(self, path: str, content: bytes) -> None:
        """Write one file, or link the old site's file where it has the same content."""
        self.known.add(path)
        if self.old and _has_content(f"{self.old}/{path}", content):
            self._link(path)
            return
        self._make_folder(path)
        with open(f"{self.new}/{path}", "wb") as file:  # noqa: PTH123 a Path for each of many files costs more than the write
            file.write(content)
        self.written.add(path)

    def write_beside(self, outputs: Iterable[OutputFile]) -> Child[tuple[set[str], set[str]]]:
        """Make files and write them in another process; its result is for :meth:`take_over`."""

        def write() -> tuple[set[str], set[str]]:
            self.known, self.written = set(), set()
            self.write(outputs)
            return self.known, self.written

        return Child(write)

    def take_over(self, known: Iterable[str], written: Iterable[str]) -> None:
        """Note files that a copy of this writer in another process wrote."""
        self.known.update(known)
        self.written.update(written)

    def adopt(self, paths: Iterable[str]) -> None:
        """Take the old file for each file that the engine wrote with the same content."""
        for path in sorted(set(paths).difference(self.known)):
            old = self.old / path if self.old else None
            if old and old.is_file() and filecmp.cmp(old, self.new / path, shallow=False):
                (self.new / path).unlink()
                self._link(path)
            else:
                self.written.add(path)

    def _link(self, path: str) -> None:
        """Take the old site's file."""
        self._make_folder(path)
        old, new = f"{self.old}/{path}", f"{self.new}/{path}"
        try:
            os.link(old, new)
        except OSError:  # a file system without hard links
            shutil.copy2(old, new)

    def _make_folder(self, path: str) -> None:
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            os.makedirs(f"{self.new}/{folder}", exist_ok=True)  # noqa: PTH103 as above
            self._folders.add(folder)


def put_everywhere(html: bytes, folder: Path, paths: Iterable[str]) -> None:
    """Write one page at every address, so that whoever previews one sees it and is taken back by the next reload."""
    for path in filter(None, paths):
        (folder / path).mkdir(parents=True, exist_ok=True)
        (folder / path / "index.html").write_bytes(html)


def _has_content(path: str, content: bytes) -> bool:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 as above
            return os.fstat(file.fileno()).st_size == len(content) and file.read() == content
    except OSError:
        return False
