"""Text in UTF-8, in UTF-16 with its mark, or in GB 18030."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

from generator.office.documents.refused import refusal


def decoded_text(path: Path, content: bytes) -> tuple[str, bool]:
    """The text of a file, and whether it was in GB 18030.

    Raises:
        DocumentRefused: no encoding explains it.
    """
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        try:
            return content.decode("utf-16"), False
        except UnicodeDecodeError:
            raise refusal("document-encoding", path, 1) from None
    if b"\0" in content:
        raise refusal("document-binary", path, content.count(b"\n", 0, content.index(b"\0")) + 1)
    try:
        return content.decode("utf-8-sig"), False
    except UnicodeDecodeError as error:
        first = error.start
    try:
        return content.decode("gb18030"), True
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, max(first, error.start)) + 1
        raise refusal("document-encoding", path, line) from None
