"""Folders of very many files: made, listed and removed with as little as can be asked of the system."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def make(folder: str) -> None:
    """Make a folder, and those above it where they are missing, which they seldom are."""
    try:
        os.mkdir(folder)  # noqa: PTH102 a Path for each of many folders costs more than the folder
    except OSError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103 as above


def files(folder: Path) -> list[str]:
    """Every file below a folder, relative to it, in no order.

    ``os.walk`` asks once more of each folder whether it is a link, for twice the time.
    """
    found: list[str] = []
    _list(str(folder), "", found)
    return found


def _list(folder: str, prefix: str, found: list[str]) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                _list(entry.path, f"{prefix}{entry.name}/", found)
            else:
                found.append(prefix + entry.name)


def remove(folder: Path) -> None:
    """Remove a folder of ours with all that is in it, if it is there.

    ``shutil.rmtree`` guards against somebody who swaps folders for links meanwhile, for twice the time.
    """
    with suppress(FileNotFoundError):
        _remove(str(folder))


def _remove(folder: str) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                _remove(entry.path)
            else:
                os.unlink(entry.path)  # noqa: PTH108 as above
    os.rmdir(folder)  # noqa: PTH106 as above
