"""One changed value in a ledger, and which files of a site differ afterwards."""

from __future__ import annotations

import re
from hashlib import blake2b
from pathlib import Path

VALUE = re.compile(
    r"  - indicator: (?P<indicator>\S+)\n    period: \S+\n    value: (?P<value>[0-9.]+)\n"
    r"    value_text: (?P=value)[^\d\n]+\n"
)
"""A result of the whole place, printed as a figure with its unit."""

Snapshot = dict[str, tuple[int, bytes]]
"""Path → time and digest of each file."""


def change_value(data: Path) -> str:
    """Change one last digit, in figure and words, in the middle of the largest disclosure with results.

    Returns:
        The indicator that the value belongs to.
    """
    files = [f for f in sorted((data / "disclosures").glob("*.yml")) if "observations:" in f.read_text("utf-8")]
    file = max(files, key=lambda f: f.stat().st_size)
    text = file.read_text(encoding="utf-8")
    matches = list(VALUE.finditer(text, text.index("observations:")))
    match = matches[len(matches) // 2]
    value = match["value"]
    changed = value[:-1] + ("8" if value[-1] == "9" else str(int(value[-1]) + 1))
    record = match[0].replace(f": {value}", f": {changed}")
    file.write_text(text[: match.start()] + record + text[match.end() :], encoding="utf-8")
    return match["indicator"]


def snapshot(site: Path) -> Snapshot:
    """Every file of a site as it is."""
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): (path.stat().st_mtime_ns, _digest(path)) for path in files}


def _digest(path: Path) -> bytes:
    return blake2b(path.read_bytes(), digest_size=16).digest()


def written(before: Snapshot, after: Snapshot) -> set[str]:
    """Files whose time or content changed in a site, and those that came or went."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def differing(one: Snapshot, other: Snapshot) -> set[str]:
    """Files whose content differs between two sites, and those that only one has."""
    paths = one.keys() | other.keys()
    return {path for path in paths if one.get(path, (0, b""))[1] != other.get(path, (0, b""))[1]}
