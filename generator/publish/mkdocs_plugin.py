"""MkDocs, known to this module alone: the plugin that brings the ledger's pages, and the runs of the engine."""

from __future__ import annotations

import logging
import os
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import partial
from html import escape, unescape
from itertools import cycle
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import base, load_config
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_build_date

from generator.analysis.ledger_index import LedgerIndex
from generator.downloads import package
from generator.downloads.formats.svg import picture_outputs
from generator.downloads.records import atom_feeds
from generator.downloads.records.change_files import change_outputs
from generator.downloads.records.release_files import release_outputs
from generator.downloads.tabular import FURTHER
from generator.history.log_reader import read_log
from generator.history.releases import BadRelease, Releases, read_releases
from generator.language import command_words, formatting, page_words
from generator.language.official_text import read_documents
from generator.ledger.load import CheckedLedger, InvalidLedger, Stopwatch, load
from generator.ledger.reading.nodes import Finding
from generator.ledger.reading.site_settings import Licence, SiteSettings
from generator.pages import registry
from generator.pages.components.builder import ComponentBuilder
from generator.pages.components.feedback_link import channel
from generator.pages.environment import TEMPLATES
from generator.pages.renderer import Page, PageSpec
from generator.publish import search_index
from generator.publish.leaf_pages import SitePages, through_engine
from generator.publish.link_check import Reader
from generator.publish.page_shells import Shells
from generator.publish.site_writer import SiteWriter
from generator.support.cache_store import CacheStore

log = logging.getLogger("mkdocs.plugins.ledger")


THEME = Path(__file__).parent / "theme"
"""What this site adds to the theme of the engine."""
HAND_WRITTEN = ("about.md", "methods.md", "glossary.md", "accessibility.md", "feedback.md")
"""Pages that explain the site, in the order of the navigation; of docs/, but for the last: only a page that is
generated knows the settings of the site."""
_TAG = re.compile("<[^>]+>")
NO_SITE = SiteSettings(page_words.HOME, "", "", False, Licence("", "", "", ""), "", "")
"""Settings of a preview that began with a faulty ledger."""


class LedgerConfig(base.Config):  # type: ignore[no-untyped-call]  # MkDocs gives its hook no types
    """Settings of the plugin in mkdocs.yml."""

    ledger = c.Type(str, default="data")
    """Folder of the ledger, relative to mkdocs.yml."""
    contract = c.Type(str, default="datapackage.json")
    """The contract, relative to mkdocs.yml."""
    sources = c.Type(str, default="")
    """Folder with the official texts ``<document>.txt``; empty: pages go without the official wording."""
    cache = c.Type(str, default="")
    """Folder of what one build leaves for the next, relative to mkdocs.yml; empty: nothing is kept."""
    formats = c.ListOfItems(c.Choice(FURTHER), default=list(FURTHER))
    """Formats of the data package beside CSV and JSON."""
    search = c.Type(bool, default=True)
    """Whether the site gets its search index."""
    fill = c.Type(bool, default=True)
    """Whether leaf pages are filled into shells; otherwise each goes through MkDocs."""


class LeafFile(File):
    """A page that links may lead to and that MkDocs does not build."""

    def is_documentation_page(self) -> bool:
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """It is written when everything else is there."""


@dataclass(frozen=True, slots=True)
class _Leaf:
    """What the sitemap's template asks of a page."""

    canonical_url: str | None
    update_date: str
    is_link: bool = False
    abs_url: None = None


@dataclass(frozen=True, slots=True)
class _LeafFile:
    page: _Leaf


