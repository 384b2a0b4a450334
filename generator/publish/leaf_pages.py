"""Leaf pages: nearly all pages, filled into shells instead of going through the engine one by one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from generator.language import page_words
from generator.pages.page import Page, PageSpec
from generator.publish.links.check import PageLinks, Reader
from generator.publish.page_shells import Shape, shape
from generator.publish.site_writer import SiteWriter
from generator.support.child_process import CAN_FORK, Child, SharedNumbers

SHARE = 25
"""Pages that a process takes at a time."""
FEW = 250
"""Pages for which a process of their own is not worth its start."""


@dataclass(slots=True)
class LeafResults:
    """What is known of leaf pages when they are written."""

    links: dict[str, PageLinks] = field(default_factory=dict)
    """By file what the body of a page links to."""
    shapes: dict[Shape, str] = field(default_factory=dict)
    """By shape one file: what its shell links to, the shells of all others link to."""
    written: set[str] = field(default_factory=set)
    """The files that are not those of the old site."""


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
    reader: Reader
    """Reads the links of each page."""

    def write(self, shares: Iterable[int]) -> LeafResults:
        """Make the pages of some shares and write them."""
        results = LeafResults()
        before = set(self.writer.written)
        for spec in chain.from_iterable(self.specs[share * SHARE : (share + 1) * SHARE] for share in shares):
            page, path = spec.make(), file_of(spec)
            body = page.body.encode()
            results.links[path] = self.reader.body_links(path, body)
            results.shapes[shape(page)] = path
            self.writer.write_file(path, self.in_shell(page, body))
        results.written = self.writer.written - before
        return results


class LeafProcesses:
    """The processes that make the leaf pages: children, and this one as soon as it has nothing else to do."""

    def __init__(self, job: LeafJob, processes: int) -> None:
        """Start the children."""
        self._job = job
        self._shares = SharedNumbers(-(-len(job.specs) // SHARE))
        self._children = [Child(lambda: job.write(self._shares)) for _ in range(processes - 1)]

    def finish(self) -> LeafResults:
        """Help the children and wait for them. Raises what a child raised."""
        results = self._job.write(self._shares)
        for child in self._children:
            part = child.result()
            results.links |= part.links
            results.shapes |= part.shapes
            results.written |= part.written
        self._job.writer.take_over(results.links, results.written)
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
