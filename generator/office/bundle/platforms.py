"""The kinds of machines for which the program is packed, and which of them an interpreter is for."""

from __future__ import annotations

import struct
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

PYTHON = "3.11"
"""The version of Python for which the wheels are: that of the locked list."""
NEWEST_GLIBC = 28
"""Minor version of the C library 2.x that the oldest systems have: 统信 UOS 20 and 麒麟 V10 have 2.28 or later."""
HEAD = 4096
"""Bytes at the beginning of a program that tell for which machine it is."""


@dataclass(frozen=True, slots=True)
class Platform:
    """A kind of machine."""

    name: str
    tags: tuple[str, ...]
    """What the file names of its wheels may end with."""
    windows: bool
    machine: int
    """The number of its processor in the head of a program."""
    interpreter: str
    """Where the interpreter is in the folder ``python``."""


def _linux(processor: str, machine: int) -> Platform:
    newer = [f"manylinux_2_{minor}_{processor}" for minor in range(NEWEST_GLIBC, 4, -1)]
    older = [f"manylinux{year}_{processor}" for year in ("2014", "2010", "1")]
    return Platform(f"manylinux_{processor}", (*newer, *older), False, machine, f"bin/python{PYTHON}")


PLATFORMS = {
    platform.name: platform
    for platform in (
        Platform("win_amd64", ("win_amd64",), True, 0x8664, "python.exe"),
        _linux("x86_64", 62),
        _linux("aarch64", 183),
    )
}


class BadInterpreter(Exception):
    """An archive that holds no interpreter which can be packed."""


def interpreter_files(archive: Path) -> Iterator[tuple[str, int, bytes]]:
    """The files of an interpreter: name below the folder ``python``, mode, content. Links are left out.

    Raises:
        BadInterpreter: it is no archive, or a name in it leads out of its folder.
    """
    try:
        for name, mode, content in _members(archive):
            parts = PurePosixPath(name).parts
            if ".." in parts or name.startswith("/"):
                raise BadInterpreter(archive)
            inside = parts[1:] if parts[0] == "python" else parts
            if inside:
                yield "/".join(inside), mode, content
    except (tarfile.TarError, zipfile.BadZipFile, EOFError, OSError) as error:
        raise BadInterpreter(archive) from error


def _members(archive: Path) -> Iterator[tuple[str, int, bytes]]:
    if zipfile.is_zipfile(archive):
        with zipfile.ZipFile(archive) as packed:
            for info in packed.infolist():
                if not info.is_dir():
                    yield info.filename, 0o644, packed.read(info)
        return
    with tarfile.open(archive) as tar:
        for member in tar:
            if member.isfile() and (file := tar.extractfile(member)):
                yield member.name, member.mode & 0o755, file.read()


def platform_of(archive: Path) -> Platform:
    """The platform that an interpreter is for, by the head of the program itself.

    Raises:
        BadInterpreter: it has no Python of our version for one of the platforms.
    """
    heads = {name: content[:HEAD] for name, _, content in interpreter_files(archive)}
    for platform in PLATFORMS.values():
        head = heads.get(platform.interpreter)
        version = not platform.windows or f"python{PYTHON.replace('.', '')}.dll" in heads
        if head is not None and version and machine_of(head) == platform.machine:
            return platform
    raise BadInterpreter(archive)


def machine_of(head: bytes) -> int | None:
    """The number of the processor in the head of a program for Linux or Windows; None where it is neither."""
    if head[:4] == b"\x7fELF" and len(head) >= 20:
        return int(struct.unpack_from("<H", head, 18)[0])
    if head[:2] == b"MZ" and len(head) >= 64:
        start = int(struct.unpack_from("<I", head, 60)[0])
        if head[start : start + 4] == b"PE\0\0" and len(head) >= start + 6:
            return int(struct.unpack_from("<H", head, start + 4)[0])
    return None
