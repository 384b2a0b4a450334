"""Hand-written pages in docs/: whether they can be used, and tables that have what those of generated pages have."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from html import escape, unescape
from itertools import cycle
from pathlib import Path

from generator.language import command_words
from generator.language.findings.file_words import MEGABYTE
from generator.language.pages import handwritten_words
from generator.ledger.hidden_characters import unseen_in
from generator.publish.site_writer import BuildStopped
from generator.support.file_names import shown

_TAG = re.compile("<[^>]+>")
NAMED = 20
"""Files that a message names at most."""
PAGES = (".md", ".markdown", ".html", ".htm", ".css", ".js", ".txt", ".yml", ".json", ".svg")
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".bmp", ".ico")
LIMITS = {"page": 4, "picture": 20, "file": 100}
"""Megabytes of a page or another text, of a picture, of any other file."""
_ALIGNED = re.compile('<(t[hd]) style="text-align: (left|center|right);">')
"""A cell as the engine aligns it: the policy of pages allows no style there."""
_FOLDED = re.compile(r'<p class="pl-fold">(.*?)</p>\s*(<table.*?</table>)', re.DOTALL)
"""A paragraph that is the summary of the table below it."""


def finished_tables(html: str) -> str:
    """The HTML of a page whose tables are named by the heading above, with a scope for each head and a label for each
    cell, which is shown where the table is stacked; what is aligned has a class. A table below a paragraph of the class
    ``pl-fold`` is folded."""
    heading = ""

    def rewritten(match: re.Match[str]) -> str:
        nonlocal heading
        if match[1]:
            heading = match[1]
            return match[0]
        labels = cycle(escape(unescape(_TAG.sub("", head))) for head in re.findall("<th[^>]*>(.*?)</th>", match[0]))
        cells = re.sub("<td([ >])", lambda cell: f'<td data-label="{next(labels)}"{cell[1]}', match[0])
        named = f'<table class="pl-table pl-stack" aria-labelledby="{heading}">'
        return re.sub("<th([ >])", r'<th scope="col"\1', cells.replace("<table>", named))

    html = _ALIGNED.sub(r'<\1 class="pl-\2">', html)
    named = re.sub(r'<h\d id="([^"]+)"|<table>.*?</table>', rewritten, html, flags=re.DOTALL)
    return _FOLDED.sub(r'<details class="pl-fold"><summary>\1</summary>\n\2</details>', named)


def refuse_unreadable(docs: Path) -> None:
    """Refuse a folder of hand-written pages with any of :func:`unreadable`. Raises BuildStopped."""
    if said := unreadable(docs):
        raise BuildStopped("\n".join(said))


def unreadable(docs: Path) -> list[str]:
    """What of a folder of hand-written pages cannot be read, leads out of the folder, is too large, or has a name that
    nobody can see as it is: a sentence for each kind, which names the first ones. No file is opened for that."""
    if not os.path.exists(docs):  # noqa: PTH110 a name that no file can have raises with Path.exists
        return [handwritten_words.DOCS_MISSING.format(docs=shown(docs.name))]
    if not docs.is_dir():
        return [handwritten_words.DOCS_NO_FOLDER.format(docs=docs.name)]
    closed: list[OSError] = []
    walk = [(Path(above), names) for above, _, names in os.walk(docs, onerror=closed.append)]
    paths = [above / name for above, names in walk for name in names]
    odd = [path for path in paths if unseen_in(path.relative_to(docs).as_posix())]
    paths = [path for path in paths if path not in set(odd)]
    unfit = [path for path in paths if not _is_plain(path, docs)] + [Path(error.filename) for error in closed]
    large = [path for path in paths if path not in set(unfit) and path.stat().st_size > _limit(path) * MEGABYTE]
    kinds = (
        (handwritten_words.DOCS_ODD_NAMES, odd),
        (handwritten_words.DOCS_UNFIT, unfit),
        (handwritten_words.DOCS_TOO_LARGE, large),
    )
    return [words.format(docs=docs.name, names=_named(wrong, docs), **LIMITS) for words, wrong in kinds if wrong]


def _named(paths: Sequence[Path], docs: Path) -> str:
    """The first files of a folder by their names."""
    names = [shown(str(path.relative_to(docs.parent))) for path in sorted(paths)[:NAMED]]
    return command_words.LIST_SEPARATOR.join(names)


def _is_plain(path: Path, docs: Path) -> bool:
    """Whether a file is one that can be read to its end, inside a folder."""
    try:
        real = path.resolve(strict=True)
        return real.is_file() and real.is_relative_to(docs.resolve()) and os.access(real, os.R_OK)
    except OSError:
        return False


def _limit(path: Path) -> int:
    """The megabytes that a file of its kind may have."""
    kind = path.suffix.lower()
    return LIMITS["page" if kind in PAGES else "picture" if kind in PICTURES else "file"]
