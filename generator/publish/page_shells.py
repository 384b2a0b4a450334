"""Shells: what the theme puts around a page, rendered once for all pages that differ only in what they say.

A page whose every value is a marker goes through the engine; cut at the markers, the result is a shell, and other
pages of the same shape are filled into it. Nothing here knows the engine or its theme.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from generator.pages.page import Heading, Page

BODY = "<h1>zz-body-zz</h1>"
"""Marker of the body: a theme may give a heading to a page that has none."""
MARK = re.compile(rf"({BODY}|zz-(?:path|title|description|edit|heading-\d+|id-\d+|tag-\d+)-zz)")


@dataclass(frozen=True, slots=True)
class Shape:
    """What the shell of a page depends on: its folder, kind, levels of headings, whether it can be edited, its tags."""

    folder: str
    kind: str
    levels: tuple[int, ...]
    editable: bool
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shell:
    """The parts around the markers, and the markers."""

    parts: tuple[bytes, ...]
    marks: tuple[str, ...]


def shape(page: Page) -> Shape:
    """The shape of a page."""
    folder = page.path.rstrip("/").rpartition("/")[0]
    tags = tuple(name for name, _ in page.tags)
    return Shape(folder, page.kind, tuple(h.level for h in page.headings), bool(page.edit_url), tags)


def specimen(shape: Shape) -> Page:
    """The page of a shape whose every value is a marker."""
    headings = tuple(Heading(level, f"zz-id-{n}-zz", f"zz-heading-{n}-zz") for n, level in enumerate(shape.levels))
    path = f"{shape.folder}/zz-path-zz/" if shape.folder else "zz-path-zz/"
    edit = "zz-edit-zz" if shape.editable else ""
    tags = tuple((name, f"zz-tag-{n}-zz") for n, name in enumerate(shape.tags))
    return Page(path, shape.kind, "zz-title-zz", "zz-description-zz", BODY, headings, edit, tags)


def cut(html: str) -> Shell:
    """The shell in what the engine made of a specimen."""
    parts = MARK.split(html)
    return Shell(tuple(part.encode() for part in parts[::2]), tuple(parts[1::2]))


def fill(shell: Shell, page: Page, body: bytes) -> bytes:
    """A page in the shell of its shape, as UTF-8; ``body`` is its body, encoded.

    Raises KeyError when the shell has a heading, a tag or an edit link that the page lacks.
    """
    values = {
        "zz-path-zz": page.path.rstrip("/").rpartition("/")[2],
        "zz-title-zz": escape(page.title),
        "zz-description-zz": escape(page.description),
        "zz-edit-zz": escape(page.edit_url),
    }
    for number, heading in enumerate(page.headings):
        values[f"zz-id-{number}-zz"] = heading.id
        values[f"zz-heading-{number}-zz"] = escape(heading.title)
    for number, (_, content) in enumerate(page.tags):
        values[f"zz-tag-{number}-zz"] = escape(content)
    encoded = {mark: value.encode() for mark, value in values.items()} | {BODY: body}
    pieces = [shell.parts[0]]
    for mark, part in zip(shell.marks, shell.parts[1:], strict=True):
        pieces += (encoded[mark], part)
    return b"".join(pieces)


class Shells:
    """Shells by shape, each rendered by the engine the first time that a page needs it."""

    def __init__(self, engine: Callable[[Page], str]) -> None:
        self._engine = engine
        self._shells: dict[Shape, Shell] = {}

    def __call__(self, page: Page, body: bytes | None = None) -> bytes:
        """A page in its shell; whoever has its body encoded gives it along."""
        return fill(self.of(shape(page)), page, page.body.encode() if body is None else body)

    def of(self, shape: Shape) -> Shell:
        """The shell of a shape."""
        if shape not in self._shells:
            self._shells[shape] = cut(self._engine(specimen(shape)))
        return self._shells[shape]
