"""One changed value, and which files of a site are others afterwards."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

VALUE = re.compile(
    r"  - indicator: \S+\n    period: \S+\n    value: (?P<value>[0-9.]+)\n    value_text: (?P=value)[^\d\n]+\n"
)
"""A result of the whole place, printed as a figure with its unit."""

Snapshot = dict[str, tuple[int, bytes]]
"""Path → time and digest of each file."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A value in a file that can be changed and changed back."""

    file: Path
    before: str
    after: str

    def do(self) -> None:
        """Write the changed value."""
        self.file.write_text(self.after, encoding="utf-8")

    def undo(self) -> None:
        """Write the value that was there."""
        self.file.write_text(self.before, encoding="utf-8")


def edit(data: Path) -> Edit:
    """The change of one last digit, in figure and words, in the middle of the largest disclosure with results."""
    files = [f for f in sorted((data / "disclosures").glob("*.yml")) if "observations:" in f.read_text("utf-8")]
    file = max(files, key=lambda f: f.stat().st_size)
    text = file.read_text(encoding="utf-8")
    found = list(VALUE.finditer(text, text.index("observations:")))
    middle = found[len(found) // 2]
    value = middle["value"]
    changed = value[:-1] + ("8" if value[-1] == "9" else str(int(value[-1]) + 1))
    record = middle[0].replace(f": {value}", f": {changed}")
    return Edit(file, text, text[: middle.start()] + record + text[middle.end() :])


def snapshot(site: Path) -> Snapshot:
    """Every file of a site as it is."""
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): (path.stat().st_mtime_ns, _digest(path)) for path in files}


def _digest(path: Path) -> bytes:
    return blake2b(path.read_bytes(), digest_size=16).digest()


def touched(before: Snapshot, after: Snapshot) -> set[str]:
    """Files whose time or bytes are not as before, and those that came or went."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def different(one: Snapshot, other: Snapshot) -> set[str]:
    """Files whose bytes differ between two sites that were built apart."""
    paths = one.keys() | other.keys()
    return {path for path in paths if one.get(path, (0, b""))[1] != other.get(path, (0, b""))[1]}


def pages(files: set[str]) -> set[str]:
    """The pages among files."""
    return {path for path in files if path.endswith(".html")}
