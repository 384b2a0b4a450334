"""What an earlier run left for the next one: plain data in a folder, safe to delete, never trusted across versions."""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

SIZE = 16
"""Bytes of a digest."""


def digest(*parts: bytes | str) -> bytes:
    """A digest of parts; where one ends and the next begins counts."""
    contents = [part.encode() if isinstance(part, str) else part for part in parts]
    head = b"".join([b"%d," % len(content) for content in contents])
    return hashlib.blake2b(head + b";" + b"".join(contents), digest_size=SIZE).digest()


@cache
def program() -> bytes:
    """A digest of this package's own files and of Python: another program does not trust what this one left."""
    folder = Path(__file__).parent.parent
    files = sorted(p for p in folder.rglob("*") if p.suffix in (".py", ".html"))
    return digest(sys.version, *(part for p in files for part in (p.relative_to(folder).as_posix(), p.read_bytes())))


class CacheStore:
    """A folder of named values, each with the digest of what it was made from.

    A value is made of None, bool, int, float, str, bytes, tuple, list and dict. What cannot be read (cut off, damaged,
    of another program, made from something else) is as good as absent. Without a folder nothing is kept.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._used: set[Path] = set()

    @property
    def keeps(self) -> bool:
        """Whether anything is kept: without a folder there is no use in preparing it."""
        return self._folder is not None

    def load(self, name: str, key: bytes) -> Any:
        """The value of a name, or None when there is none that was made from ``key``."""
        path = self._path(name)
        if path is None:
            return None
        try:
            content = path.read_bytes()
        except OSError:
            return None
        head, body = content[: 2 * SIZE], memoryview(content)[2 * SIZE :]
        if head != self._head(key, body):
            return None
        return marshal.loads(body)

    def save(self, name: str, key: bytes, value: Any) -> None:
        """Keep a value that was made from ``key``; a run that is killed here leaves the old one.

        Where nothing can be written (a full disk, a folder of somebody else) nothing is kept.
        """
        path = self._path(name)
        if path is None:
            return
        body = marshal.dumps(value)
        part = path.with_name(f"{path.name}.{os.getpid()}.part")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            with part.open("wb") as file:
                file.write(self._head(key, body))
                file.write(body)
            part.replace(path)

    def hold(self, name: str) -> None:
        """Keep the value of a name although this run has no use for it."""
        self._path(name)

    def tidy(self) -> None:
        """Delete the values that nobody loaded or saved since this store was opened."""
        if self._folder is None or not self._folder.is_dir():
            return
        for path in sorted(self._folder.rglob("*"), reverse=True):
            if path.is_file() and path not in self._used:
                path.unlink()
            elif path.is_dir() and not any(path.iterdir()):
                path.rmdir()

    def _path(self, name: str) -> Path | None:
        if self._folder is None:
            return None
        path = self._folder / f"{name}.bin"
        self._used.add(path)
        return path

    @staticmethod
    def _head(key: bytes, body: bytes | memoryview) -> bytes:
        return digest(program(), key) + hashlib.blake2b(body, digest_size=SIZE).digest()
