"""The plugin of MkDocs: brings the ledger's pages and downloads into a build of the engine."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from generator.analysis.record_dates import page_modified, site_dates
from generator.downloads.output import OutputFile
from generator.language import command_words, formatting, page_words
from generator.ledger.checks.findings_file import screen_lines
from generator.ledger.enums import Grade
from generator.ledger.load import InvalidLedger
from generator.ledger.reading.findings import Finding, why_stopped
from generator.ledger.reading.ledger_files import texts_beside
from generator.ledger.reading.site_settings import Licence, SiteSettings
from generator.pages.components.feedback.feedback_link import channel
from generator.pages.environment import TEMPLATES
from generator.pages.findings_page import findings_page
from generator.pages.markdown import source_path
from generator.pages.page import Page, PageSpec
from generator.publish import leaf_pages, search_index
from generator.publish.engine import page_frame, site_files
from generator.publish.engine.log import OWN_LOG
from generator.publish.engine.page_frame import FramePage, LeafFile, PageFrame
from generator.publish.engine.plugin_settings import LedgerConfig
from generator.publish.engine.previewed_site import MemoryBytecode
from generator.publish.engine.project import InvalidAfterAll
from generator.publish.handwritten_pages import finished_tables
from generator.publish.leaf_pages import LeafJob, LeafProcesses, file_of, is_leaf, no_results, processes_for
from generator.publish.links.check import KnownPages
from generator.publish.page_shells import Shells
from generator.publish.policy.own_files import refuse_faulty
from generator.publish.policy.theme_settings import give_settings
from generator.publish.search.record_texts import SearchSource, search_source
from generator.publish.site_content import (
    BackgroundChecks,
    SiteContent,
    SiteInputs,
    asset_version,
    compiled_templates,
    downloads,
    load_content,
    other_downloads,
    row_downloads,
)
from generator.publish.site_writer import BuildStopped, SiteWriter, put_everywhere
from generator.support.cache_store import CacheStore
from generator.support.child_process import Child
from generator.support.packaged_files import CONTRACT, own_or_packaged
from generator.support.stopwatch import Stopwatch

log = OWN_LOG

ASSETS = "assets"
"""The folder of own scripts and styles in docs/."""
EXPLANATIONS = (
    "about.md",
    "methods.md",
    "glossary.md",
    "accessibility.md",
    {page_words.INDEXES["feedback"][0]: "feedback.md"},
)
"""Pages that explain the site, in the order of the navigation; of docs/, but for the last: only a page that is
generated knows the settings of the site."""
NO_SITE = SiteSettings(page_words.HOME, "", "", False, Licence("", "", "", ""), "", "")
"""Settings of a preview that began with a faulty ledger."""


class LedgerPlugin(BasePlugin[LedgerConfig]):  # type: ignore[no-untyped-call]  # as above
    """Checks the ledger before anything is written, then hands its pages and downloads to MkDocs."""

    content: SiteContent | None = None
    """The last ledger without faults."""
    findings: Sequence[Finding] = ()
    """What a preview shows instead of pages."""
    checks: BackgroundChecks | None = None
    """What checks the ledger while the pages are made; None where it is checked first."""
    writer: SiteWriter | None = None
    """Set by the command ``build``, which keeps what the old site has with the same content."""
    on_demand: MemoryBytecode | None = None
    """Set by the command ``serve``, whose pages are made when they are asked for."""
    converted = ""
    """The page of which HTML is being made of Markdown."""
    built_with_settings = ""
    """The hand-written page with settings of its own that is being rendered."""
    templates: dict[str, str] = {}  # noqa: RUF012 each run has its own, see :meth:`forget`
    """The template that a hand-written page asks for → the page."""
    _preview = False
    _marked: MkDocsPage | None = None
    """The item of the menu that is marked for the page that is being rendered."""
    _processes: LeafProcesses | None = None
    """Those that make the leaf pages, as soon as they have begun."""
    _rows: Child[tuple[set[str], set[str]]] | None = None
    """The one that writes the downloads of a large ledger's rows while home and lists are made."""

    def forget(self) -> None:
        """Be as new: MkDocs gives the same plugin to each run of a process."""
        self.content, self.findings, self.checks = None, (), None
        self.writer, self.on_demand, self._processes, self._rows = None, None, None, None
        self.converted, self.built_with_settings, self.templates = "", "", {}

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """A preview shows findings in the browser; a build ends with them."""
        self._preview = command == "serve"

    def on_shutdown(self) -> None:
        """No process outlives a build that failed."""
        for work in (self.checks, self._rows, self._processes):
            if work:
                work.stop()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check; set the site's name and navigation. A faulty ledger stops the build here."""
        self.findings = ()
        self._specs: dict[str, PageSpec] = {}
        self._samples: dict[str, str] = {}
        self._leaves = no_results()
        self._processes = None
        try:
            self.content = load_content(self.inputs(config), Stopwatch(log.info, command_words.SECONDS), self.checks)
            pages = {file_of(spec) for spec in self.content.specs}
            settings = Path(config.config_file_path or "")
            refuse_faulty(Path(config.docs_dir), settings, self.content.checked.site.url, pages)
            self._specs = {source_path(spec.path): spec for spec in self.content.specs}
            if not self._preview:
                self.content.checked.publishable()
            for said in (*self.content.checked.unsettled, *self.content.said_of_texts):
                log.info(str(said))
        except InvalidLedger as invalid:
            self.findings = invalid.findings
            say = log.info if self._preview else log.error
            for line in screen_lines(invalid.findings):
                say(line)
            if not self._preview:
                raise Abort(why_stopped(invalid.findings)) from invalid
        except BuildStopped as stopped:
            raise Abort(str(stopped)) from stopped
        self._settings(config)
        return config

    def inputs(self, config: MkDocsConfig) -> SiteInputs:
        """The plugin's settings as paths."""
        root, settings = Path(config.config_file_path or ".").parent, self.config
        return SiteInputs(
            ledger=root / settings.ledger,
            contract=own_or_packaged(root / settings.contract, CONTRACT),
            sources=root / settings.sources if settings.sources else texts_beside(root / settings.ledger),
            assets=self._assets(config),
            store=CacheStore(root / settings.cache if settings.cache else None, read_only=bool(self.on_demand)),
            bytecode=self.on_demand.pages if self.on_demand else self._bytecode(config, "page-%s"),
            formats=tuple(settings.formats),
            preview=self._preview,
        )

    @staticmethod
    def _assets(config: MkDocsConfig) -> tuple[Path, ...]:
        """The folders of own scripts and styles, the first before the others."""
        return tuple(folder / ASSETS for folder in site_files.docs_folders(config))

    def _bytecode(self, config: MkDocsConfig, name: str) -> BytecodeCache | None:
        return compiled_templates(Path(config.config_file_path or ".").parent, self.config.cache, name)

    def _settings(self, config: MkDocsConfig) -> None:
        """Give the engine the settings that the ledger has."""
        own = 1 if config.theme.custom_dir else 0  # a site's own theme comes first
        config.theme.dirs.insert(own, str(site_files.THEME))
        site = self.content.checked.site if self.content else NO_SITE
        as_of = self.content.index.as_of if self.content else None
        if self.content and (modified := site_dates(self.content.index).modified):
            moment = datetime.fromisoformat(modified).replace(tzinfo=UTC)  # the clock of MkDocs, for its sitemap
            os.environ["SOURCE_DATE_EPOCH"] = str(int(moment.timestamp()))
        give_settings(config, site)
        site_files.add_version(config, ASSETS, asset_version(self._assets(config)))
        config.extra["as_of"] = formatting.day(as_of) if as_of else ""
        self._channel = channel(site)
        if not self._preview:
            config.site_url = site.url
        if self.findings:
            config.nav = [{page_words.HOME: "index.md"}]
            return
        config.nav = [{spec.nav_title: uri} for uri, spec in self._specs.items() if spec.nav_title]
        config.nav.append({page_words.ABOUT: [*EXPLANATIONS]})

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a file for each generated page; of the leaf pages MkDocs builds one of each folder, as a sample."""
        if self.findings:
            for file in list(files.documentation_pages()):
                files.remove(file)
            files.append(File.generated(config, "index.md", content=""))
            return files
        for file in site_files.packaged_files(config, files):
            files.append(file)
        if icon := files.get_file_from_path(site_files.THEME_ICON):
            files.remove(icon)
        self._add_extra_pages(files, config.nav or [])
        folders = set()
        for uri, spec in self._specs.items():
            folder = uri.rpartition("/")[0]
            filled = is_leaf(spec) and (self.config.fill or bool(self.on_demand))
            if filled and (self.on_demand or folder in folders):
                files.append(LeafFile(uri, None, config.site_dir, config.use_directory_urls))
                continue
            if filled:
                folders.add(folder)
                self._samples[uri] = ""
            files.append(File.generated(config, uri, content=""))
        return files

    def _add_extra_pages(self, files: Files, navigation: list[Any]) -> None:
        """Add the pages of docs/ that nobody listed to the explanations in the navigation."""
        pages = {file.src_uri: file.inclusion for file in files.documentation_pages()}
        explanations = navigation[-1][page_words.ABOUT]
        hidden = InclusionLevel.NOT_IN_NAV
        explanations += [uri for uri, inclusion in pages.items() if inclusion != hidden and uri not in explanations]

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember the navigation for the shells."""
        self._nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """From here on pages can be rendered; the theme is not compiled anew at each build."""
        env.bytecode_cache = self.on_demand.theme if self.on_demand else self._bytecode(config, "theme-%s")
        self._frame = PageFrame(config, self._nav, files, env, files.documentation_pages(), self.put)
        if self.content and self.writer and self.checks and self.checks.receiver:
            self._rows = self.writer.write_beside(self._own(row_downloads(self.content)))
        return env

    def _own(self, outputs: Iterable[OutputFile]) -> Iterator[OutputFile]:
        """The downloads without those in whose place docs/ has a file."""
        files = {file.dest_uri for file in self._frame.files if not file.is_documentation_page()}
        return (output for output in outputs if output.path not in files)

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Remember of which page HTML is made now: an error of Python does not name it."""
        self.converted, self.built_with_settings = page.file.src_uri, ""
        if template := page.meta.get("template"):
            self.templates[str(template)] = page.file.src_uri
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Tables of hand-written pages look like those of the generated ones."""
        self.converted = ""
        return html if page.file.src_uri in self._specs else finished_tables(html)

    def on_page_context(self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
        """Put a generated page into the engine's page; say on a hand-written one where errors are reported."""
        self._mark_menu(nav, page.url)
        if isinstance(page, FramePage):
            return context
        if generated := self._generated(page.file.src_uri):
            self.put(page, generated)
        else:
            self.built_with_settings = page.file.src_uri if page.meta else ""
            page.meta["report"] = escape(self._channel(page.url, str(page.title)))
        return context

    def _mark_menu(self, nav: Navigation, address: str) -> None:
        """Mark the item of the menu that a page below it belongs to, until the page is rendered."""
        folder = address.partition("/")[0]
        wanted = page_words.MENU_OF.get(address.rstrip("/")) or page_words.MENU_OF.get(folder, folder)
        for item in nav.items:
            if isinstance(item, MkDocsPage) and item.url == f"{wanted}/" and not item.active:
                item.active, self._marked = True, item

    def put(self, page: MkDocsPage, generated: Page) -> None:
        page_frame.put(page, generated)
        if generated.kind in (page_words.HOME, page_words.INDEX):  # a page of a record says it in its body
            page.meta["report"] = escape(self._channel(generated.path, generated.title))

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Put the leaf pages into the sitemap, in the place that they would have as pages of MkDocs."""
        if self.findings:
            context["findings"] = findings_page(list(self.findings)).body
        elif template_name == "sitemap.xml":
            written = [file for file in context["pages"] if file.src_uri not in self._specs]
            pages = [*written, *leaf_pages.sitemap_files(config.site_url, self._days())]
            context["pages"] = [] if config.extra["ledger"].noindex else pages
        return context

    def _days(self) -> dict[str, str]:
        """By path the day on which the data of each generated page last changed."""
        index = self.content.index if self.content else None
        return {spec.path: page_modified(index, spec.path) for spec in self._specs.values()} if index else {}

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Keep what MkDocs made of a sample, to compare; it is written with all other leaf pages."""
        if self._marked:
            self._marked.active, self._marked = False, None
        self.built_with_settings = ""
        page.content = None  # the bodies of all lists would stay in memory, 70 MB at 10,000 pages
        if page.file.src_uri in self._samples and not isinstance(page, FramePage):
            self._samples[page.file.src_uri] = output
            return ""
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the leaf pages and the downloads beside the pages of MkDocs."""
        folder, content = Path(config.site_dir), self.content
        if self.findings or content is None:
            paths = [spec.path for spec in content.specs] if content else []
            put_everywhere((folder / "404.html").read_bytes(), folder, paths)
            return
        self._finish_checks()
        writer, watch = self.writer or SiteWriter(folder), Stopwatch(log.info, command_words.SECONDS)
        if self._rows:  # before others begin: who waits keeps its memory
            writer.take_over(*self._rows.result())
        self._processes = self._begin_leaves(writer, page_frame.base_path(config))
        with watch.stage(command_words.STAGE_EXPORT):
            writer.write(self._own(other_downloads(content) if self._rows else downloads(content)))
        with watch.stage(command_words.STAGE_RENDER):
            results = self._processes.finish()
        if self._shells_fit:
            self._leaves = results
        if self.config.search and self.writer is None:  # the command ``build`` makes the index by itself
            with watch.stage(command_words.STAGE_SEARCH):
                search_index.index(search_index.built(folder), folder, search_source(content.index))

    @property
    def search_source(self) -> SearchSource:
        """What the search knows of the ledger."""
        wanted = self.config.search and self.content is not None
        return search_source(self.content.index) if wanted and self.content else SearchSource()

    def known_pages(self) -> KnownPages:
        """What the check of links need not read again."""
        files = {file_of(spec) for spec in self._specs.values()}
        leaves = self._leaves
        return KnownPages(leaves.links, leaves.files, set(leaves.shapes.values()), files)

    def on_build_error(self, *, error: Exception) -> None:
        """Rows with faults are perhaps why a page could not be made: then the findings are what is said."""
        self._finish_checks()

    def _finish_checks(self) -> None:
        """Wait for the end of the checks. Raises InvalidAfterAll when they found something; a preview shows it."""
        if self.checks and self.checks.receiver and not self._preview:
            with Stopwatch(log.info, command_words.SECONDS).stage(command_words.STAGE_CHECK):
                findings = self.checks.findings()
            stopping = [finding for finding in findings if finding.grade is not Grade.NOTICE]
            for line in screen_lines(stopping):
                log.error(line)
            if stopping:
                raise InvalidAfterAll(why_stopped(stopping))

    def _begin_leaves(self, writer: SiteWriter, base: str) -> LeafProcesses:
        """Begin with the leaf pages. What the engine's own pages found out is known to every process.

        They are filled into shells; where the samples do not come out as the engine made them, it makes each page.
        """
        shells, samples = Shells(self._frame.render), self._samples.items()
        different = [uri for uri, html in samples if shells(self._specs[uri].make()) != html.encode()]
        self._shells_fit = not different
        if different:
            log.info(command_words.SHELLS_DIFFER.format(pages=command_words.LIST_SEPARATOR.join(different)))
        leaves = [spec for spec in self._specs.values() if is_leaf(spec)] if self._samples else []
        in_shell = shells if self._shells_fit else lambda page, _: self._frame.render(page).encode()
        return LeafProcesses(LeafJob(leaves, writer, in_shell, base), processes_for(len(leaves), self.config.jobs))

    def _generated(self, uri: str) -> Page | None:
        """The generated page for a file of MkDocs; None for a hand-written page."""
        if self.findings and uri == "index.md":
            return findings_page(list(self.findings))
        if uri not in self._specs:
            return None
        try:
            return self._specs[uri].make()
        except Exception as error:
            self.on_build_error(error=error)  # before the engine says something in English
            raise

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """A preview of MkDocs watches the ledger and the templates, too."""
        for path in (Path(config.config_file_path or ".").parent / self.config.ledger, TEMPLATES, site_files.THEME):
            server.watch(str(path))
        return server
