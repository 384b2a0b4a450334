"""What the engine, MkDocs, does for a site: runs of it, and pages in its theme."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jinja2 import BytecodeCache, Environment
from markdown import Markdown
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc
from mkdocs.theme import Theme

from generator.language import command_words, page_words
from generator.ledger.reading.findings import Finding
from generator.pages.markdown import source_path
from generator.pages.page import Page
from generator.publish.engine_settings import (
    MARKDOWN_EXTENSIONS,
    PLUGIN,
    THEME_NAME,
    UNREAD,
    message_of,
    trusted_settings,
)
from generator.publish.handwritten_pages import refuse_unreadable
from generator.publish.leaf_pages import file_of, is_leaf
from generator.publish.links.check import KnownPages
from generator.publish.page_shells import Shells
from generator.publish.search.record_texts import SearchSource
from generator.publish.site_content import BackgroundChecks, BuildOptions, SiteContent
from generator.publish.site_writer import BuildStopped, SiteWriter
from generator.support.child_process import CAN_FORK
from generator.support.packaged_files import DOCS, SETTINGS, own_or_packaged

if TYPE_CHECKING:
    from generator.publish.mkdocs_plugin import LedgerPlugin

FEWEST_ROWS = 5_000
"""Rows for which a process that checks them is worth its start."""
THEME_ICON = "assets/images/favicon.png"
"""The theme's own icon, which no page of ours shows."""
HIDDEN = {".html", ".md", ".py", ".pyc", ".yml"}
"""Endings of files of the theme that are no part of a site."""
THEME = Path(__file__).parent / "theme"
"""What this site adds to the theme of the engine."""

LOG = logging.getLogger(mkdocs_build.log.name.partition(".")[0])
"""What the engine logs, whatever the engine is called."""
OWN_LOG = LOG.getChild("plugins.ledger")
"""What this program logs while the engine runs."""


def log_to(handler: logging.Handler) -> None:
    """Send the engine's warnings and all words of our own to a handler."""
    LOG.setLevel(logging.WARNING)
    OWN_LOG.setLevel(logging.INFO)
    LOG.addHandler(handler)


def is_own(record: logging.LogRecord) -> bool:
    """Whether a line of the log is ours; the engine's are English."""
    return record.name == OWN_LOG.name


# -- runs


class InvalidAfterAll(SystemExit):
    """The ledger has faults, as is known only now. The engine catches no such thing, and says nothing in English."""


@dataclass(frozen=True, slots=True)
class EngineRun:
    """What a run of the engine gives: the path at which the site will live, what is known of its pages, and what the
    search knows beside them."""

    base: str
    known: KnownPages
    search: SearchSource


class Project:
    """A project's mkdocs.yml with the options of a build."""

    def __init__(self, config_file: Path, options: BuildOptions) -> None:
        """Read the settings. Raises BuildStopped when they are not there or not right."""
        self._config = _load_settings(config_file, trust=options.trust)
        self._plugin: LedgerPlugin = self._config.plugins[PLUGIN]  # type: ignore[assignment]  # its name there
        self._plugin.forget()
        _override(self._plugin, options)

    @property
    def keep(self) -> list[str]:
        """Patterns of files that go on to the next site although this program did not write them."""
        return self._plugin.config.keep

    @property
    def search(self) -> bool:
        """Whether the site gets its search index."""
        return self._plugin.config.search

    @property
    def may_fork(self) -> bool:
        """Whether the work may be shared by several processes."""
        return CAN_FORK and self._plugin.config.jobs != 1

    @property
    def sources(self) -> list[Path]:
        """The files and folders that the site is made from."""
        inputs = self._plugin.inputs(self._config)
        folders = (*docs_folders(self._config), self._config.theme.custom_dir)
        own = [Path(folder) for folder in folders if folder]
        return [inputs.ledger, inputs.contract, *own, *([inputs.sources] if inputs.sources else [])]

    def preview(self, address: str, checks: BackgroundChecks | None, bytecode: MemoryBytecode) -> PreviewedSite:
        """The site of a preview, with pages that are made when they are asked for.

        Args:
            address: where it is shown.
            checks: what checks the ledger meanwhile; None where it is checked first.
            bytecode: the compiled templates of pages and of the theme.
        """
        config, plugin = self._config, self._plugin
        config.site_url = address
        plugin.on_demand, plugin.checks = bytecode, checks
        config.plugins.on_startup(command="serve", dirty=False)
        try:
            config = config.plugins.on_config(config)
            config.plugins.on_pre_build(config=config)
            env, files = config.theme.get_env(), get_files(config)
            files = config.plugins.on_files(files, config=config)
            set_exclusions(files, config)
            nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
            env = config.plugins.on_env(env, config=config, files=files)
        except Abort as abort:
            raise BuildStopped(message_of(abort)) from abort
        documents = files.documentation_pages()
        return PreviewedSite(plugin, PageFrame(config, nav, files, env, documents, plugin.put))

    def build(self, writer: SiteWriter) -> EngineRun:
        """Build the whole site into the writer's new folder, which is emptied first.

        Raises:
            BuildStopped: the ledger has faults, or MkDocs warned of anything.
        """
        config, self._plugin.writer = self._config, writer
        self._plugin.checks = BackgroundChecks(FEWEST_ROWS) if self.may_fork else None
        config.site_dir = str(writer.new)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build.build(config)
        except Abort as abort:
            if abort.__cause__ is None:  # not the plugin's own
                raise BuildStopped(command_words.ENGINE_WARNED) from abort
            raise BuildStopped(message_of(abort)) from abort
        except InvalidAfterAll as invalid:
            raise BuildStopped(str(invalid)) from invalid
        finally:
            config.plugins.on_shutdown()
        return EngineRun(base_path(config), self._plugin.known_pages(), self._plugin.search_source)