class LedgerPlugin(BasePlugin[LedgerConfig]):  # type: ignore[no-untyped-call]  # as above
    """Checks the ledger before anything is written, then hands its pages and downloads to MkDocs."""

    checked: CheckedLedger | None = None
    """The last ledger without faults."""
    pages: SitePages
    index: LedgerIndex
    specs: dict[str, PageSpec]
    """Pages by the Markdown file that stands for them."""
    _preview = False
    _faulty = False
    """Whether a preview shows findings."""
    carrier: SiteWriter | None = None
    """Set by whoever builds beside an old site."""
    store = CacheStore(None)

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """A preview shows findings in the browser; a build ends with them."""
        self._preview = command == "serve"

    def on_shutdown(self) -> None:
        """The folder that a preview set aside goes away with it."""
        if self._preview and self.carrier and self.carrier.old:
            shutil.rmtree(self.carrier.old, ignore_errors=True)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check; set the site's name and navigation. A faulty ledger stops the build here."""
        self._root = Path(config.config_file_path or ".").parent
        if self.config.cache:
            self.store = CacheStore(self._root / self.config.cache)
        self._findings: list[Finding] = []
        self._samples: dict[str, str] = {}
        try:
            self._load()
        except InvalidLedger as faulty:
            tell = log.info if self._preview else log.error
            for finding in faulty.findings:
                tell(str(finding))
            if not self._preview:
                raise Abort(command_words.FAULTY.format(count=len(faulty.findings))) from faulty
            self._findings = faulty.findings
        if self._preview:
            self.carrier = self._beside(Path(config.site_dir))
        self._settings(config)
        return config

    def _beside(self, site: Path) -> SiteWriter:
        """A carrier for a preview: MkDocs is about to empty the folder that is shown, so it is set aside.

        While findings are shown, the last site without faults stays there.
        """
        old = site.with_name(f"{site.name}-old")
        if not self._faulty and site.is_dir():
            shutil.rmtree(old, ignore_errors=True)
            site.rename(old)
        self._faulty = bool(self._findings)
        return SiteWriter(site, old)

    def _load(self) -> None:
        ledger, contract = self._root / self.config.ledger, self._root / self.config.contract
        self.checked = load(ledger, contract, Stopwatch(log.info))
        texts: dict[str, str] = {}
        if self.config.sources:
            documents = [d.id for d in self.checked.ledger.documents]
            texts = read_documents(self._root / self.config.sources, documents)
        with Stopwatch(log.info).stage(command_words.STAGE_HISTORY):
            history = read_log(ledger, self.checked.contract, self.store)
            self._releases = self._read_releases(ledger)
        self.index = LedgerIndex(self.checked, history, self._releases)
        self.components = ComponentBuilder(self.index, texts)
        bytecode = self._root / self.config.cache / "templates" if self.config.cache else None
        settings = self.checked.site, self.checked.contract
        self.pages = SitePages(registry.plans(self.components, *settings, bytecode, self.config.formats))
        self.specs = {registry.source_path(p.path): p for p in self.pages.specs}

    def _read_releases(self, ledger: Path) -> Releases:
        """The releases of the data; one whose rows are not what its tag promises ends the build."""
        try:
            return read_releases(ledger, self._root / self.config.contract, self.store)
        except BadRelease as bad:
            raise Abort(
                command_words.RELEASE_REFUSED.format(tag=bad.tag, why=command_words.BAD_RELEASE[bad.reason])
            ) from bad

    def _settings(self, config: MkDocsConfig) -> None:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))  # a site's own theme comes first
        site = self.checked.site if self.checked else NO_SITE
        as_of = self.index.as_of if self.checked else None
        if as_of:
            moment = datetime.combine(as_of, time(), UTC)  # the only clock that MkDocs listens to, for its sitemap
            os.environ["SOURCE_DATE_EPOCH"] = str(int(moment.timestamp()))
        config.site_name = site.name
        config.site_description = site.description
        config.extra["ledger"] = site
        config.extra["as_of"] = formatting.day(as_of) if as_of else ""
        self._channel = channel(site)
        if not self._preview:
            config.site_url = site.url
        if self._findings:
            config.nav = [{page_words.HOME: "index.md"}]
            return
        config.nav = [{p.nav_title: uri} for uri, p in self.specs.items() if p.nav_title]
        config.nav.append({page_words.ABOUT: [*HAND_WRITTEN]})

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a file for each generated page; of the leaf pages MkDocs builds one of each folder, as a sample."""
        if self._findings:
            for file in list(files.documentation_pages()):
                files.remove(file)
            files.append(File.generated(config, "index.md", content=""))
            return files
        sampled = set()
        for uri, plan in self.specs.items():
            folder = uri.rpartition("/")[0]
            if through_engine(plan) or not self.config.fill:
                files.append(File.generated(config, uri, content=""))
            elif folder not in sampled:
                sampled.add(folder)
                self._samples[uri] = ""
                files.append(File.generated(config, uri, content=""))
            else:
                files.append(LeafFile(uri, None, config.site_dir, config.use_directory_urls))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember what shells are rendered with."""
        self._nav, self._files = nav, files
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Remember what shells are rendered with; the theme is not compiled anew at each build."""
        if self.config.cache:
            folder = self._root / self.config.cache / "templates"
            folder.mkdir(parents=True, exist_ok=True)
            env.bytecode_cache = FileSystemBytecodeCache(str(folder), "theme-%s")
        self._env = env
        return env

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Give a generated page its title and description; its body is HTML and comes after Markdown."""
        if own := self._own(page):
            self._dress(page, own)
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """The body and the table of contents of a generated page."""
        own = self._own(page)
        if own is None:
            page.meta["report"] = escape(self._channel(page.url, str(page.title)))
            return _named_tables(html)
        page.toc = get_toc(_tokens(own))
        return own.body

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Put the leaf pages into the sitemap, in the place that they would have as pages of MkDocs."""
        if self._findings:
            context["findings"] = registry.findings_page(self._findings).body
        elif template_name == "sitemap.xml":
            date, site = get_build_date(), config.site_url
            written = [f for f in context["pages"] if f.src_uri not in self.specs]
            urls = (urljoin(site, p.path) if site else None for p in self.specs.values())
            context["pages"] = [*written, *(_LeafFile(_Leaf(url, date)) for url in urls)]
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Keep what MkDocs made of a sample, to compare; it is written with all other leaf pages."""
        if page.file.src_uri in self._samples:
            self._samples[page.file.src_uri] = output
            return ""
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the leaf pages, the data package and the ledger's own files beside the pages of MkDocs."""
        folder = Path(config.site_dir)
        if self._findings:
            _everywhere((folder / "404.html").read_bytes(), folder, self.pages.specs if self.checked else [])
            return
        shells = Shells(lambda page: self._whole(page, config))
        if different := [uri for uri, html in self._samples.items() if shells(self._page(uri)) != html.encode()]:
            log.info(command_words.SHELLS_DIFFER.format(pages="、".join(different)))
            _build_ordinary(config, self)
            return
        writer = self.carrier or SiteWriter(folder)
        if self.config.fill:
            with Stopwatch(log.info).stage(command_words.STAGE_RENDER):
                self.pages.write_leaves(writer, shells, Reader(_base(config)))
        assert self.checked is not None
        if "pictures" in self.config.formats:
            writer.write(picture_outputs(self.components, self.checked.site))
        with Stopwatch(log.info).stage(command_words.STAGE_EXPORT):
            writer.write(package.outputs(self.checked, self.index, self.store, self.config.formats))
            writer.write(change_outputs(self.checked.contract, self.index.changes.log))
            writer.write(atom_feeds.outputs(self.checked, self.index.changes))
            writer.write(release_outputs(self.checked.folder, self._root / self.config.contract, self._releases))
        if self.config.search:
            words = self.checked.site.synonyms
            with Stopwatch(log.info).stage(command_words.STAGE_SEARCH):
                search_index.index(search_index.built(folder), folder, words)

    def _own(self, page: MkDocsPage) -> Page | None:
        """The generated page that a page of MkDocs stands for."""
        uri = page.file.src_uri
        if self._findings and uri == "index.md":
            return registry.findings_page(self._findings)
        return self.pages.page(self.specs[uri]) if uri in self.specs else None

    def _page(self, uri: str) -> Page:
        return self.pages.page(self.specs[uri])

    def _whole(self, page: Page, config: MkDocsConfig) -> str:
        """What MkDocs makes of a page that is none of its files: a shell, when its values are markers."""
        file = File.generated(config, registry.source_path(page.path), content="")
        own = MkDocsPage(None, file, config)
        own.markdown, own.content, own.toc, own.active = "", page.body, get_toc(_tokens(page)), True
        self._dress(own, page)
        files = self._files.documentation_pages()
        context = mkdocs_build.get_context(self._nav, files, config, own)
        context = config.plugins.on_page_context(context, page=own, config=config, nav=self._nav)
        output = self._env.get_template("main.html").render(context)
        return config.plugins.on_post_page(output, page=own, config=config)

    def _dress(self, page: MkDocsPage, own: Page) -> None:
        """The theme prints titles and descriptions as they are, so they go to it as HTML."""
        page.meta = {
            "title": escape(own.title),
            "description": escape(own.description),
            "kind": own.kind,
            "column": own.kind == page_words.INDEX,
            "page_tags": [(name, escape(content)) for name, content in own.tags],
            "hide": ["navigation", "toc"] if own.kind == page_words.HOME else ["navigation"],
        }
        if own.kind in (page_words.HOME, page_words.INDEX):  # a page of a record says it in its body
            page.meta["report"] = escape(self._channel(own.path, own.title))
        page.edit_url = own.edit_url or None

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Watch the ledger and the templates, too, and begin soon after a change."""
        server.build_delay = SETTLED
        for path in (self._root / self.config.ledger, TEMPLATES):
            server.watch(str(path))
        return server


def _named_tables(html: str) -> str:
    """Tables of Markdown in the dress of the others: named by the heading above, a scope for each head, a label for
    each cell, which is shown where the table is stacked."""
    heading = ""

    def dressed(found: re.Match[str]) -> str:
        nonlocal heading
        if found[1]:
            heading = found[1]
            return found[0]
        labels = cycle(escape(unescape(_TAG.sub("", head))) for head in re.findall("<th>(.*?)</th>", found[0]))
        cells = re.sub("<td>", lambda _: f'<td data-label="{next(labels)}">', found[0])
        named = f'<table class="pl-table pl-stack" aria-labelledby="{heading}">'
        return cells.replace("<table>", named).replace("<th>", '<th scope="col">')

    return re.sub(r'<h\d id="([^"]+)"|<table>.*?</table>', dressed, html, flags=re.DOTALL)


def _tokens(page: Page) -> list[Any]:
    """Headings as the tokens of Markdown's toc extension: level 3 under the level 2 before it, all under the page's
    own, which the theme does not list and which its link past the navigation leads to."""
    tokens: list[Any] = []
    for heading in page.headings:
        token = {"level": heading.level, "id": heading.id, "name": escape(heading.title), "children": []}
        if heading.level > 2 and tokens:
            tokens[-1]["children"].append(token)
        else:
            tokens.append(token)
    return [{"level": 1, "id": "main", "name": escape(page.title), "children": tokens}]


def _everywhere(html: bytes, folder: Path, plans: Sequence[PageSpec]) -> None:
    """Put one page at every address, so that whoever previews one sees it and is taken back by the next reload."""
    for plan in plans:
        if plan.path:
            (folder / plan.path).mkdir(parents=True, exist_ok=True)
            (folder / plan.path / "index.html").write_bytes(html)


def _build_ordinary(config: MkDocsConfig, plugin: LedgerPlugin) -> None:
    """Build once more into the same folder, every page through MkDocs."""
    again = load_config(config.config_file_path, site_dir=config.site_dir, strict=config.strict)
    own: LedgerPlugin = again.plugins["ledger"]  # type: ignore[assignment]  # its name in mkdocs.yml
    own.config.load_dict({**plugin.config, "fill": False})
    own.carrier = plugin.carrier
    mkdocs_build.build(again)
    plugin.store = own.store


@dataclass(frozen=True, slots=True)
class Built:
    """What a run of the engine gives: the path at which the site will live, and the pages."""

    base: str
    pages: SitePages


def build(
    config_file: Path, carrier: SiteWriter, sources: str = "", *, search: bool = True, further: bool = True
) -> Built:
    """Build the whole site into the carrier's new folder, which is emptied first.

    Raises Abort when the ledger is faulty or MkDocs warned of anything.
    """
    config = load_config(str(config_file), site_dir=str(carrier.new), strict=True)
    plugin: LedgerPlugin = config.plugins["ledger"]  # type: ignore[assignment]  # its name in mkdocs.yml
    plugin.carrier = carrier
    plugin.config["search"] = plugin.config["search"] and search
    if not further:
        plugin.config["formats"] = []
    if sources:
        plugin.config["sources"] = str(Path(sources).resolve())
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build.build(config)
    config.plugins.on_shutdown()
    return Built(_base(config), plugin.pages)


def _base(config: MkDocsConfig) -> str:
    """The path at which the site will live."""
    return urlsplit(config.site_url or "").path or "/"


GLANCE = 0.2
"""Seconds between two glances at the files while a site is served: MkDocs' own half a second is most of the wait."""
SETTLED = 0.05
"""Seconds in which an editor has written what it saves."""


def serve(config_file: Path, port: int) -> None:
    """Serve the site on this machine and build it again when the ledger changes."""
    # the server takes the interval, but the command that makes the server has no option for it
    quick = partial(LiveReloadServer, polling_interval=GLANCE)
    mkdocs_serve.LiveReloadServer = quick  # type: ignore[assignment,attr-defined]  # what it calls to make one
    mkdocs_serve.serve(str(config_file), dev_addr=f"127.0.0.1:{port}", strict=False)
