"""The Content-Security-Policy of pages: only what the site itself brings is loaded, and no script within a page runs,
but for those of this folder, by their hashes.

Pages carry their policy in themselves, so that it holds on every server and from a disk, too. A server says it again
in a header, with what only a header can say; tests hold ``deploy/nginx.conf`` to the words of this module.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import Final

FOLDER = Path(__file__).parent

EARLY_SCRIPT: Final = (FOLDER / "early.js").read_text(encoding="utf-8").strip()
"""In the head of each page: what a reader chose is set before anything is painted. A file would be waited for."""
ALONE_SCRIPT: Final = (FOLDER / "alone.js").read_text(encoding="utf-8").strip()
ALONE_STYLE: Final = (FOLDER / "alone.css").read_text(encoding="utf-8").strip()
"""Of the page of what is not there, where nobody knows the site's address: it cannot name a file."""


def hash_of(text: str) -> str:
    """What allows a script or a style within a page."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _policy(scripts: str, styles: str, pictures: str = "'self' data:") -> str:
    return (
        f"default-src 'none'; script-src {scripts}; style-src {styles}; img-src {pictures}; connect-src 'self'; "
        "font-src 'self'; base-uri 'none'; form-action 'self'"
    )


_OWN: Final = f"'self' 'wasm-unsafe-eval' {hash_of(EARLY_SCRIPT)}"
PAGE: Final = _policy(_OWN, "'self'")
"""The policy of a page; the search is WebAssembly."""
ALONE: Final = _policy(hash_of(ALONE_SCRIPT), hash_of(ALONE_STYLE), "data:")
"""The policy of the page of what is not there, where it stands alone."""
MISSING: Final = _policy(f"{_OWN} {hash_of(ALONE_SCRIPT)}", f"'self' {hash_of(ALONE_STYLE)}")
"""What a server says of the page of what is not there, which may be either of the two."""
PICTURE: Final = "default-src 'none'; style-src 'unsafe-inline'"
"""Of a picture that is opened by itself: it has its colours within, runs and loads nothing. Others may show it."""
FRAMED: Final = "frame-ancestors 'none'"
"""What a header adds for everything but pictures: an element of a page cannot say it."""

FROM_DISK: Final = (b"'self'", b"'self' file:")
"""For some browsers a file on a disk is not of the same origin as the file beside it."""


def for_theme() -> dict[str, str]:
    """What templates of the theme print."""
    return {
        "page": PAGE,
        "early_script": EARLY_SCRIPT,
        "alone": ALONE,
        "alone_script": ALONE_SCRIPT,
        "alone_style": ALONE_STYLE,
    }


def from_disk(page: bytes) -> bytes:
    """A page whose policy lets it load the files beside it from a disk."""
    return page.replace(PAGE.encode(), PAGE.encode().replace(*FROM_DISK), 1)
