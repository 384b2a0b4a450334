"""Leaf pages: nearly all pages, filled into shells instead of going through the engine one by one."""

from __future__ import annotations

from collections.abc import Sequence

from generator.language import page_words
from generator.pages.renderer import Page, PageSpec
from generator.publish.link_check import PageLinks, Reader
from generator.publish.page_shells import Shape, Shells, shape
from generator.publish.site_writer import SiteWriter


class SitePages:
    """The pages of a site: those that go through the engine, and the leaf pages."""

    def __init__(self, specs: Sequence[PageSpec]) -> None:
        self.specs = specs
        self._made: dict[str, Page] = {}
        self._shapes: dict[Shape, str] = {}
        self.links: dict[str, PageLinks] = {}
        """What the bodies of leaf pages link to, by file."""

    @property
    def files(self) -> set[str]:
        """The files of all pages."""
        return {f"{spec.path}index.html" for spec in self.specs}

    @property
    def shelled(self) -> set[str]:
        """One file of each shape: what its shell links to, all others link to."""
        return set(self._shapes.values())

    def page(self, spec: PageSpec) -> Page:
        """A page, rendered once."""
        if spec.path not in self._made:
            self._made[spec.path] = spec.make()
        return self._made[spec.path]

    def write_leaves(self, writer: SiteWriter, shells: Shells, reader: Reader) -> None:
        """Render the leaf pages and write them; ``reader`` looks at the links of each."""
        for spec in self.specs:
            if through_engine(spec):
                continue
            page, path = self._made.get(spec.path) or spec.make(), f"{spec.path}index.html"
            body = page.body.encode()
            self.links[path] = reader.body_links(path, body)
            self._shapes[shape(page)] = path
            writer.write_file(path, shells(page, body))


def through_engine(spec: PageSpec) -> bool:
    """Whether a page goes through the engine whole: home, indexes and other pages that list records of many."""
    return spec.kind in (page_words.HOME, page_words.INDEX)
