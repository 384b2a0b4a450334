"""A whole site, built beside the old one, which it replaces only when it is complete and its links are good."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator import plugin, search, terms
from generator.links import BadLink, check_links
from generator.pipeline import Stopwatch


class BadLinks(Exception):
    """The site was built, but has bad links; the old site stays."""

    def __init__(self, found: list[BadLink]) -> None:
        super().__init__(f"{len(found)} bad links")
        self.found = found


def build_site(config: Path, site: Path, sources: str, watch: Stopwatch) -> int:
    """Build into a new folder and let it take the place of ``site``; returns the number of pages.

    Raises Abort (of MkDocs) when the ledger is faulty or MkDocs warned, and BadLinks; ``site`` is untouched then.
    """
    new, old = (site.with_name(f".{site.name}-{word}") for word in ("new", "old"))
    if old.exists() and not site.exists():  # a build was killed between the two renames
        old.rename(site)
    for left in (new, old):
        shutil.rmtree(left, ignore_errors=True)
    with watch.stage(terms.STAGE_BUILD):
        base = plugin.build(config, new, sources)
    with watch.stage(terms.STAGE_LINKS):
        bad = check_links(new, base)
    if bad:
        shutil.rmtree(new)
        raise BadLinks(bad)
    with watch.stage(terms.STAGE_SEARCH):
        search.index(search.built(new), new)
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    return sum(1 for _ in site.rglob("*.html"))
