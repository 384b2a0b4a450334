"""What can be found: an entry for each page of a record, each list, and each heading of the hand-written pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.language import page_words

UNSEARCHED = {"index.html", "404.html", "search/index.html"}
"""The home page repeats what others say; the others are no pages to go to."""
UNINDEXED = 'data-search="none"'
"""In the heading of a page that repeats what others say, such as a form."""
MARKED = re.compile(r'<h[12][^>]* data-search="(?:title|page)".*?</h[12]>', re.DOTALL)
"""A heading that is found by itself, or the title of a record's page."""
END = re.compile(r'<[^>]* data-search="end"')
"""From here on a page tells where its figures come from, in the same words as every other page."""
SILENT = "nav, h1, h2, thead, script, style, svg, .headerlink, .pl-hint, [data-pagefind-ignore], [data-search=names] td"
"""What a page says besides its own: labels, how to read it, where it comes from, what tables say of other records."""
BETWEEN_FACTS = "；"
ENDS = ("。", "；", "：", "？", "！", "，")
"""After these a text needs no other sign before the next."""
BLOCK_END = re.compile(r"</(?:p|li|dt|dd|td|th|h[1-6]|pre|summary)>")


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What can be found: an address, its kind, title, other names, one line about it, and its text."""

    path: str
    kind: str
    title: str
    names: str
    about: str
    text: str
    also: str = ""
    """Everyday words with the official word of its names that each stands for; the id of a unit with its name."""
    spelled: tuple[str, ...] = ()
    """Its title in Latin letters, syllable by syllable."""


def built(site: Path) -> Iterator[tuple[str, str]]:
    """Address and article of each built page, in the order of addresses."""
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        html = path.read_text(encoding="utf-8")
        start = html.find("<article")
        if name not in UNSEARCHED and start >= 0:
            yield name.removesuffix("index.html"), html[start : html.find("</article>", start)]


def entries(path: str, article: str, texts: Mapping[str, str] | None = None) -> Iterator[SearchEntry]:
    """The page of a record, headings of a list that are worth finding by themselves, or a page written by hand.

    Args:
        path: the address of the page, relative to the site.
        article: its HTML.
        texts: what the ledger says of the record of each address, and what is on the list of each name. A record that
            has none is read from its page.
    """
    if UNINDEXED in article:
        return
    headings = _parse("".join(MARKED.findall(article))).css("[data-search]")
    if headings and headings[0].attributes.get("data-search") == "page":
        text = (texts or {}).get(path)
        yield _entry(path, headings[0], _text(_parse(END.split(article, 1)[0])) if text is None else text)
    elif headings:
        about = (texts or {}).get(path.rstrip("/").rpartition("/")[2], "")
        for one in (_entry(path, node) for node in headings):
            yield replace(one, about=one.about or about) if one.path == path else one
    else:
        for one in _written(path, article):
            if one.text.strip() or one.title.strip():  # a page without words is on no list of results
                yield one if one.text.strip() else replace(one, text=one.title)


def _parse(html: str) -> LexborNode:
    body = LexborHTMLParser(html).body
    assert body is not None  # the parser always makes one
    return body


def _entry(path: str, heading: LexborNode, text: str = "") -> SearchEntry:
    """What a heading says of itself, with its text; Pagefind leaves out what has none."""
    given = {key: value or "" for key, value in heading.attributes.items()}
    where = f"{path}#{given['id']}" if "id" in given else path
    title = heading.text().strip()
    names, about = given.get("data-names", ""), given.get("data-about", "")
    return SearchEntry(where, given["data-kind"], title, names, about, text if text.strip() else title)


def _text(article: LexborNode) -> str:
    for node in article.css(SILENT):
        node.decompose()
    for figure in article.css("td.pl-number"):
        printed = figure.next
        if printed is not None and _without_blanks(printed) == _without_blanks(figure):
            printed.decompose()  # a hundred thousand figures need not be found twice
    return article.text(separator=" ")


def _without_blanks(node: LexborNode) -> str:
    return "".join(node.text().split())


def _written(path: str, article: str) -> Iterator[SearchEntry]:
    """A page written by hand, and each word that it explains."""
    body = _parse(BLOCK_END.sub(r"\n\g<0>", article))
    for node in body.css(".headerlink"):
        node.decompose()
    if heading := body.css_first("h1"):
        yield from (_term(path, term) for term in body.css("dt[id]"))
        title = _tidy(heading.text())
        for node in body.css(SILENT):
            node.decompose()
        yield SearchEntry(path, page_words.EXPLANATION, title, "", "", joined(map(_tidy, body.text().split("\n"))))


def _term(path: str, term: LexborNode) -> SearchEntry:
    """A word with what it means: the first sentence behind it."""
    meaning = term.next
    while meaning is not None and meaning.tag not in ("dd", "dt"):
        meaning = meaning.next
    words = _tidy(meaning.text()) if meaning is not None and meaning.tag == "dd" else ""
    where = f"{path}#{term.attributes['id']}"
    title = _tidy(term.text())
    return SearchEntry(where, page_words.EXPLANATION, title, "", words, title)


def _tidy(text: str) -> str:
    return " ".join(text.split())


def joined(facts: Iterable[str | None]) -> str:
    """Facts one after the other; what ends in a sign needs no other."""
    text = ""
    for fact in filter(None, facts):
        text += ("" if not text or text.endswith(ENDS) else BETWEEN_FACTS) + fact
    return text
