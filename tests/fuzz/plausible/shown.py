"""What readers see of a site's files, and what must never stand there: words of the program, signs without a word."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import Any, Final

WRONG: Final = re.compile(
    r"\bNone\b|\b[Nn]a[Nn]\b|\bUndefined\b|\bundefined\b|\bInfinity\b|Decimal\(|datetime\.|<[a-z_.]+ object"
    r"|\bTrue\b|\bFalse\b|\{[a-z_]*\}|%\([a-z]+\)s|[。，、；：]{2}|[，、；：]。|[（(《“][）)》”]|[（《“][。，、；：]|(?<![。！？…])[，、；：][）》”]"
    r"|^\s*[，、；。）》”]|共共|的的|了了",
    re.MULTILINE,
)
"""``{title}`` and the like, two stops in a row, brackets with nothing in them, a comma at an edge of a bracket, a line
that begins with a stop: the word between is missing."""
INLINE: Final = re.compile(
    r"</?(?:a|abbr|b|bdi|code|data|em|i|kbd|mark|q|s|small|span|strong|sub|sup|time|u|var|wbr)\b[^>]*>"
)
HIDDEN: Final = re.compile(r"<(script|style|template|pre)\b.*?</\1>", re.DOTALL)
TAG: Final = re.compile(r"<[^>]*>")
SPOKEN: Final = re.compile(r'\s(?:title|alt|aria-label|placeholder|content|data-label)="([^"]*)"')


def wrong_words(path: str, content: bytes | str) -> Iterator[str]:
    """Each place of a file where something stands that no reader should meet, with the words around it."""
    text = _text(path, content)
    for found in WRONG.finditer(text):
        yield f"{path}: …{text[max(found.start() - 40, 0) : found.end() + 25]}…"


def _text(path: str, content: bytes | str) -> str:
    """What a reader sees of a file, line by line; nothing of one that is no text."""
    kind = path.rpartition(".")[2] if "." in path.rpartition("/")[2] else "html"
    if kind in ("sqlite", "parquet", "png", "zip"):
        return ""
    if kind == "xlsx":
        assert isinstance(content, bytes)
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            names = [name for name in book.namelist() if name.startswith(("xl/worksheets/sheet", "xl/sharedS"))]
            return "\n".join(_of_tags(book.read(name).decode()) for name in names)
    text = content.decode("utf-8-sig") if isinstance(content, bytes) else content
    if kind in ("json", "jsonld"):
        return "\n".join(_strings(json.loads(text)))
    if kind == "ics":
        return text.replace("\r\n ", "").replace("\\n", "\n")
    return _of_tags(text) if kind in ("html", "svg", "xml", "atom") else text


def _of_tags(text: str) -> str:
    """The text of HTML or XML, block by block, and what is told of pictures and links in it."""
    text = HIDDEN.sub("", text)
    return html.unescape("\n".join((*SPOKEN.findall(text), TAG.sub("\n", INLINE.sub("", text)))))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
