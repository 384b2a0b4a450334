"""The other generators: how each lays out its project over the same Markdown files, and how it builds.

Each page is a file with front matter and a ready HTML body. Each generator gets the cheapest settings that still make a
site: no search, no feeds, and a navigation of home and lists where its theme has one.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bench.measure import ROOT

INSTALLED = ROOT / "build" / "bench-peers"
ADDRESS = "https://example.org"

THEME = """<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><title>{title}</title>
<meta name="description" content="{description}"><link rel="canonical" href="{address}"></head>
<body><nav>{toc}</nav><main>{body}</main></body></html>
"""
HUGO_THEME = THEME.format(
    title="{{ .Title }}",
    description="{{ .Description }}",
    address="{{ .Permalink }}",
    toc="{{ .TableOfContents }}",
    body="{{ .Content }}",
)
HUGO_SETTINGS = f"""baseURL = "{ADDRESS}/"
title = "bench"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404", "section"]
[markup.goldmark.renderer]
unsafe = true
"""
ELEVENTY_THEME = THEME.format(
    title="{{ title }}",
    description="{{ description }}",
    address=ADDRESS + "{{ page.url }}",
    toc="",  # it has none
    body="{{ content | safe }}",
)
ELEVENTY_SETTINGS = """module.exports = (config) => { config.addGlobalData("layout", "page.njk"); };\n"""
MKDOCS_SETTINGS = {
    "site_name": "bench",
    "site_url": f"{ADDRESS}/",
    "theme": {"name": "material", "language": "zh", "font": False},
    "plugins": [],
    "validation": {"nav": {"omitted_files": "ignore"}, "links": {"not_found": "ignore"}},
}


@dataclass(frozen=True, slots=True)
class Generator:
    """Another generator, and how it is used."""

    name: str
    theme: str
    command: tuple[str, ...]
    """Its program with arguments."""
    lay_out: Callable[[Path, Path], None]
    """Makes its project in a folder, from the folder of the Markdown files."""
    output: str
    """The folder that it writes."""

    @property
    def installed(self) -> bool:
        """Whether its program is there."""
        return shutil.which(self.command[0]) is not None


def _write(files: dict[Path, str]) -> None:
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _hugo(folder: Path, pages: Path) -> None:
    shutil.copytree(pages, folder / "content")
    (folder / "content" / "index.md").rename(folder / "content" / "_index.md")
    layouts = folder / "layouts"
    themes = {layouts / "_default" / "single.html": HUGO_THEME, layouts / "index.html": HUGO_THEME}
    _write({folder / "config.toml": HUGO_SETTINGS, **themes})


def _eleventy(folder: Path, pages: Path) -> None:
    shutil.copytree(pages, folder / "pages")
    theme = folder / "pages" / "_includes" / "page.njk"
    _write({folder / "eleventy.config.js": ELEVENTY_SETTINGS, theme: ELEVENTY_THEME})


def _mkdocs(folder: Path, pages: Path) -> None:
    shutil.copytree(pages, folder / "docs")
    lists = sorted(file.name for file in pages.glob("*.md") if file.with_suffix("").is_dir())
    settings = {**MKDOCS_SETTINGS, "nav": ["index.md", *lists]}
    _write({folder / "mkdocs.yml": json.dumps(settings)})  # JSON is YAML, too


ELEVENTY = str(INSTALLED / "eleventy" / "node_modules" / ".bin" / "eleventy")
GENERATORS = (
    Generator("Hugo", "bare theme", ("hugo", "--quiet"), _hugo, "public"),
    Generator("Eleventy", "bare theme", (ELEVENTY, "--quiet", "--input=pages", "--output=out"), _eleventy, "out"),
    Generator("MkDocs", "Material", (sys.executable, "-m", "mkdocs", "build", "--quiet"), _mkdocs, "site"),
)
INSTALL = ("npm", "install", "--no-audit", "--no-fund", f"--prefix={INSTALLED / 'eleventy'}", "@11ty/eleventy@3.1.8")
"""The command that installs Eleventy. Hugo is Debian's package, MkDocs and Material are our own dependencies."""
