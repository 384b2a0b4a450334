"""Small changes of an input that keep its structure: of texts, of tokens, of XML inside a zip file."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Final

Mutate = Callable[[bytes, Random], bytes]

LARGEST: Final = 200_000
"""Bytes of an input; a longer one says nothing new and takes its time."""
VALUES: Final = (
    *(
        "",
        "0",
        "-0",
        "-1",
        "1e308",
        "1e-400",
        "1E+999999",
        "9" * 30,
        "0.1" + "0" * 40,
        "NaN",
        "Infinity",
        "１２",
        "²",
        "٣",
    ),
    *(
        "0000",
        "2099",
        "2025-02-30",
        "2025-13",
        "9999-12-31",
        "0001-01-01",
        "10000-01-01",
        "12:30",
        "2025-06-30T25:61:00",
    ),
    *(
        "true",
        "no",
        "~",
        "null",
        "A1:XFD1048576",
        "XFD1048577",
        "$A$0",
        "_x0000_",
        "_xD800_",
        "=1+1",
        "#REF!",
        "5%",
        "‰",
    ),
    *(
        "../../etc",
        "CON",
        "a" * 300,
        "一" * 3000,
        "https://[::1",
        "http://a:99999/",
        "javascript:alert(1)",
        "<b>",
        "&amp;",
    ),
    *("\0", "\x07", "\u200b", "\ufeff", "\ufffd", "\u2028", "\x85", "\ud800", "\ufe0f", "é", "😀", "\U000e0041"),
)
"""What a cell, an attribute or a word may be replaced by."""
SIGNS: Final = (
    "'",
    '"',
    ":",
    "#",
    "-",
    "- ",
    "{",
    "}",
    "[",
    "]",
    "&a",
    "*a",
    "!!python",
    "|",
    ">",
    "%",
    "@",
    "\\",
    ",",
    "?",
)
TOKEN: Final = re.compile(r"\w+|[^\w\s]|\s+")
XML_VALUE: Final = re.compile(r'="[^"]*"')
XML_TEXT: Final = re.compile(r">[^<]+<")
XML_TAG: Final = re.compile(r"<[^>]+>")
XML_ELEMENT: Final = re.compile(r"<([\w:]+)(?:\s[^>]*)?(?:/>|>[^<]*</\1>)")


def text(pieces: Sequence[str]) -> Mutate:
    """Changes of characters and lines; ``pieces`` are what such texts are made of."""
    return lambda data, chance: _encoded(_changed_text(_decoded(data), chance, pieces))


def tokens(pieces: Sequence[str]) -> Mutate:
    """Changes of whole words and signs, and at times of characters and lines."""

    def mutate(data: bytes, chance: Random) -> bytes:
        found = _decoded(data)
        if chance.random() < 0.3:
            return _encoded(_changed_text(found, chance, pieces))
        return _encoded(_changed_tokens(found, chance, pieces))

    return mutate


def archive(pieces: Sequence[str], wanted: str) -> Mutate:
    """Changes of the parts of a zip file whose names fit the pattern ``wanted``, and seldom of the file itself."""
    pattern = re.compile(wanted)

    def mutate(data: bytes, chance: Random) -> bytes:
        if chance.random() < 0.05:
            return raw(data, chance)
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as old:
                parts = {name: old.read(name) for name in old.namelist()}
        except Exception:  # a file that is damaged already
            return raw(data, chance)
        names = [name for name in parts if pattern.search(name)] or [*parts]
        for _ in range(chance.randint(1, 4) if names else 0):
            name = chance.choice(names)
            parts[name] = _encoded(_changed_xml(_decoded(parts[name]), chance, pieces))
        if chance.random() < 0.05:
            parts.pop(chance.choice([*parts, ""]), None)
        return packed(parts)

    return mutate


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip file of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def raw(data: bytes, chance: Random) -> bytes:
    """Some bytes changed, put in or taken out."""
    content = bytearray(data or b"\0")
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(content))
        action = chance.randrange(4)
        if action == 0:
            content[at] = chance.randrange(256)
        elif action == 1:
            content.insert(at, chance.randrange(256))
        elif action == 2 and len(content) > 1:
            del content[at : at + chance.randint(1, 20)]
        else:
            content[at] ^= 1 << chance.randrange(8)
        content = content or bytearray(b"\0")
    return bytes(content)


def _decoded(data: bytes) -> str:
    return data.decode(errors="surrogateescape")


def _encoded(changed: str) -> bytes:
    return changed.encode(errors="surrogatepass" if "\ud800" in changed else "surrogateescape")[:LARGEST]


def _piece(chance: Random, pieces: Sequence[str]) -> str:
    found = chance.choice(pieces) if pieces and chance.random() < 0.6 else chance.choice(VALUES + SIGNS)
    return found * chance.choice((1, 1, 1, 1, 1, 1, 2, 50, 3000)) if len(found) < 20 else found


def _changed_text(old: str, chance: Random, pieces: Sequence[str]) -> str:
    for _ in range(chance.randint(1, 5)):
        at, length = chance.randint(0, len(old)), chance.choice((1, 1, 2, 5, 40))
        action = chance.randrange(6)
        if action <= 1:
            old = old[:at] + _piece(chance, pieces) + old[at:]
        elif action == 2:
            old = old[:at] + old[at + length :]
        elif action == 3:
            old = old[:at] + old[at + 1 : at + 2] + old[at : at + 1] + old[at + 2 :]
        else:
            old = _changed_lines(old, chance)
    return old


def _changed_lines(old: str, chance: Random) -> str:
    lines = old.split("\n")
    first, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    action = chance.randrange(5)
    if action == 0:
        lines[first], lines[other] = lines[other], lines[first]
    elif action == 1:
        lines.insert(first, lines[other])
    elif action == 2:
        del lines[first : first + chance.choice((1, 1, 3))]
    elif action == 3:
        lines[first] = chance.choice(("", "  ", "\t", "　　")) + lines[first].lstrip()
    else:
        lines[first : first + 2] = ["".join(lines[first : first + 2])]
    return "\n".join(lines)


def _changed_tokens(old: str, chance: Random, pieces: Sequence[str]) -> str:
    found = TOKEN.findall(old) or [""]
    for _ in range(chance.randint(1, 5)):
        at, other = chance.randrange(len(found)), chance.randrange(len(found))
        action = chance.randrange(6)
        if action <= 1:
            found[at] = _piece(chance, pieces)
        elif action == 2:
            found[at] = found[other]
        elif action == 3:
            found[at], found[other] = found[other], found[at]
        elif action == 4:
            found[at] = ""
        else:
            found[at] += found[other]
    return "".join(found)


def _changed_xml(old: str, chance: Random, pieces: Sequence[str]) -> str:
    action = chance.randrange(8)
    pattern = (XML_VALUE, XML_VALUE, XML_TEXT, XML_TEXT, XML_ELEMENT, XML_ELEMENT, XML_TAG)[min(action, 6)]
    found = [*pattern.finditer(old)]
    if not found or action == 7:
        return _changed_text(old, chance, pieces)
    match, other = chance.choice(found), chance.choice(found)
    if pattern in (XML_VALUE, XML_TEXT) and chance.random() < 0.7:
        begin, end = ('="', '"') if pattern is XML_VALUE else (">", "<")
        word = _piece(chance, pieces).replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
        new = begin + word + end
    else:
        new = chance.choice(("", other[0], match[0] + other[0]))
    return old[: match.start()] + new + old[match.end() :]
