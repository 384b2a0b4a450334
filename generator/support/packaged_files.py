"""The files that the program brings beside its code: the contract, the engine's settings, the hand-written pages.

A wheel has them in the folder ``project`` of this package. In the repository they stand beside the package.
"""

from __future__ import annotations

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
PROJECT = PACKAGE / "project" if (PACKAGE / "project").is_dir() else PACKAGE.parent
"""The folder with all of them."""
CONTRACT = PROJECT / "datapackage.json"
SETTINGS = PROJECT / "mkdocs.yml"
DOCS = PROJECT / "docs"
DEPLOY = PROJECT / "deploy"
"""What a server or a platform needs to publish by itself."""


def own_or_packaged(path: Path, packaged: Path) -> Path:
    """A file or folder of a ledger's own place, or the packaged one of the same name where it has none."""
    return packaged if path.name == packaged.name and not path.exists() else path


def own_cache() -> Path | None:
    """A folder of whoever runs the program, for what can be made again; None where there is none to write into."""
    given = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        folder = (Path(given) if given else Path.home() / ".cache") / "plan-ledger"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        is_own = not hasattr(os, "geteuid") or folder.stat().st_uid == os.geteuid()
    except (OSError, RuntimeError):  # no home
        return None
    return folder if is_own and os.access(folder, os.W_OK) else None
