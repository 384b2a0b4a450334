"""Files that an office adds to a site, hand-written pages, styles, settings, and what is wrong in them.

The policy of pages blocks scripts and styles that stand inside of a page, and whatever is on another host. Browsers do
not say so to a reader, so each such place is a finding. Pages of which nothing can be made are told here, too.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Set
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from generator.ledger.load import InvalidLedger
from generator.ledger.reading.findings import Finding, Mark, worst_first
from generator.ledger.reading.nodes import Mapping, Node, Scalar, Sequence
from generator.ledger.reading.text_checks import personal_findings
from generator.publish.engine.settings import MARKDOWN_EXTENSIONS, read_settings
from generator.publish.markdown_limits import costly_places
from generator.publish.policy.blocked import Blocked, blocked_in, blocked_in_css, is_foreign
from generator.publish.policy.page_addresses import MARKDOWN, address_findings
from generator.support.files import UnfitFile, is_utf8

META: Final = re.compile(r"\A---[ \t]*\r?\n.*?\r?\n(?:---|\.\.\.)[ \t]*\r?\n", re.DOTALL)
"""The settings of a page at its beginning."""
SUSPECT: Final = re.compile(r"<[a-z!]|script:|\{:|!\[", re.IGNORECASE)
"""A page without any of these has nothing that is blocked: quick to look for."""
EMPHASIS: Final = re.compile("[*_]")
DEEP: Final = 300
"""So many signs of emphasis may be one in another, deeper than the engine goes."""
ALLOWED: Final = "{{ config.extra.policy.early_script }}"
"""What a template has in the place of the one script that the policy allows."""
PUBLIC_TEXTS: Final = (".txt", ".csv", ".json", ".js", ".xml")
"""Endings of other files that everybody may read."""


def own_findings(docs: Path, settings: Path, url: str, generated: Set[str] = frozenset()) -> list[Finding]:
    """What is wrong in the hand-written pages and the settings of a folder.

    Args:
        docs: the folder of hand-written pages, all of whose files can be read.
        settings: the folder's mkdocs.yml.
        url: where the site will live; empty where nobody knows.
        generated: the files of the site that are generated pages.
    """
    own = "{0.scheme}://{0.netloc}".format(urlsplit(url)) if url else ""
    findings = [finding for path in _files(docs) for finding in _of_file(path, _name(path, docs), own)]
    findings += address_findings(docs, generated)
    if settings.is_file():
        findings += _of_settings(settings, own)
    return findings


def refuse_faulty(docs: Path, settings: Path, url: str, generated: Set[str]) -> None:
    """Refuse a folder with any of :func:`own_findings`. Raises InvalidLedger."""
    if findings := own_findings(docs, settings, url, generated):
        raise InvalidLedger(worst_first(findings))


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix.lower() in READERS)


def _name(path: Path, folder: Path) -> str:
    return f"{folder.name}/{path.relative_to(folder).as_posix()}"


def _of_file(path: Path, name: str, own: str) -> Iterator[Finding]:
    content, kind = path.read_bytes(), path.suffix.lower()
    text = content.decode("utf-8-sig", errors="replace")
    if kind in MARKDOWN and not is_utf8(content):
        yield Finding("page-encoding", Mark(name))
        return
    yield from personal_findings(text, name)
    if kind in MARKDOWN and (costly := [*costly_places(text, name)]):
        yield from costly
        return
    try:
        yield from _placed(READERS[kind](text, own), text, name)
    except RecursionError:
        yield Finding("page-deep", Mark(name))


def _placed(found: Iterable[Blocked], text: str, name: str) -> Iterator[Finding]:
    """Findings with their lines: the next place at which the words stand, those that are told already left out."""
    after: dict[str, int] = {}
    lowered = text.lower()
    for one in found:
        at = -1
        for words in filter(None, map(str.lower, one.words)):
            at = lowered.find(words, after.get(words, 0))
            if at >= 0:
                after[words] = at + len(words)
                break
        yield Finding(one.code, Mark(name, text.count("\n", 0, max(at, 0)) + 1), {"value": one.value})


def _of_markdown(text: str, own: str) -> Iterator[Blocked]:
    text = META.sub("", text)
    if SUSPECT.search(text) or len(EMPHASIS.findall(text)) > DEEP:
        from markdown import Markdown  # noqa: PLC0415 takes 0.1 s, and few pages need it

        settings = {"tables": {"use_align_attribute": True}}  # the site has classes there
        html = Markdown(extensions=MARKDOWN_EXTENSIONS, extension_configs=settings).convert(text)
        yield from blocked_in(html, own)


def _of_picture(text: str, own: str) -> Iterator[Blocked]:
    """An SVG has its own styles and pictures; what it does when somebody opens it by itself is blocked."""
    for one in blocked_in(text, own):
        if one.code != "page-style" and not one.value.startswith("data:"):
            yield one


def _nothing(_: str, __: str) -> Iterator[Blocked]:
    return iter(())


READERS: Final[dict[str, Callable[[str, str], Iterator[Blocked]]]] = {
    **dict.fromkeys(MARKDOWN, _of_markdown),
    ".html": blocked_in,
    ".htm": blocked_in,
    ".css": blocked_in_css,
    ".svg": _of_picture,
    **dict.fromkeys(PUBLIC_TEXTS, _nothing),
}
"""Ending of a file → what finds in it what is blocked."""


# -- settings


def _of_settings(file: Path, own: str) -> Iterator[Finding]:
    """What is wrong in a folder's own settings, as far as they can be read: the engine tells the rest."""
    try:
        root = read_settings(file).root
    except UnfitFile:
        return
    if not isinstance(root, Mapping):
        return
    for node in (*_items(root.get("extra_css")), *_items(root.get("extra_javascript"))):
        address = node.get("path") if isinstance(node, Mapping) else node
        yield from _foreign(address, own)
    theme = root.get("theme")
    font = theme.get("font") if isinstance(theme, Mapping) else None
    if theme is not None and not (isinstance(font, Scalar) and font.text == "false"):
        yield Finding("settings-font", root.key_mark("theme"))
    if isinstance(theme, Mapping):
        for key in ("logo", "favicon"):
            yield from _foreign(theme.get(key), own)
        yield from _of_templates(file, theme.get("custom_dir"), own)
    extra = root.get("extra")
    if isinstance(extra, Mapping) and extra.get("analytics") is not None:
        yield Finding("page-foreign", extra.key_mark("analytics"), {"value": "extra.analytics"})
    words = root.get("copyright")
    if isinstance(words, Scalar):
        for one in blocked_in(words.text, own):
            yield Finding(one.code, words.mark, {"value": one.value})
        for finding in personal_findings(words.text, file.name):
            yield Finding(finding.code, words.mark, finding.values)


def _items(node: Node | None) -> Iterable[Node]:
    return node.items if isinstance(node, Sequence) else ()


def _foreign(node: Node | None, own: str) -> Iterator[Finding]:
    if isinstance(node, Scalar) and is_foreign(node.text, own):
        yield Finding("page-foreign", node.mark, {"value": node.text})


def _of_templates(file: Path, node: Node | None, own: str) -> Iterator[Finding]:
    """What is wrong in the folder's own templates of the theme."""
    folder = file.absolute().parent / node.text if isinstance(node, Scalar) and node.text else None
    there = folder is not None and os.path.isdir(folder)  # noqa: PTH112 Path.is_dir raises for a name that cannot be
    for path in _files(folder) if folder and there else ():
        yield from (
            one for one in _of_file(path, _name(path, folder or path), own) if one.values.get("value") != ALLOWED
        )
