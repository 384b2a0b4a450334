"""The search index: Pagefind's files, made from the articles of the built pages.

Pagefind knows words between blanks, and Chinese has none. So a run of Chinese characters goes in as its overlapping
pairs: whatever two characters a reader types are found inside any longer word, and a longer query finds the places
where its pairs stand together. Each character is written as four letters, a word that neither Pagefind nor the
browser's word breaker takes apart; ``docs/assets/find.js`` writes queries the same way and reads excerpts back.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape
from itertools import chain
from pathlib import Path
from unicodedata import normalize

from pagefind_bin import get_executable
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.language import page_words, setting_words
from generator.support.cache_store import digest, program

RUN = re.compile(r"([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+)|([0-9０-９]+(?:[.．][0-9０-９]+)*|[A-Za-zＡ-Ｚａ-ｚ]+)")
"""What is searched for: Chinese characters, numbers, Latin words. The rest is kept for the excerpts."""
LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")
UNSEARCHED = {"index.html", "404.html", "search/index.html"}
"""The home page repeats what others say; the others are no pages to go to."""
UNINDEXED = 'data-search="none"'
"""In the heading of a page that repeats what others say, such as a form."""
UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "pagefind-worker.js")
"""Files of Pagefind that this site does not load."""
KIND_MARK = "q"
"""Before the letters of a kind: a word that no text has. Pagefind writes its own filters in another order each time."""
PAGE = '<html lang="zh"><body>{meta}<p>{text}</p></body></html>'
META = '<meta data-pagefind-meta="{key}[content]" content="{words}">'
MARKED = re.compile(r'<h[12][^>]* data-search="title".*?</h[12]>', re.DOTALL)
"""A heading that is found by itself."""
END = re.compile(r'<[^>]* data-search="end"')
"""From here on a page tells where its figures come from, in the same words as every other page."""
SILENT = "nav, h1, h2, thead, .pl-hint, [data-pagefind-ignore], [data-search=names] td"
"""What a page of a record says besides its own: labels, how to read it, where it comes from, what tables say of other
records."""


BY_ID = {page_words.UNIT, *setting_words.TERRITORIES.values()}
"""Kinds of pages that are found by their ids, too: a town's is its name in Latin letters."""

Synonyms = tuple[tuple[str, tuple[str, ...]], ...]
"""Everyday word → official words, as the settings of the site give them."""


class SearchFailed(Exception):
    """Pagefind ended with an error; the message is its own."""


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


class _Codes(dict[str, str]):
    """Characters → the letters that stand for them; of one ledger there are few thousand pairs."""

    def __missing__(self, word: str) -> str:
        code = word.lower().encode("utf-16-be").hex().translate(LETTERS)
        self[word] = code.upper() if word != word.lower() else code
        return self[word]


_CODES = _Codes()


def encode(text: str) -> str:
    """A text as words that Pagefind can index; blanks become ``|``, other signs stay."""
    return RUN.sub(lambda run: _pairs(run[1]) if run[1] else _word(run[2]), "|".join(text.split()))


@lru_cache(maxsize=1 << 16)  # pages say the same words again and again
def _pairs(run: str) -> str:
    return f" {' '.join([_CODES[run[i : i + 2]] for i in range(len(run) - 1 or 1)])} "


@lru_cache(maxsize=1 << 16)
def _word(run: str) -> str:
    return f" {''.join([_CODES[sign] for sign in normalize('NFKC', run)])} "


def built(site: Path) -> Iterator[tuple[str, str]]:
    """Address and article of each built page, in the order of addresses."""
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        html = path.read_text(encoding="utf-8")
        start = html.find("<article")
        if name not in UNSEARCHED and start >= 0:
            yield name.removesuffix("index.html"), html[start : html.find("</article>", start)]


def key(site: Path, known: Mapping[str, bytes], synonyms: Synonyms = ()) -> bytes:
    """A digest of all that the index of a built site is made from; ``known`` has digests of pages."""
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    digests = (known.get(name) or digest((site / name).read_bytes()) for name in pages)
    return digest(program(), repr(synonyms), *(part for pair in zip(pages, digests, strict=True) for part in pair))


def entries(path: str, article: str) -> Iterator[SearchEntry]:
    """The page of a record, headings of a list that are worth finding by themselves, or a page written by hand."""
    if UNINDEXED in article:
        return
    if 'data-search="page"' in article:
        body = _parse(END.split(article, 1)[0])
        yield from (_entry(path, heading, body) for heading in body.css("h1"))
    elif headings := MARKED.findall(article):
        yield from (_entry(path, node) for node in _parse("".join(headings)).css("[data-search]"))
    else:
        body = _parse(article)
        if heading := body.css_first("h1"):
            yield SearchEntry(path, page_words.EXPLANATION, heading.text().strip(), "", "", body.text(separator=" "))


def _parse(html: str) -> LexborNode:
    body = LexborHTMLParser(html).body
    assert body is not None  # the parser always makes one
    return body


def _entry(path: str, heading: LexborNode, article: LexborNode | None = None) -> SearchEntry:
    """What a heading says of itself, with the text of its article."""
    given = {key: value or "" for key, value in heading.attributes.items()}
    where = f"{path}#{given['id']}" if "id" in given else path
    title = heading.text().strip()
    names, about = given.get("data-names", ""), given.get("data-about", "")
    return SearchEntry(where, given["data-kind"], title, names, about, _text(article) if article else title)


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


def index(articles: Iterable[tuple[str, str]], site: Path, synonyms: Synonyms = ()) -> int:
    """Write the index of articles to ``pagefind/`` below the site; returns how many entries it has.

    An article is its address, relative to the site, and its HTML. ``synonyms`` are everyday words, each with the
    official words that it stands for.
    """
    count = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for entry in chain.from_iterable(entries(path, article) for path, article in articles):
            file = folder / entry.path / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_page(known_as(entry, synonyms)), encoding="utf-8")
            count += 1
        _run(folder, site / "pagefind")
    return count


def known_as(entry: SearchEntry, synonyms: Synonyms) -> SearchEntry:
    """An entry with the everyday words that its names and its line call for, and a unit with its id."""
    own = "\n".join((entry.title, entry.names, entry.about))
    pairs = [f"{word}={official}" for word, officials in synonyms for official in officials if official in own]
    if entry.kind in BY_ID and "/" in entry.path.rstrip("/"):
        id_ = entry.path.rstrip("/").rpartition("/")[2]
        pairs += [f"{spelled}={entry.title}" for spelled in dict.fromkeys((id_, id_.replace("-", "")))]
    return replace(entry, also="、".join(pairs))


def _page(entry: SearchEntry) -> str:
    words = {key: encode(getattr(entry, key)) for key in ("title", "names", "about")}
    if entry.also:
        words["also"] = encode(entry.also)
    words["kind"] = KIND_MARK + "".join(_CODES[sign] for sign in entry.kind)
    meta = "".join(META.format(key=key, words=escape(value)) for key, value in words.items())
    return PAGE.format(meta=meta, text=escape(encode(entry.text)))


def _run(pages: Path, output: Path) -> None:
    """Pagefind over a folder of pages; what the site does not load goes away again."""
    shutil.rmtree(output, ignore_errors=True)
    command = [str(get_executable()), "--silent", "--site", str(pages), "--output-path", str(output)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SearchFailed(done.stderr.strip())
    for pattern in UNUSED:
        for file in output.glob(pattern):
            file.unlink()
