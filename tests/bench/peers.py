"""Other site generators over the same pages, where they are installed: front matter and HTML bodies, a bare theme.

Hugo is Debian's. Eleventy and Zensical are looked for below ``build/bench-peers``, where ``--install-peers`` puts them.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.measure import ROOT, Cost, Failed, cost, middle, python
from tests.bench.projects import Ledger, Workshop
from tests.bench.report import Row, costed

HERE = ROOT / "build" / "bench-peers"
ELEVENTY = HERE / "eleventy" / "node_modules" / ".bin" / "eleventy"
ZENSICAL = HERE / "zensical" / "bin" / "zensical"
ADDRESS = "https://example.org"
PATIENCE = 300
"""Seconds after which a peer is given up."""

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
    toc="",  # it comes with none
    body="{{ content | safe }}",
)
ELEVENTY_SETTINGS = """module.exports = (config) => { config.addGlobalData("layout", "page.njk"); };\n"""
ZENSICAL_THEME = THEME.format(
    title="{{ page.title }}",
    description="{{ page.meta.description }}",
    address="{{ page.canonical_url }}",
    toc="{% for item in page.toc %}<a href='{{ item.url }}'>{{ item.title }}</a>{% endfor %}",
    body="{{ page.content }}",
)
ZENSICAL_SETTINGS = f"""[project]
site_name = "bench"
site_url = "{ADDRESS}/"
nav = [{{ home = "index.md" }}]
[project.theme]
custom_dir = "theme"
[project.plugins.search]
enabled = false
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator: where it is, how its project is laid out over the Markdown files, what builds it, what it writes."""

    name: str
    program: str | None
    lay_out: Callable[[Path, Path], None]
    arguments: tuple[str, ...]
    output: str
    up_to: int
    """Pages beyond which it takes minutes."""


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


def _zensical(folder: Path, pages: Path) -> None:
    shutil.copytree(pages, folder / "docs")
    theme = {folder / "theme" / "main.html": ZENSICAL_THEME, folder / "theme" / "404.html": "<!doctype html>\n"}
    _write({folder / "zensical.toml": ZENSICAL_SETTINGS, **theme})


def peers() -> tuple[Peer, ...]:
    """All that are measured."""
    eleventy = str(ELEVENTY) if ELEVENTY.exists() else None
    zensical = str(ZENSICAL) if ZENSICAL.exists() else None
    return (
        Peer("Hugo", shutil.which("hugo"), _hugo, ("--quiet",), "public", 1 << 30),
        Peer("Eleventy", eleventy, _eleventy, ("--quiet", "--input=pages", "--output=out"), "out", 1 << 30),
        Peer("Zensical", zensical, _zensical, ("build",), "site", 3_000),
    )


def install() -> None:
    """Bring the peers that come from package registries; one that cannot be had is not measured."""
    for command in (
        ["npm", "install", "--no-audit", "--no-fund", f"--prefix={HERE / 'eleventy'}", "@11ty/eleventy@3.1.2"],
        python("-m", "venv", str(HERE / "zensical")),
        [str(HERE / "zensical" / "bin" / "pip"), "install", "--quiet", "zensical"],
    ):
        try:
            cost(command, patience=PATIENCE)
        except (Failed, OSError) as failed:
            print(f"{command[0]}: {failed}")


def rows(workshop: Workshop, times: int) -> Iterator[Row]:
    """A row for each peer and size."""
    for ledger in workshop.ledgers:
        pages = workshop.folder / "markdown" / ledger.name
        contract = str(ROOT / "datapackage.json")
        cost(python("-m", "generator", "--data", str(ledger.data), "--contract", contract, "pages", str(pages)))
        yield from (_row(workshop, ledger, peer, pages, times) for peer in peers())
        shutil.rmtree(pages)


def _row(workshop: Workshop, ledger: Ledger, peer: Peer, pages: Path, times: int) -> Row:
    key, what = f"peer/{ledger.name}/{peer.name}", f"{ledger.name}: {peer.name}, bare theme"
    if peer.program is None:
        return Row(key, what, ledger.pages, ledger.observations, note="not installed")
    if ledger.pages > peer.up_to:
        return Row(key, what, ledger.pages, ledger.observations, note="not run: minutes")
    folder = workshop.folder / "peer"
    folder.mkdir()
    try:
        peer.lay_out(folder, pages)
        found = middle(times, lambda: _build(peer, folder))
        count = sum(1 for _ in (folder / peer.output).rglob("*.html"))
    except Failed as failed:
        return Row(key, what, ledger.pages, ledger.observations, note=f"failed: {str(failed)[-80:]!r}")
    finally:
        shutil.rmtree(folder)
    return costed(key, what, found, ledger.pages, ledger.observations, f"{count:,} pages written")


def _build(peer: Peer, folder: Path) -> Cost:
    """A first build: whatever the last one left goes away."""
    for left in (peer.output, "resources", ".cache"):
        shutil.rmtree(folder / left, ignore_errors=True)
    return cost([str(peer.program), *peer.arguments], folder, PATIENCE)
