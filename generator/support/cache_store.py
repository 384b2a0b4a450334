"""Values that one run keeps for the next: plain data in a folder, safe to delete, never used by another version."""

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
    """A digest of this package's own files and of Python: what another program kept is not used."""
    folder = Path(__file__).parent.parent
    files = sorted(p for p in folder.rglob("*") if p.suffix in (".py", ".html"))
    return digest(sys.version, *(part for p in files for part in (p.relative_to(folder).as_posix(), p.read_bytes())))


class CacheStore:
    """A folder of named values, each with the digest of what it was made from.

    A value is made of None, bool, int, float, str, bytes, tuple, list and dict. What cannot be read (cut off, damaged,
    of another program, made from something else) counts as absent. Without a folder nothing is kept.
    """

    def __init__(self, folder: Path | None, *, read_only: bool = False) -> None:
        """Use a folder; nothing is written to it where ``read_only`` is true."""
        self._folder, self._read_only = folder, read_only

    def load(self, name: str, key: bytes) -> Any:
        """The value of a name, or None when there is none that was made from ``key``."""
        if self._folder is None:
            return None
        try:
            content = self._path(self._folder, name).read_bytes()
        except OSError:
            return None
        head, body = content[: 2 * SIZE], memoryview(content)[2 * SIZE :]
        return marshal.loads(body) if head == self._head(key, body) else None

    def save(self, name: str, key: bytes, value: Any) -> None:
        """Keep a value that was made from ``key``; a run that is killed here leaves the old one.

        Where nothing can be written (a full disk, a folder of somebody else) nothing is kept.
        """
        if self._folder is None or self._read_only:
            return
        path, body = self._path(self._folder, name), marshal.dumps(value)
        part = path.with_name(f"{path.name}.{os.getpid()}.part")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(self._head(key, body) + body)
            part.replace(path)

    @staticmethod
    def _path(folder: Path, name: str) -> Path:
        return folder / f"{name}.bin"

    @staticmethod
    def _head(key: bytes, body: bytes | memoryview) -> bytes:
        return digest(program(), key) + hashlib.blake2b(body, digest_size=SIZE).digest()
