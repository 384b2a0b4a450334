"""Files in one zip: the same names and contents give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

LEVEL = 1
"""How hard to compress, 1 to 9: on large tables 1 takes a third of the time of 6 for a sixth more bytes."""

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every file, the earliest that a zip can hold."""

UNIX = 3
MODE = 0o644 << 16


def to_zip(files: Iterable[tuple[str, bytes | Iterable[bytes]]], first: bytes = b"") -> bytes:
    """A zip of files, each a name and a content, in the order given.

    Args:
        files: names and contents; a content may come in pieces.
        first: a zip whose files stand before them, as they are compressed there.
    """
    out = io.BytesIO(first)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as archive:
        for name, content in files:
            with archive.open(name, "w") as file:
                for piece in (content,) if isinstance(content, bytes) else content:
                    file.write(piece)
            info = archive.getinfo(name)
            info.create_system, info.external_attr = UNIX, MODE
    return out.getvalue()
