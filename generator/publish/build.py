"""A whole site, built beside the old one, which it replaces only when it is complete and its links are good."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.language import command_words
from generator.publish import search_index
from generator.publish.engine.project import Project
from generator.publish.links.check import BadLink, check_links
from generator.publish.search.record_texts import SearchSource
from generator.publish.site_content import BuildOptions
from generator.publish.site_folder import MANIFEST, manifest, replaced_site
from generator.publish.site_writer import BuildStopped, SiteWriter
from generator.support import files
from generator.support.child_process import ChildDied, in_child
from generator.support.collector import collector_off
from generator.support.files import UnfitFile, refusal_in
from generator.support.stopwatch import Stopwatch


class BadLinks(Exception):
    """The site was built, but has bad links; the old site stays."""

    def __init__(self, links: list[BadLink]) -> None:
        super().__init__(f"{len(links)} bad links")
        self.links = links


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """What a build made: how many pages there are, and the files that are not as they were."""

    pages: int
    written: list[str]


def build_site(
    config: Path, site: Path, options: BuildOptions | None = None, watch: Stopwatch | None = None
) -> BuiltSite:
    """Build into a new folder and let it take the place of ``site``; what did not change keeps its bytes and times.

    Args:
        config: mkdocs.yml.
        site: the folder of the site.
        options: what is done otherwise than ``config`` says.
        watch: says how long each stage takes.

    Raises:
        BuildStopped: the ledger has faults, the engine warned, or the folder is none to write to. As in the cases
            below, ``site`` is untouched.
        BadLinks: a link of the new site leads nowhere.
        SearchFailed: there is no index of the search.
    """
    options, watch = options or BuildOptions(), watch or Stopwatch()
    project = Project(config, options)
    _refuse_sources(site, project.sources)
    with explained(site), replaced_site(site, project.keep, watch.say) as folder:
        built = build_into(project, folder.new, folder.site if folder.site.is_dir() else None, watch)
        folder.replace()
        return built


def _refuse_sources(site: Path, sources: list[Path]) -> None:
    """Keep a site out of what it is made from, which the next build would read as its own. Raises BuildStopped."""
    folder = Path(os.path.realpath(site))
    for source in (Path(os.path.realpath(one)) for one in sources):
        if source.is_dir() and source != folder and folder.is_relative_to(source):
            raise BuildStopped(command_words.SITE_IN_SOURCES.format(site=site, folder=source))


@contextmanager
def explained(site: Path) -> Iterator[None]:
    """Say in one sentence why a site cannot be written, where the system refuses. Raises BuildStopped."""
    try:
        yield
    except ChildDied as died:
        raise BuildStopped(command_words.CHILD_DIED) from died
    except Exception as error:
        refusal = refusal_in(error)
        because = command_words.why_not_written(refusal) if refusal else None
        if refusal is None or because is None:
            raise
        file = command_words.unwritable_file(refusal) if refusal.filename else site
        words = command_words.CANNOT_USE if isinstance(refusal, UnfitFile) else command_words.CANNOT_WRITE
        raise BuildStopped(words.format(file=file, reason=because)) from error


@collector_off()
def build_into(project: Project, new: Path, old: Path | None, watch: Stopwatch) -> BuiltSite:
    """Build a site into a folder of its own; files that are as in the old site are linked.

    Raises:
        BuildStopped: see :func:`build_site`.
        BadLinks: see there.
        SearchFailed: see there.
    """
    made = _make_pages(project, new, old, watch)
    if made.bad:
        raise BadLinks(made.bad)
    if project.search:
        with watch.stage(command_words.STAGE_SEARCH):
            search_index.index(search_index.built(new), new, made.search)
    writer, names = made.writer, set(files.files(new))
    writer.adopt(names)
    writer.write_file(MANIFEST, manifest(names))
    pages = sum(1 for name in names if name.endswith(".html"))
    return BuiltSite(pages, sorted(writer.written))


class _MadePages(NamedTuple):
    """What is left to know of the pages when they are made."""

    bad: list[BadLink]
    search: SearchSource
    writer: SiteWriter


def _make_pages(project: Project, new: Path, old: Path | None, watch: Stopwatch) -> _MadePages:
    """Everything but the index of the search.

    Before an index this is the work of a child: the memory that it took is free again when the index needs its own.
    """

    def make() -> _MadePages:
        writer = SiteWriter(new, old)
        with watch.stage(command_words.STAGE_BUILD):
            run = project.build(writer)
        with watch.stage(command_words.STAGE_LINKS):
            bad = check_links(new, run.base, run.known, set(files.files(new)))
        return _MadePages(bad, run.search, writer)

    return in_child(make) if project.search and project.may_fork else make()
