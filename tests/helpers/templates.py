"""Templates that are compiled once a run, for all its builds and pages: a small site is built in half the time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest
from jinja2 import BytecodeCache, FileSystemBytecodeCache

from generator.publish.mkdocs_plugin import LedgerPlugin

AS_THE_PROGRAM_DOES: Final = LedgerPlugin._bytecode
"""Compiles all templates at each build, but for the program's own project: it trusts no compiled ones of another."""
_shared: list[Path] = []


@contextmanager
def shared(folder: Path) -> Iterator[None]:
    """Let all builds of this process keep their compiled templates in a folder, and find them there."""
    _shared.append(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(LedgerPlugin, "_bytecode", lambda _plugin, _config, name: _kept(name))
        yield
    _shared.clear()


def folder() -> Path:
    """Where this run keeps its compiled templates."""
    return _shared[0]


def compiled_pages() -> BytecodeCache | None:
    """The templates of pages that a build of this run has compiled."""
    return _kept("page-%s")


def _kept(name: str) -> BytecodeCache | None:
    return FileSystemBytecodeCache(str(_shared[0]), name) if _shared else None