def _load_settings(file: Path, *, trust: bool) -> MkDocsConfig:
    """The settings of a folder's mkdocs.yml, or the packaged ones where it has none. Raises BuildStopped."""
    used = own_or_packaged(file, SETTINGS)
    if not used.exists() or used.is_dir() or not file.absolute().parent.is_dir():
        raise BuildStopped(command_words.NO_CONFIG.format(file=file))
    settings = trusted_settings(file, used, trust=trust)
    docs = own_or_packaged(file.absolute().parent / settings.docs, DOCS)
    refuse_unreadable(docs)
    try:
        with used.open("rb") as stream:
            config = load_config(stream, config_file_path=str(file.absolute()), strict=True, docs_dir=str(docs))
    except (MkDocsException, *UNREAD) as error:
        raise BuildStopped(command_words.BAD_CONFIG.format(file=file, message=message_of(error))) from error
    if PLUGIN not in config.plugins:
        raise BuildStopped(command_words.BAD_CONFIG.format(file=file, message=command_words.CONFIG_NO_PLUGIN))
    return config


def _override(plugin: LedgerPlugin, options: BuildOptions) -> None:
    """Let options stand above the settings of the plugin."""
    paths = {"ledger": options.data, "contract": options.contract, "sources": options.sources}
    plugin.config.update({name: str(path.resolve()) for name, path in paths.items() if path})
    plugin.config["search"] = plugin.config["search"] and options.search
    if not options.further:
        plugin.config["formats"] = []
    plugin.config["jobs"] = options.jobs or plugin.config["jobs"]


def docs_folders(config: MkDocsConfig) -> tuple[Path, ...]:
    """Where hand-written pages are: the folder's own docs/, and behind it those that the program brings."""
    return tuple(dict.fromkeys((Path(config.docs_dir), DOCS)))


def packaged_files(config: MkDocsConfig, files: Files) -> list[File]:
    """The files of the program's docs/ that the folder's own docs/ does not have."""
    site, directories = config.site_dir, config.use_directory_urls
    names = (path.relative_to(DOCS).as_posix() for path in sorted(DOCS.rglob("*")) if path.is_file())
    return [File(name, str(DOCS), site, directories) for name in names if not files.get_file_from_path(name)]


def base_path(config: MkDocsConfig) -> str:
    """The path at which the site will live."""
    return urlsplit(config.site_url or "").path or "/"


def add_version(config: MkDocsConfig, folder: str, version: str) -> None:
    """Let the addresses of the site's own scripts and styles, which are below a folder, end with their version."""
    config.extra["asset_version"] = version
    config.extra_css = [f"{path}{version}" if path.startswith(f"{folder}/") else path for path in config.extra_css]
    for script in config.extra_javascript:
        if isinstance(script, ExtraScriptValue) and script.path.startswith(f"{folder}/"):
            script.path += version


# -- pages in the theme


class LeafFile(File):
    """A page that links may lead to and that MkDocs does not build."""

    def is_documentation_page(self) -> bool:
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """It is written when everything else is there."""


class FramePage(MkDocsPage):
    """A page that is rendered beside those that the engine builds by itself."""


