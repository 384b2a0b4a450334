"""The search index: Pagefind's files, made from the articles of the built pages and what the ledger says of records."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from html import escape
from itertools import chain
from pathlib import Path, PurePosixPath
from threading import Thread
from typing import IO, Any

from pagefind_bin import get_executable

from generator.language import command_words
from generator.publish.search import lexicon
from generator.publish.search.coding import encode, encode_kind, encode_number, encode_syllables
from generator.publish.search.entries import SearchEntry, built, entries
from generator.publish.search.names import GENERAL, Synonyms, known_as
from generator.publish.search.record_texts import SearchSource
from generator.support.cache_store import digest, program

__all__ = ["SearchEntry", "SearchFailed", "built", "encode", "entries", "index", "key", "known_as"]

UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "pagefind-worker.js")
"""Files of Pagefind that this site does not load."""
END = b","
"""Behind each message and each answer."""
PROGRAM = "wasm.unknown.pagefind"
PARTS = "fragment", "index"
"""The folders of an index: an entry has a file in the first one."""
PAGE = '<html lang="zh"><body>{meta}<p>{text}</p></body></html>'
META = '<meta data-pagefind-meta="{key}[content]" content="{words}">'


class SearchFailed(Exception):
    """Pagefind ended with an error, whose message is its own, or left an index that is not whole."""


def key(site: Path, known: Mapping[str, bytes], synonyms: Synonyms = ()) -> bytes:
    """A digest of all that the index of a built site is made from; ``known`` has digests of pages."""
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    digests = (known.get(name) or digest((site / name).read_bytes()) for name in pages)
    return digest(program(), repr(synonyms), *(part for pair in zip(pages, digests, strict=True) for part in pair))


def index(articles: Iterable[tuple[str, str]], site: Path, source: SearchSource | None = None) -> int:
    """Write the index of articles to ``pagefind/`` below the site; returns how many entries it has.

    Args:
        articles: of each page its address, relative to the site, and its HTML.
        site: the folder of the site.
        source: what the search knows beside the pages.

    Raises:
        SearchFailed: Pagefind failed, or what it wrote is not whole, as on a full disk.
    """
    source, words, count = source or SearchSource(), lexicon.Lexicon(), 0
    synonyms = (*source.synonyms, *GENERAL)
    pages: dict[str, str] = {}
    for entry in chain.from_iterable(entries(path, article, source.texts) for path, article in articles):
        known = known_as(entry, synonyms)
        pages[(PurePosixPath(entry.path) / "index.html").as_posix()] = _page(known, words.add(known))
        count += 1
    _run(pages, site / "pagefind")
    if not is_whole(site / "pagefind", count):
        raise SearchFailed(command_words.SEARCH_NOT_WHOLE)
    (site / "pagefind" / lexicon.FILE).write_bytes(words.file(source.place))
    return count


def _page(entry: SearchEntry, number: int | None) -> str:
    words = {key: encode(getattr(entry, key)) for key in ("title", "names", "about")}
    if entry.also:
        words["also"] = encode(entry.also)
    if entry.spelled:
        words["spelled"] = encode_syllables(entry.spelled)
    if number is not None:
        words["number"] = encode_number(number)
    words["kind"] = encode_kind(entry.kind)
    meta = "".join(META.format(key=key, words=escape(value)) for key, value in words.items())
    return PAGE.format(meta=meta, text=escape(encode(entry.text)))


def _run(pages: Mapping[str, str], output: Path) -> None:
    """Pagefind over pages, given by their paths; what the site does not load is left out.

    It is given one page after the other: a folder that it reads by itself comes in the order of the file system, and
    so would the index. It gives the files of the index back, and they are written here: when it writes them, it ends
    before the last ones are whole.

    Raises:
        SearchFailed: Pagefind tells of an error, or ends early.
    """
    shutil.rmtree(output, ignore_errors=True)
    command, pipe = [str(get_executable()), "--service"], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as pagefind:
        assert pagefind.stdin and pagefind.stdout
        sender = Thread(target=_send, args=(pagefind.stdin, _messages(pages)))
        sender.start()
        try:
            files = next((answer["files"] for answer in _answers(pagefind.stdout) if "files" in answer), None)
        finally:
            pagefind.kill()
            sender.join()
    if files is None:
        raise SearchFailed(command_words.SEARCH_NOT_WHOLE)
    for file in files:
        path = output / file["path"]
        if not any(path.match(pattern) for pattern in UNUSED):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b64decode(file["content"]))


def _messages(pages: Mapping[str, str]) -> Iterator[dict[str, object]]:
    """What Pagefind is told: a new index, its pages, and to give its files."""
    yield {"type": "NewIndex"}
    for name, content in sorted(pages.items()):
        yield {"type": "AddFile", "index_id": 0, "file_path": name, "file_contents": content}
    yield {"type": "GetFiles", "index_id": 0}


def _answers(output: IO[bytes]) -> Iterator[dict[str, Any]]:
    """What Pagefind answers. Raises SearchFailed where it tells of an error."""
    parts: list[bytes] = []
    while part := output.read1():  # type: ignore[attr-defined]  # it is buffered
        *ends, rest = part.split(END)
        for end in ends:
            answer: dict[str, Any] = json.loads(b64decode(b"".join((*parts, end))))["payload"]
            if answer["type"] == "Error":
                raise SearchFailed(answer["message"])
            parts = []
            yield answer
        parts.append(rest)


def _send(to: IO[bytes], messages: Iterable[dict[str, object]]) -> None:
    """Send messages, as long as somebody takes them."""
    with suppress(OSError, ValueError):
        for number, message in enumerate(messages, 1):
            to.write(b64encode(json.dumps({"message_id": number, "payload": message}).encode()) + END)
        to.flush()
        return
    with suppress(OSError):
        to.close()  # nobody waits for answers that cannot come


def is_whole(folder: Path, count: int) -> bool:
    """Whether an index has so many entries and every file that it lists: Pagefind tells nothing of a full disk."""
    try:
        ((code, language),) = json.loads((folder / "pagefind-entry.json").read_bytes())["languages"].items()
        lists = _unpacked(folder / f"pagefind.{language['hash']}.pf_meta")
        named = set(re.findall(rf"{code}_[0-9a-f]{{7,}}", lists.decode("latin-1")))
        parts = {path.name.partition(".")[0]: path for kind in PARTS for path in (folder / kind).iterdir()}
        whole = all(map(_unpacked, parts.values())) and bool(_unpacked(folder / PROGRAM))
        return whole and parts.keys() == named and len(list((folder / PARTS[0]).iterdir())) == count
    except (OSError, EOFError, ValueError, KeyError, TypeError, zlib.error):
        return False


def _unpacked(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes())
