"""Templates that are compiled once a run, for all its builds and pages: a small site is built in half the time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import mkdocs
import pytest
from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, FileSystemLoader

from generator import publish
from generator.publish.mkdocs_plugin import LedgerPlugin

AS_THE_PROGRAM_DOES: Final = LedgerPlugin._bytecode
"""Compiles all templates at each build, but for the program's own project: it trusts no compiled ones of another."""
Filter = Callable[[str], bool]
LIST_TEMPLATES: Final = Environment.list_templates
UNCHANGED: Final = (str(Path(mkdocs.__file__).parents[1]), str(Path(publish.__file__).parent))
"""Where the folders of the theme lie, unless a test brings its own."""
_theme_files: dict[tuple[str, ...], list[str]] = {}
_shared: list[Path] = []


@contextmanager
def shared(folder: Path) -> Iterator[None]:
    """Let all builds of this process keep their compiled templates in a folder, and find them there."""
    _shared.append(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(LedgerPlugin, "_bytecode", lambda _plugin, _config, name: _kept(name))
        patch.setattr(Environment, "list_templates", _listed)
        yield
    _shared.clear()


def _listed(
    environment: Environment, extensions: Collection[str] | None = None, filter_func: Filter | None = None
) -> list[str]:
    """The files of an environment's folders; those of the theme are the same for all builds of this process.

    Each build would walk through the theme's 14,000 icons, a tenth of what a small site costs.
    """
    folders = tuple(environment.loader.searchpath) if isinstance(environment.loader, FileSystemLoader) else ()
    if filter_func is None or not folders or not all(folder.startswith(UNCHANGED) for folder in folders):
        return LIST_TEMPLATES(environment, extensions, filter_func)
    if folders not in _theme_files:
        _theme_files[folders] = LIST_TEMPLATES(environment, None, filter_func)
    return _theme_files[folders]


def folder() -> Path:
    """Where this run keeps its compiled templates."""
    return _shared[0]


def compiled_pages() -> BytecodeCache | None:
    """The templates of pages that a build of this run has compiled."""
    return _kept("page-%s")


def _kept(name: str) -> BytecodeCache | None:
    return FileSystemBytecodeCache(str(_shared[0]), name) if _shared else None
