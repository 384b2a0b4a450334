"""A whole site, built beside the old one, which it replaces only when it is complete and its links are good."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.language import command_words
from generator.ledger.load import Stopwatch
from generator.publish import mkdocs_plugin
from generator.publish.link_check import BadLink, KnownPages, check_links
from generator.publish.site_writer import SiteWriter
from generator.support import files


class BadLinks(Exception):
    """The site was built, but has bad links; the old site stays."""

    def __init__(self, found: list[BadLink]) -> None:
        super().__init__(f"{len(found)} bad links")
        self.found = found


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """What a build made: how many pages there are, and the files that are not as they were."""

    pages: int
    written: list[str]


def build_site(
    config: Path, site: Path, sources: str, watch: Stopwatch, *, search: bool = True, further: bool = True
) -> BuiltSite:
    """Build into a new folder and let it take the place of ``site``; what did not change keeps its bytes and times.

    Raises Abort (of MkDocs) when the ledger is faulty or MkDocs warned, BadLinks, and SearchFailed; ``site`` is
    untouched then.
    """
    new, old = (site.with_name(f".{site.name}-{word}") for word in ("new", "old"))
    if old.exists() and not site.exists():  # a build was killed between the two renames
        old.rename(site)
    for left in (new, old):
        files.remove(left)
    writer = SiteWriter(new, site if site.is_dir() else None)
    with watch.stage(command_words.STAGE_BUILD):
        built = mkdocs_plugin.build(config, writer, sources, search=search, further=further)
    known = KnownPages(built.pages.links, built.pages.shelled, built.pages.files)
    with watch.stage(command_words.STAGE_LINKS):
        found = set(files.files(new))
        bad = check_links(new, built.base, known, found)
    if bad:
        files.remove(new)
        raise BadLinks(bad)
    others = list(writer.adopt(found))
    if site.exists():
        site.rename(old)
    new.rename(site)
    files.remove(old)
    return BuiltSite(sum(1 for name in (*writer.known, *others) if name.endswith(".html")), writer.written)
