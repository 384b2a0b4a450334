"""Many findings: the first on the screen, all of them in a file."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from generator.language.findings import gap_words
from generator.ledger.reading.findings import Finding

SHOWN: Final = 200
"""So many findings stand on a screen at most."""
FILE: Final = Path("build", "findings.txt")


def screen_lines(findings: Sequence[Finding], file: Path = FILE) -> list[str]:
    """The lines for a screen.

    Where these are not all, or others follow from some, all are written to a file, which the last line names.

    Args:
        findings: in their order.
        file: where to write them; a file of that name for passing things where this cannot be written.
    """
    lines = [str(finding) for finding in findings]
    followers = sum(len(finding.followers) for finding in findings)
    if len(lines) <= SHOWN and not followers:
        return lines
    written = _write(findings, file)
    words = gap_words.MANY if len(lines) > SHOWN else gap_words.ALL_IN_FILE
    return [*lines[:SHOWN], words.format(count=len(lines), shown=SHOWN, followers=followers, file=written)]


def _write(findings: Sequence[Finding], file: Path) -> Path:
    """Write all findings, each with those that follow from it behind it; returns the file."""
    lines = [line for f in findings for line in (str(f), *(gap_words.FOLLOWER.format(line=o) for o in f.followers))]
    text = "".join(f"{line}\n" for line in lines)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    except OSError:
        file = Path(tempfile.gettempdir(), file.name)
        file.write_text(text, encoding="utf-8")
    return file