@dataclass(frozen=True, slots=True)
class PageFrame:
    """The theme around a page."""

    config: MkDocsConfig
    nav: Navigation
    files: Files
    env: Environment
    documents: Sequence[File]
    """The files that are pages of MkDocs."""
    put: Callable[[MkDocsPage, Page], None]
    """Puts a generated page into a page of MkDocs."""

    def render(self, page: Page) -> str:
        """What MkDocs makes of a page that is none of its files: a shell, when the page's values are markers."""
        file = File.generated(self.config, source_path(page.path), content="")
        own = FramePage(None, file, self.config)
        own.markdown = ""
        self.put(own, page)
        return self.render_file(own)

    def render_file(self, page: MkDocsPage) -> str:
        """What MkDocs makes of one of its pages, whose Markdown is rendered already."""
        page.active = True
        try:
            context = mkdocs_build.get_context(self.nav, self.documents, self.config, page)
            context = self.config.plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
            output = self.env.get_template(str(page.meta.get("template", "main.html"))).render(context)
            return self.config.plugins.on_post_page(output, page=page, config=self.config)
        finally:
            page.active = False

    def render_template(self, name: str) -> str:
        """What MkDocs makes of a template of the theme that is a file of the site, such as 404.html."""
        context = mkdocs_build.get_context(self.nav, self.files, self.config, base_url=base_path(self.config))
        context = self.config.plugins.on_template_context(context, template_name=name, config=self.config)
        output = self.env.get_template(name).render(context)
        return self.config.plugins.on_post_template(output, template_name=name, config=self.config)


def put(page: MkDocsPage, generated: Page) -> None:
    """Put a generated page into a page of MkDocs. The theme prints titles and descriptions as they are: as HTML."""
    page.meta = {
        "title": escape(generated.title),
        "description": escape(generated.description),
        "kind": generated.kind,
        "column": generated.kind == page_words.INDEX,
        "page_tags": [(name, escape(content)) for name, content in generated.tags],
        "hide": ["navigation"] if generated.headings and generated.kind != page_words.HOME else ["navigation", "toc"],
    }
    beside = [SimpleNamespace(url=path) if path else None for path in generated.beside]
    page.previous_page, page.next_page = beside  # type: ignore[assignment]  # the theme reads nothing but the address
    page.content = generated.body
    page.toc = get_toc(_toc_tokens(generated))
    page.edit_url = escape(generated.edit_url) or None


def _toc_tokens(page: Page) -> list[Any]:
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


# -- a preview


@dataclass(frozen=True, slots=True)
class MemoryBytecode:
    """Compiled templates that a preview has in memory."""

    pages: BytecodeCache
    theme: BytecodeCache


def theme_environment(bytecode: BytecodeCache) -> Environment:
    """An environment with the templates of the theme, for compiling them before a site is there.

    Markdown imports its extensions meanwhile.
    """
    Markdown(extensions=MARKDOWN_EXTENSIONS)
    theme = Theme(name=THEME_NAME)
    theme.dirs.insert(0, str(THEME))
    env: Environment = theme.get_env()
    env.bytecode_cache = bytecode
    return env


class PreviewedSite:
    """A site whose files are made when they are asked for; nothing is written."""

    def __init__(self, plugin: LedgerPlugin, frame: PageFrame) -> None:
        """Take a plugin that has seen the engine's files and navigation."""
        self._plugin, self._frame = plugin, frame
        self._shells = Shells(frame.render)
        self._specs = {file_of(spec): spec for spec in plugin.content.specs} if plugin.content else {}
        self._files = {file.dest_uri: file for file in frame.files if not isinstance(file, LeafFile)}
        for file in frame.files.documentation_pages():
            if file.page and file.dest_uri not in self._specs:  # the navigation shows its title
                file.page.read_source(frame.config)

    @property
    def content(self) -> SiteContent | None:
        """What the site is made of; None where the ledger has faults."""
        return None if self._plugin.findings else self._plugin.content

    def show(self, findings: list[Finding]) -> None:
        """Show findings at every address instead of pages."""
        self._plugin.findings = findings

    def not_found(self) -> bytes:
        """The page of an address that is not there; of every address while there are findings."""
        return self._frame.render_template("404.html").encode()

    def file(self, name: str) -> bytes | None:
        """A page or a file of docs/ and the theme; None where there is none, and for pages while there are findings."""
        if name in self._specs and not self._plugin.findings:
            spec = self._specs[name]
            if is_leaf(spec):
                return self._shells(spec.make())
        file = self._files.get(name)
        if file is None:
            return self._frame.render_template(name).encode() if name == "sitemap.xml" else self._theme_file(name)
        if not file.is_documentation_page():
            return file.content_bytes
        return None if self._plugin.findings else self._page(file).encode()

    def _theme_file(self, name: str) -> bytes | None:
        """A file of the theme; looking for one is quicker than listing its thousands of icons."""
        parts = name.split("/")
        if ".." in parts or Path(name).suffix in HIDDEN or not name:
            return None
        paths = (Path(folder, *parts) for folder in self._frame.config.theme.dirs)
        return next((path.read_bytes() for path in paths if path.is_file()), None)

    def _page(self, file: File) -> str:
        config, files = self._frame.config, self._frame.files
        page = file.page or MkDocsPage(None, file, config)
        page = config.plugins.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        markdown = config.plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
        page.markdown = markdown
        page.render(config, files)
        page.content = config.plugins.on_page_content(page.content or "", page=page, config=config, files=files)
        return self._frame.render_file(page)
