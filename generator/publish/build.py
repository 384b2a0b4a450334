"""A whole site, built beside the old one, which it replaces only when it is complete and its links are good."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.language import command_words
from generator.publish import engine
from generator.publish.engine import BuildOptions
from generator.publish.link_check import BadLink, check_links
from generator.publish.site_writer import SiteWriter
from generator.support import files
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
        BuildStopped: the ledger has faults, or the engine warned. ``site`` is untouched, as in the cases below.
        BadLinks: a link of the new site leads nowhere.
        SearchFailed: there is no index of the search.
    """
    options, watch = options or BuildOptions(), watch or Stopwatch()
    new, old = (site.with_name(f".{site.name}-{word}") for word in ("new", "old"))
    if old.exists() and not site.exists():  # a build was killed between the two renames
        old.rename(site)
    for left in (new, old):
        files.remove(left)
    writer = SiteWriter(new, site if site.is_dir() else None)
    with watch.stage(command_words.STAGE_BUILD):
        run = engine.build(config, writer, options)
    with watch.stage(command_words.STAGE_LINKS):
        names = set(files.files(new))
        bad = check_links(new, run.base, run.known, names)
    if bad:
        files.remove(new)
        raise BadLinks(bad)
    others = list(writer.adopt(names))
    if site.exists():
        site.rename(old)
    new.rename(site)
    files.remove(old)
    return BuiltSite(sum(1 for name in (*writer.known, *others) if name.endswith(".html")), sorted(writer.written))
