"""What the engine, MkDocs, does for a site: runs of it, and pages in its theme."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from generator.language import command_words, page_words
from generator.pages.markdown import source_path
from generator.pages.page import Page
from generator.publish.link_check import KnownPages
from generator.publish.site_writer import BuildStopped, SiteWriter

if TYPE_CHECKING:
    from generator.publish.mkdocs_plugin import LedgerPlugin

_TAG = re.compile("<[^>]+>")


# -- runs


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What a build does otherwise than the settings in mkdocs.yml say; None where it does as they say."""

    data: Path | None = None
    contract: Path | None = None
    sources: Path | None = None
    search: bool = True
    further: bool = True
    """Whether there are downloads beside CSV and JSON."""
    jobs: int | None = None
    """How many processes make the leaf pages."""


@dataclass(frozen=True, slots=True)
class EngineRun:
    """What a run of the engine gives: the path at which the site will live, and what is known of its pages."""

    base: str
    known: KnownPages


class Project:
    """A project's mkdocs.yml with the options of a build."""

    def __init__(self, config_file: Path, options: BuildOptions) -> None:
        """Read the settings. Raises BuildStopped when they are not there or not right."""
        if not config_file.is_file():
            raise BuildStopped(command_words.NO_CONFIG.format(file=config_file))
        try:
            self._config = load_config(str(config_file), strict=True)
        except MkDocsException as error:
            raise BuildStopped(command_words.BAD_CONFIG.format(file=config_file, message=_message(error))) from error
        self._plugin: LedgerPlugin = self._config.plugins["ledger"]  # type: ignore[assignment]  # its name there
        _override(self._plugin, options)

    @property
    def keep(self) -> list[str]:
        """Patterns of files that go on to the next site although this program did not write them."""
        return self._plugin.config.keep

    def build(self, writer: SiteWriter) -> EngineRun:
        """Build the whole site into the writer's new folder, which is emptied first.

        Raises:
            BuildStopped: the ledger has faults, or MkDocs warned of anything.
        """
        config, self._plugin.writer = self._config, writer
        config.site_dir = str(writer.new)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build.build(config)
        except Abort as abort:
            if abort.__cause__ is None:  # not the plugin's own
                raise BuildStopped(command_words.ENGINE_WARNED) from abort
            raise BuildStopped(_message(abort)) from abort
        finally:
            config.plugins.on_shutdown()
        return EngineRun(base_path(config), self._plugin.known_pages())


def _message(error: Exception) -> str:
    return getattr(error, "message", None) or str(error)


def _override(plugin: LedgerPlugin, options: BuildOptions) -> None:
    """Let options stand above the settings of the plugin."""
    paths = {"ledger": options.data, "contract": options.contract, "sources": options.sources}
    plugin.config.update({name: str(path.resolve()) for name, path in paths.items() if path})
    plugin.config["search"] = plugin.config["search"] and options.search
    if not options.further:
        plugin.config["formats"] = []
    plugin.config["jobs"] = options.jobs or plugin.config["jobs"]


def serve(config_file: Path, port: int) -> None:
    """Serve the site on this machine and build it again when the ledger changes."""
    mkdocs_serve.serve(str(config_file), dev_addr=f"127.0.0.1:{port}", strict=False)


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


class FramePage(MkDocsPage):
    """A page that is rendered beside those that the engine builds by itself."""


@dataclass(frozen=True, slots=True)
class PageFrame:
    """The theme around a page."""

    config: MkDocsConfig
    nav: Navigation
    files: Files
    env: Environment
    put: Callable[[MkDocsPage, Page], None]
    """Puts a generated page into a page of MkDocs."""

    def render(self, page: Page) -> str:
        """What MkDocs makes of a page that is none of its files: a shell, when the page's values are markers."""
        file = File.generated(self.config, source_path(page.path), content="")
        own = FramePage(None, file, self.config)
        own.markdown, own.active = "", True
        self.put(own, page)
        context = mkdocs_build.get_context(self.nav, self.files.documentation_pages(), self.config, own)
        context = self.config.plugins.on_page_context(context, page=own, config=self.config, nav=self.nav)
        output = self.env.get_template("main.html").render(context)
        return self.config.plugins.on_post_page(output, page=own, config=self.config)


def put(page: MkDocsPage, generated: Page) -> None:
    """Put a generated page into a page of MkDocs. The theme prints titles and descriptions as they are: as HTML."""
    page.meta = {
        "title": escape(generated.title),
        "description": escape(generated.description),
        "kind": generated.kind,
        "column": generated.kind == page_words.INDEX,
        "page_tags": [(name, escape(content)) for name, content in generated.tags],
        "hide": ["navigation", "toc"] if generated.kind == page_words.HOME else ["navigation"],
    }
    page.content = generated.body
    page.toc = get_toc(_toc_tokens(generated))
    page.edit_url = generated.edit_url or None


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


def named_tables(html: str) -> str:
    """Tables of Markdown as generated pages have them: named by the heading above, a scope for each head, and for each
    cell a label, which is shown where the table is stacked."""
    heading = ""

    def rewritten(match: re.Match[str]) -> str:
        nonlocal heading
        if match[1]:
            heading = match[1]
            return match[0]
        labels = cycle(escape(unescape(_TAG.sub("", head))) for head in re.findall("<th>(.*?)</th>", match[0]))
        cells = re.sub("<td>", lambda _: f'<td data-label="{next(labels)}">', match[0])
        named = f'<table class="pl-table pl-stack" aria-labelledby="{heading}">'
        return cells.replace("<table>", named).replace("<th>", '<th scope="col">')

    return re.sub(r'<h\d id="([^"]+)"|<table>.*?</table>', rewritten, html, flags=re.DOTALL)
