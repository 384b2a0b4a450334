"""The text of a document's file, whatever its form; old, broken and encrypted files are refused in Chinese."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.language.findings.file_words import MEGABYTE
from generator.language.office import split_words
from generator.office.documents.docx import docx_text
from generator.office.documents.html import html_text
from generator.office.documents.plain_text import decoded_text
from generator.office.documents.refused import refusal
from generator.support.files import UnfitFile, read_plain

LARGEST_FILE = 30 * MEGABYTE
LONGEST_TEXT = 500_000
"""Characters of a text: five times a five-year plan of a province."""
OLE, PDF, ZIP, RTF = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF", b"PK\x03\x04", b"{\\rtf"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""Stands in an OLE file that holds an encrypted DOCX."""
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
INVISIBLE = ("Cc", "Cf", "Co", "Cn", "Cs")
"""Categories of characters that nobody sees."""
LAYOUT = "\t\n\r\v\f\x85"


@dataclass(frozen=True, slots=True)
class DocumentText:
    """The text of a document, with what a person should know of how it was read."""

    text: str
    notes: tuple[str, ...] = ()


def read_document(path: Path) -> DocumentText:
    """The text of a document.

    Args:
        path: a file that ends in .txt, .docx, .html or .htm.

    Raises:
        DocumentRefused: it cannot be read, or holds no text.
    """
    read = READERS.get(path.suffix.lower())
    if path.is_dir():
        raise refusal("document-folder", path)
    if read is None:
        known = path.suffix.lower()
        raise refusal(f"document-{known[1:]}" if known in OTHER_FORMS else "document-suffix", path, suffix=known)
    content = _content(path)
    _refuse_other_forms(path, content)
    found = read(path, content)
    text = "".join(char for char in found.text if char in LAYOUT or unicodedata.category(char) not in INVISIBLE)
    if not re.search(r"\w", text):
        raise refusal("document-empty", path)
    if len(text) > LONGEST_TEXT:
        raise refusal("document-long", path, limit=LONGEST_TEXT // split_words.TEN_THOUSAND)
    return DocumentText(text, found.notes)


def _content(path: Path) -> bytes:
    try:
        content = read_plain(path, LARGEST_FILE)
    except FileNotFoundError:
        raise refusal("document-missing", path) from None
    except UnfitFile as unfit:
        if unfit.limit:
            raise refusal("document-size", path, limit=LARGEST_FILE // MEGABYTE) from None
        raise refusal("document-special", path) from None
    except OSError:
        raise refusal("document-unreadable", path) from None
    if not content.strip():
        raise refusal("document-empty", path)
    return content


def _refuse_other_forms(path: Path, content: bytes) -> None:
    """Refuse a file that is of another form than its name says."""
    if content.startswith(OLE):
        raise refusal("document-encrypted" if ENCRYPTED in content else "document-doc", path)
    if content.startswith(PDF):
        raise refusal("document-pdf", path)
    if content.startswith(RTF):
        raise refusal("document-rtf", path)
    if content.startswith(PICTURES):
        raise refusal("document-picture", path)
    if content.startswith(ZIP) != (path.suffix.lower() == ".docx"):
        raise refusal("document-other-form", path, suffix=path.suffix.lower())


def _plain(path: Path, content: bytes) -> DocumentText:
    text, is_gb18030 = decoded_text(path, content)
    return DocumentText(text, (split_words.READ_AS_GB18030,) if is_gb18030 else ())


def _docx(path: Path, content: bytes) -> DocumentText:
    return DocumentText(docx_text(path, content))


def _html(path: Path, content: bytes) -> DocumentText:
    return DocumentText(html_text(path, content))


READERS: dict[str, Callable[[Path, bytes], DocumentText]] = {
    ".txt": _plain,
    ".docx": _docx,
    ".html": _html,
    ".htm": _html,
}
"""How the name of a file ends → what reads it."""
OTHER_FORMS = (".doc", ".pdf", ".rtf", ".wps", ".xlsx", ".xls", ".ofd")
"""Forms of which the finding says how to get one that is read."""
