"""Pages of the engine that this program fills: the theme around them, and what a generated page puts into one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.commands import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from generator.language import page_words
from generator.pages.markdown import source_path
from generator.pages.page import Page


def base_path(config: MkDocsConfig) -> str:
    """The path at which the site will live."""
    return urlsplit(config.site_url or "").path or "/"


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
