"""Leaf pages: nearly all pages, filled into shells instead of going through the engine one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from generator.language import page_words
from generator.pages.page import Page, PageSpec
from generator.publish.link_check import PageLinks, Reader
from generator.publish.page_shells import Shape, shape
from generator.publish.site_writer import SiteWriter


@dataclass(slots=True)
class LeafResults:
    """What is known of leaf pages when they are written."""

    links: dict[str, PageLinks] = field(default_factory=dict)
    """By file what the body of a page links to."""
    shapes: dict[Shape, str] = field(default_factory=dict)
    """By shape one file: what its shell links to, the shells of all others link to."""


def is_leaf(spec: PageSpec) -> bool:
    """Whether a page is filled into a shell. Home and lists go through the engine."""
    return spec.kind not in (page_words.HOME, page_words.INDEX)


def write_leaves(
    specs: Iterable[PageSpec], writer: SiteWriter, in_shell: Callable[[Page, bytes], bytes], reader: Reader
) -> LeafResults:
    """Make leaf pages and write them.

    Args:
        specs: the pages.
        writer: writes the files.
        in_shell: puts a page, given with its encoded body, into its shell.
        reader: reads the links of each page.
    """
    results = LeafResults()
    for spec in specs:
        page, path = spec.make(), file_of(spec)
        body = page.body.encode()
        results.links[path] = reader.body_links(path, body)
        results.shapes[shape(page)] = path
        writer.write_file(path, in_shell(page, body))
    return results


def file_of(spec: PageSpec) -> str:
    """The file of a page."""
    return f"{spec.path}index.html"
