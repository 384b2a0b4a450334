"""A site whose pages the engine makes when somebody asks for them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache, Environment
from markdown import Markdown
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.theme import Theme

from generator.ledger.reading.findings import Finding
from generator.publish.engine.page_frame import LeafFile, PageFrame
from generator.publish.engine.settings import MARKDOWN_EXTENSIONS, THEME_NAME
from generator.publish.engine.site_files import THEME
from generator.publish.leaf_pages import file_of, is_leaf
from generator.publish.page_shells import Shells
from generator.publish.site_content import SiteContent

if TYPE_CHECKING:
    from generator.publish.mkdocs_plugin import LedgerPlugin

HIDDEN = {".html", ".md", ".py", ".pyc", ".yml"}
"""Endings of files of the theme that are no part of a site."""


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
