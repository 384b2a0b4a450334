"""Leaf pages: nearly all pages, filled into shells instead of going through the engine one by one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple
from urllib.parse import urljoin

from generator.language import page_words
from generator.pages.page import Page, PageSpec
from generator.publish.links.check import LinkCollector, Links
from generator.publish.page_shells import Shape, shape
from generator.publish.site_writer import SiteWriter
from generator.support.child_process import CAN_FORK, Child, SharedNumbers

SHARE = 25
"""Pages that a process takes at a time."""
FEW = 250
"""Pages for which a process of their own is not worth its start."""


class LeafResults(NamedTuple):
    """What is known of leaf pages when they are written."""

    links: Links
    """What their bodies link to."""
    files: set[str]
    """Their files."""
    written: set[str]
    """Those of their files that the old site does not have with the same content."""
    shapes: dict[Shape, str]
    """By shape one file: what its shell links to, the shells of all others link to."""


def no_results() -> LeafResults:
    """The results of no pages."""
    return LeafResults(Links(set(), {}), set(), set(), {})


def is_leaf(spec: PageSpec) -> bool:
    """Whether a page is filled into a shell. Home and lists go through the engine."""
    return spec.kind not in (page_words.HOME, page_words.INDEX)


@dataclass(frozen=True, slots=True)
class LeafJob:
    """How leaf pages are made and written."""

    specs: Sequence[PageSpec]
    writer: SiteWriter
    in_shell: Callable[[Page, bytes], bytes]
    """Puts a page, given with its encoded body, into its shell."""
    base: str
    """The path at which the site will live."""

    def write(self, shares: Iterable[int]) -> LeafResults:
        """Make the pages of some shares and write them."""
        collector, files, shapes = LinkCollector(self.base), set(), {}
        for spec in chain.from_iterable(self.specs[share * SHARE : (share + 1) * SHARE] for share in shares):
            page, file = spec.make(), file_of(spec)
            collector.add_body(file, page.body)
            shapes[shape(page)] = file
            files.add(file)
            self.writer.write_file(file, self.in_shell(page, page.body.encode()))
        return LeafResults(collector.links, files, self.writer.written & files, shapes)


class LeafProcesses:
    """The processes that make the leaf pages: children, and this one as soon as it has nothing else to do."""

    def __init__(self, job: LeafJob, processes: int) -> None:
        """Start the children."""
        self._job = job
        shares = -(-len(job.specs) // SHARE)
        self._shares: Iterable[int] = SharedNumbers(shares) if processes > 1 else range(shares)
        self._children = [Child(lambda: job.write(self._shares)) for _ in range(processes - 1)]

    def finish(self) -> LeafResults:
        """Help the children and wait for them. Raises what a child raised."""
        results = self._job.write(self._shares)
        for child in self._children:
            part = child.result()
            results.links.targets.update(part.links.targets)
            results.links.ids.update(part.links.ids)
            results.files.update(part.files)
            results.shapes.update(part.shapes)
            self._job.writer.take_over(part.files, part.written)
        return results

    def stop(self) -> None:
        """End the children, whatever they do."""
        for child in self._children:
            child.stop()


def processes_for(pages: int, jobs: int) -> int:
    """How many processes make a number of pages: as many as ``jobs`` says, or, where it is 0, as are worth it."""
    if not CAN_FORK:
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return jobs or max(1, min(cores, pages // FEW))


def file_of(spec: PageSpec) -> str:
    """The file of a page."""
    return f"{spec.path}index.html"


# -- leaf pages in the sitemap


@dataclass(frozen=True, slots=True)
class SitemapPage:
    """What the template of the sitemap reads of a page."""

    canonical_url: str | None
    update_date: str
    is_link: bool = False
    abs_url: None = None


@dataclass(frozen=True, slots=True)
class SitemapFile:
    """What the template of the sitemap reads of a file."""

    page: SitemapPage


def sitemap_files(site: str | None, changed: Mapping[str, str]) -> list[SitemapFile]:
    """Pages for the sitemap that need not be pages of MkDocs: by path the day on which each last changed."""
    return [SitemapFile(SitemapPage(urljoin(site, path) if site else None, day)) for path, day in changed.items()]
