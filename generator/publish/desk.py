"""Pages that are made only when something that they look at has changed since the last build."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import partial
from typing import Any

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.trace import Traces
from generator.downloads.formats.svg import picture_outputs
from generator.downloads.output import OutputFile
from generator.downloads.tabular import FURTHER
from generator.history.change_log import NO_CHANGE_LOG, ChangeLog
from generator.history.releases import NO_RELEASES, Releases
from generator.language import page_words
from generator.ledger.load import CheckedLedger
from generator.ledger.reading.site_settings import SiteSettings
from generator.pages.registry import plans
from generator.pages.renderer import Heading, Page, PageSpec
from generator.pages.templating import Compiled
from generator.publish.link_check import PageLinks, Reader
from generator.publish.page_shells import Shape, Shells, shape
from generator.publish.site_writer import SiteWriter
from generator.support.cache_store import CacheStore, digest

NAME = "pages"


class Desk:
    """The pages of a ledger: those of the navigation first made, then the leaf pages one by one."""

    def __init__(
        self,
        checked: CheckedLedger,
        texts: dict[str, str],
        store: CacheStore,
        formats: Sequence[str] = FURTHER,
        log: ChangeLog = NO_CHANGE_LOG,
        releases: Releases = NO_RELEASES,
    ) -> None:
        self.index = LedgerIndex(checked, log, releases)
        self._store, self._formats = store, formats
        self._base = _base(checked, texts, self.index, formats)
        self._shapes: dict[str, Any]
        traces, self._shapes, known = store.load(NAME, self._base) or (None, {}, {})
        self._traces = Traces(self.index.tracer, self.index.look, traces)
        self.index.memory.begin(self._traces, known)
        self.plans = plans(self.index, checked.site, checked.contract, texts, Compiled(store), formats)
        self._made: dict[str, Page] = {}
        self.facts: dict[str, PageLinks] = {}
        """What the bodies that were made link to, by file."""

    @property
    def leaves(self) -> list[PageSpec]:
        """The pages that do not stand in the navigation and list nothing: nearly all."""
        return [p for p in self.plans if not whole(p)]

    @property
    def files(self) -> set[str]:
        """The files of all pages."""
        return {f"{plan.path}index.html" for plan in self.plans}

    def page(self, plan: PageSpec) -> Page:
        """A page as it is now; one that lists many records is kept for the next build."""
        if plan.path not in self._made:
            self._made[plan.path] = self._kept(plan) or self._make(plan)
        return self._made[plan.path]

    def _kept(self, plan: PageSpec) -> Page | None:
        inputs = self._traces.digest(plan.path)
        plain = self._store.load(_place(plan), digest(self._base, inputs)) if inputs else None
        return _from_plain(plain) if plain else None

    def _make(self, plan: PageSpec) -> Page:
        page, inputs = self.index.tracer.watch(plan.make)
        self._traces.keep(plan.path, inputs)
        if whole(plan):
            self._store.save(_place(plan), digest(self._base, self._traces.digest(plan.path) or b""), _plain(page))
        else:
            self._shapes[plan.path] = _plain_shape(shape(page))
        return page

    def outputs(self, carrier: SiteWriter, shells: Shells, reader: Reader | None = None) -> Iterator[OutputFile]:
        """The leaf pages as files; one that the old site has as it would be is not made.

        ``reader`` looks at the links of what is made, while it is at hand.
        """
        for plan in self.leaves:
            path = f"{plan.path}index.html"
            key = self._key(plan, shells)
            if key is not None and carrier.known(path, key):
                yield OutputFile(path, key, _unused)
                continue
            page = self._make(plan)
            key = self._key(plan, shells)
            assert key is not None
            body = page.body.encode()
            if reader:
                self.facts[path] = reader.body_facts(path, body, key)
            yield OutputFile(path, key, partial(shells, page, body))

    def pictures(self, site: SiteSettings) -> list[OutputFile]:
        """The pictures of the pages as files of their own, where the settings want them."""
        return picture_outputs(self.index, site) if "pictures" in self._formats else []

    @property
    def shelled(self) -> set[str]:
        """One file of each shape: what its shell links to, all others link to."""
        return set({self._shapes[plan.path]: f"{plan.path}index.html" for plan in self.leaves}.values())

    def _key(self, plan: PageSpec, shells: Shells) -> bytes | None:
        inputs, known = self._traces.digest(plan.path), self._shapes.get(plan.path)
        if inputs is None or known is None:
            return None
        return digest(self._base, shells.of(_shape(known)).digest, inputs)

    def keep(self) -> None:
        """Leave for the next build what this one found out."""
        paths = [p.path for p in self.plans]
        known = self.index.memory.plain()
        traces = self._traces.plain([*(p for p in paths if p in self._shapes or p in self._made), *known])
        shapes = {p: self._shapes[p] for p in paths if p in self._shapes}
        self._store.save(NAME, self._base, (traces, shapes, known))


def whole(plan: PageSpec) -> bool:
    """Whether a page goes through the engine whole: home, indexes and other pages that list records of many."""
    return plan.kind in (page_words.HOME, page_words.INDEX)


def _base(checked: CheckedLedger, texts: dict[str, str], index: LedgerIndex, formats: Sequence[str]) -> bytes:
    """A digest of what every page may show: settings, contract, texts, the newest date, formats of the downloads,
    whether there is a history."""
    site = repr(sorted(asdict(checked.site).items()))
    supplied = [part for item in sorted(texts.items()) for part in item]
    known = (str(index.as_of), str(index.past.known), repr([*formats]))
    return digest(site, repr(checked.contract.descriptor), *known, *supplied)


def _unused() -> bytes:
    raise AssertionError("a file that the old site has is not made")


def _place(plan: PageSpec) -> str:
    """A name for the store of a page that is kept whole."""
    return f"{NAME}/{digest(plan.path).hex()}"


def _plain(page: Page) -> Any:
    headings = [(h.level, h.id, h.title) for h in page.headings]
    return (page.path, page.kind, page.title, page.description, page.body, headings, page.edit_url, page.tags)


def _from_plain(plain: Any) -> Page:
    path, kind, title, description, body, headings, edit_url, tags = plain
    return Page(path, kind, title, description, body, tuple(Heading(*h) for h in headings), edit_url, tags)


def _plain_shape(shape: Shape) -> Any:
    return (shape.folder, str(shape.kind), shape.levels, shape.editable, shape.tags)


def _shape(plain: Any) -> Shape:
    return Shape(*plain)
