"""Files of the new site: what would come out as it did is taken from the old site, with its bytes and its time."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.downloads.output import OutputFile
from generator.support import files
from generator.support.cache_store import CacheStore

Stamp = tuple[bytes, int, int]
"""Key of a file, and its size and time when it was written: a file that was changed since is not trusted."""


@dataclass(slots=True)
class SiteWriter:
    """Brings files into a new site, beside an old one whose stamps are known."""

    new: Path
    old: Path | None = None
    stamps: dict[str, Stamp] = field(default_factory=dict)
    """Stamps of the old site's files."""
    made: dict[str, bytes] = field(default_factory=dict)
    """Keys of the files that were brought."""
    written: list[str] = field(default_factory=list)
    """The files that are not as they were."""
    _folders: set[str] = field(default_factory=set)
    _linked: set[str] = field(default_factory=set)
    """Files that the old site has under the same stamp, and which are one file with it."""

    def known(self, path: str, key: bytes | None) -> bool:
        """Whether the old site has this file, made from the same, untouched since."""
        stamp = self.stamps.get(path)
        if self.old is None or stamp is None or stamp[0] != key:
            return False
        try:
            found = os.stat(f"{self.old}/{path}")  # noqa: PTH116 a Path for each of many files costs more than the look
        except OSError:
            return False
        return (found.st_size, found.st_mtime_ns) == stamp[1:]

    def bring(self, outputs: Iterable[OutputFile]) -> None:
        """Bring files that are made here."""
        for output in outputs:
            self.made[output.path] = output.key
            if self.known(output.path, output.key):
                self._take(output.path)
            else:
                self._write(output.path, output.make())

    def bring_folder(self, folder: str, key: bytes, make: Callable[[], object]) -> None:
        """Bring all files of a folder that ``make`` fills at one stroke, when any of them may be another."""
        prefix = f"{folder}/"
        old = [path for path in self.stamps if path.startswith(prefix)]
        if old and all(self.known(path, key) for path in old):
            for path in old:
                self.made[path] = key
                self._take(path)
            return
        make()
        for name in sorted(files.files(self.new / folder)):
            self.made[prefix + name] = key
            self._adopt(prefix + name)

    def adopt(self, found: Iterable[str]) -> Iterator[str]:
        """Take the old file for each that was found in the new site, was not brought and has the same bytes; yields
        all.
        """
        for path in sorted(set(found).difference(self.made)):
            yield path
            self._adopt(path)

    def stamped(self) -> dict[str, Stamp]:
        """Stamps of the files that were brought; one that is linked has the size and time that it had."""
        found = {}
        for path, key in self.made.items():
            if path in self._linked and self.stamps[path][0] == key:
                found[path] = self.stamps[path]
                continue
            stat = os.stat(f"{self.new}/{path}")  # noqa: PTH116 as above
            found[path] = (key, stat.st_size, stat.st_mtime_ns)
        return found

    def _adopt(self, path: str) -> None:
        old = self.old / path if self.old else None
        if old and old.is_file() and filecmp.cmp(old, self.new / path, shallow=False):
            (self.new / path).unlink()
            self._link(path)
        else:
            self.written.append(path)

    def _write(self, path: str, content: bytes) -> None:
        if self.old and _holds(self.old / path, content):
            self._link(path)
            return
        self._folder(path)
        with open(f"{self.new}/{path}", "wb") as file:  # noqa: PTH123 as above
            file.write(content)
        self.written.append(path)

    def _take(self, path: str) -> None:
        """Take a file whose stamp is known to be good."""
        if self._link(path):
            self._linked.add(path)

    def _link(self, path: str) -> bool:
        """Take the old site's file; False where it had to be copied, which may round its time."""
        assert self.old is not None
        self._folder(path)
        old, new = f"{self.old}/{path}", f"{self.new}/{path}"
        try:
            os.link(old, new)
        except OSError:  # a file system without hard links
            shutil.copy2(old, new)
            return False
        return True

    def _folder(self, path: str) -> None:
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            files.make(f"{self.new}/{folder}")
            self._folders.add(folder)


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


STAMPS = "stamps"


def old_stamps(store: CacheStore, site: Path) -> dict[str, Stamp]:
    """Stamps that the last build left of a site."""
    found = store.load(STAMPS, str(site.resolve()).encode())
    return found or {}


def keep_stamps(store: CacheStore, site: Path, stamps: dict[str, Stamp]) -> None:
    """Leave the stamps of a site for the next build."""
    store.save(STAMPS, str(site.resolve()).encode(), stamps)
