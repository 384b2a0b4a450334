"""What the processes of a preview say to each other."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import NamedTuple

from generator.publish.site_content import BuildOptions

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class PreviewSettings:
    """What is previewed, and where."""

    config: Path
    options: BuildOptions
    address: str

    @property
    def inputs(self) -> tuple[Path, ...]:
        """What is watched while nothing is known of the site: the settings and the ledger."""
        return self.config, self.options.data or self.config.parent / "data"


class Answer(NamedTuple):
    """What a browser gets: the status of HTTP, the media type or the address to go to, and the content."""

    status: int
    kind: str
    content: bytes


class Event(NamedTuple):
    """What a state says of itself."""

    checking: bool
    """Whether it is shown although its checks go on."""
    changed: bool
    """Whether pages are others than before."""
    doubts: str = ""
    """What is said of values that look wrong; empty where none does, or none is known yet."""
    watched: tuple[Path, ...] = ()
    """What it was read from; empty where it was said before."""


def error_page(message: str, details: str = "") -> bytes:
    """A page that needs no theme."""
    head = f'<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{escape(message)}</title></head>'
    return f"{head}<body><h1>{escape(message)}</h1><pre>{escape(details)}</pre></body></html>".encode()
