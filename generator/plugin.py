"""MkDocs, known to this module alone: the plugin that brings the ledger's pages, and the runs of the engine."""

from __future__ import annotations

import logging
import os
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import base, load_config
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from generator import export, render, terms
from generator.derive import Book
from generator.pipeline import Checked, Faulty, Stopwatch, load
from generator.render import Page
from generator.text import read_documents

log = logging.getLogger("mkdocs.plugins.ledger")


class LedgerConfig(base.Config):  # type: ignore[no-untyped-call]  # MkDocs gives its hook no types
    """Settings of the plugin in mkdocs.yml."""

    ledger = c.Type(str, default="data")
    """Folder of the ledger, relative to mkdocs.yml."""
    contract = c.Type(str, default="datapackage.json")
    """The contract, relative to mkdocs.yml."""
    sources = c.Type(str, default="")
    """Folder with the official texts ``<document>.txt``; empty: pages go without the official wording."""


class LedgerPlugin(BasePlugin[LedgerConfig]):  # type: ignore[no-untyped-call]  # as above
    """Checks the ledger before anything is written, then hands its pages and downloads to MkDocs."""

    checked: Checked
    book: Book
    pages: dict[str, Page]

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check; set the site's name and navigation. A faulty ledger stops the build here."""
        root = Path(config.config_file_path or ".").parent
        try:
            self.checked = load(root / self.config.ledger, root / self.config.contract, Stopwatch(log.info))
        except Faulty as faulty:
            for finding in faulty.findings:
                log.error(str(finding))
            raise Abort(terms.FAULTY.format(count=len(faulty.findings))) from faulty
        self.book = Book(self.checked.ledger)
        texts: dict[str, str] = {}
        if self.config.sources:
            texts = read_documents(root / self.config.sources, list(self.book.documents))
        with Stopwatch(log.info).stage(terms.STAGE_RENDER):
            found = render.pages(self.book, self.checked.site, self.checked.contract, texts)
            self.pages = {render.source_path(p.path): p for p in found}
        self._settings(config)
        return config

    def _settings(self, config: MkDocsConfig) -> None:
        site = self.checked.site
        if self.book.as_of:  # the only clock that MkDocs listens to, for the dates of its sitemap
            moment = datetime.combine(self.book.as_of, time(), UTC)
            os.environ["SOURCE_DATE_EPOCH"] = str(int(moment.timestamp()))
        config.site_name = site.name
        config.site_description = site.description
        config.site_url = site.url
        config.extra["ledger"] = site
        config.nav = [{p.nav_title: uri} for uri, p in self.pages.items() if p.nav_title]
        config.nav.append("about.md")

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a file for each generated page."""
        for uri in self.pages:
            files.append(File.generated(config, uri, content=""))
        return files

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Give a generated page its title and description; its body is HTML and comes after Markdown."""
        if own := self.pages.get(page.file.src_uri):
            page.meta = {
                "title": own.title or self.checked.site.name,
                "description": own.description or self.checked.site.description,
                "kind": own.kind,
                "column": own.kind == terms.INDEX,
                "hide": ["navigation"],
            }
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """The body and the table of contents of a generated page."""
        own = self.pages.get(page.file.src_uri)
        if own is None:
            return html
        page.toc = get_toc(_tokens(own))
        return own.body

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the data package and the ledger's own files beside the pages."""
        with Stopwatch(log.info).stage(terms.STAGE_EXPORT):
            folder = Path(config.site_dir)
            export.write(export.package(self.checked, self.book.as_of), folder)
            export.write(export.series(self.checked), folder)
            export.write(export.ledger_files(self.checked.folder), folder)

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Watch the ledger and the templates, too."""
        for path in (self.checked.folder, render.TEMPLATES):
            server.watch(str(path))
        return server


def _tokens(page: Page) -> list[Any]:
    """Headings as the tokens of Markdown's toc extension: level 3 under the level 2 before it."""
    tokens: list[Any] = []
    for heading in page.headings:
        token = {"level": heading.level, "id": heading.id, "name": heading.title, "children": []}
        if heading.level > 2 and tokens:
            tokens[-1]["children"].append(token)
        else:
            tokens.append(token)
    return tokens


def build(config_file: Path, site: Path, sources: str = "") -> str:
    """Build the whole site into a folder, which is emptied first; returns the path at which it will live.

    Raises Abort when the ledger is faulty or MkDocs warned of anything.
    """
    config = load_config(str(config_file), site_dir=str(site), strict=True)
    if sources:
        config.plugins["ledger"].config["sources"] = str(Path(sources).resolve())
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build.build(config)
    config.plugins.on_shutdown()
    return urlsplit(config.site_url or "").path or "/"


def serve(config_file: Path) -> None:
    """Serve the site at 127.0.0.1:8000 and build it again when the ledger changes."""
    mkdocs_serve.serve(str(config_file), dev_addr="127.0.0.1:8000", open_in_browser=False)
