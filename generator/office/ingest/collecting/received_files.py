"""Files as they were sent, what became of each, and what they change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from generator.ledger.enums import SubmissionState
from generator.office.ingest.form_findings import FormFinding


@dataclass(frozen=True)
class ReceivedFile:
    """A file as it was sent: its name, and what is in it."""

    name: str
    content: bytes

    @cached_property
    def digest(self) -> str:
        """Its SHA-256, by which it is known again."""
        return sha256(self.content).hexdigest()


@dataclass(slots=True)
class FileResult:
    """What became of a file."""

    file: ReceivedFile
    findings: list[FormFinding] = field(default_factory=list)
    unit: str = ""
    state: SubmissionState | None = None
    """None where it was not taken."""
    values: int = 0
    reports: int = 0

    @property
    def taken(self) -> bool:
        """Whether its answers are in the ledger."""
        return self.state is not None

    @property
    def blocked(self) -> bool:
        """Whether something in it is wrong."""
        return any(finding.blocks for finding in self.findings)


@dataclass(frozen=True)
class Collection:
    """What came in, and what it changes."""

    results: list[FileResult]
    contents: Mapping[str, bytes]
    """Name below data/ → its new content."""
    before: Mapping[str, bytes | None]
    """The same files as they were read; None where there was none."""
