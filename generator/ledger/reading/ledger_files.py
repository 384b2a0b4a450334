"""The files of a ledger: which ones there are, and the YAML of each."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.language.findings import gap_words
from generator.ledger.hidden_characters import code_of, unseen_in
from generator.ledger.personal_data import find_kinds, half_shown
from generator.ledger.reading.findings import Finding, Mark
from generator.ledger.reading.nodes import Node
from generator.ledger.reading.yaml_reader import read_text
from generator.support.file_names import refused_by_windows, same_but_for_case
from generator.support.files import is_utf8

GAPS = {"file-unseen": "code", "file-name": "part", "file-case": "other"}
"""Code of a finding about the name of a file → what stands in its gap."""
TEXTS = "sources"
"""The folder of official texts beside the ledger, where nobody names another one. It is no part of the ledger."""
MAX_BYTES = 16 * 1024 * 1024
"""Largest file that is read; a larger one is a mistake rather than a ledger."""
NOT_ITS_FAULT = (errno.EMFILE, errno.ENFILE, errno.ENOMEM)
"""What the system says when it has no room for one more open file: another file would be refused, too."""
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
NAMED = re.compile(r"\b(?:id|name|full_name|aliases): *([^\n,{}\[\]#]+)")
"""What records are called, in a text that may be no YAML."""


class Readable(Protocol):
    """A file: a path, or something that has a suffix and a content like one."""

    @property
    def suffix(self) -> str: ...

    def read_bytes(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class FileContent:
    """A file of a ledger that is not on the disk: in git, or as it would be after a change."""

    content: bytes
    suffix: str = ".yml"

    def read_bytes(self) -> bytes:
        """The content."""
        return self.content


@dataclass(frozen=True, slots=True)
class LedgerFiles:
    """The files of a ledger. Each is read when it is needed: all at once would fill the memory."""

    label: str
    """The folder's name, with which the names of files in findings start."""
    files: Mapping[str, Readable]
    """Name relative to data/ → file, in the order of the names."""
    exists: bool = True
    """False when there is no such folder at all."""
    linked_folders: tuple[str, ...] = ()
    """Names of folders inside that are links: their files are not read."""
    unreadable: tuple[str, ...] = ()
    """Names of folders whose files the system does not tell of; ``.`` is the ledger's folder itself."""
    skipped: tuple[str, ...] = ()
    """Names of hidden files and of backups, which are not read."""
    misnamed: tuple[tuple[str, str, str], ...] = ()
    """Files whose names not every system can hold: code of the finding, name, and what is wrong with it."""

    def mark(self, name: str, line: int = 1) -> Mark:
        """The beginning of a line of a file."""
        return Mark(f"{self.label}/{name}", line)

    def unread_folders(self) -> list[Finding]:
        """A finding for each folder that is not read: a link inside, or one that does not open."""
        links = [Finding("folder-linked", self.mark(name)) for name in self.linked_folders]
        return links + [Finding("folder-unreadable", self.mark(name)) for name in self.unreadable]

    def bad_names(self) -> list[Finding]:
        """A finding for each file whose name not every system can hold, or that names a person's number."""
        findings = [Finding(code, self.mark(name), {GAPS[code]: wrong}) for code, name, wrong in self.misnamed]
        for name in self.files:
            for start, end, kind in find_kinds(name):
                values = {"kind": gap_words.PERSONAL_KINDS[kind], "shown": half_shown(name[start:end])}
                findings.append(Finding("personal", self.mark(name), values))
        return findings

    def read(self, name: str) -> tuple[Node | None, list[Finding]]:
        """The root node of a file, or None where it cannot be read, and findings: see :func:`read_text`."""
        text, findings = self.text(name)
        return (None, findings) if text is None else read_text(text, self.mark(name).file)

    def text(self, name: str) -> tuple[str | None, list[Finding]]:
        """The text of a file; None with a finding where it is none, or is no file that is read to its end."""
        content = self._content(name)
        if isinstance(content, Finding):
            return None, [content]
        try:
            return content.decode("utf-8-sig"), []
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            return None, [Finding("file-encoding", self.mark(name, line))]

    def ids_at_least(self, name: str) -> set[str] | None:
        """What stands behind ``id`` and the names of units in a file that is no YAML; None where it is no text."""
        content = self._content(name)
        if isinstance(content, Finding):
            return None
        encoding = "utf-16" if content.startswith(UTF_16) else "utf-8" if is_utf8(content) else "gb18030"
        found = NAMED.findall(content.decode(encoding, errors="replace"))
        return {one.strip(" '\"") for one in found} if found or encoding == "utf-8" else None

    def _content(self, name: str) -> bytes | Finding:
        """The bytes of a file. A pipe is not opened, and what is too large is not read."""
        file = self.files[name]
        if file.suffix != ".yml":
            return Finding("file-suffix", self.mark(name), {"suffix": file.suffix})
        too_large = Finding("file-size", self.mark(name), {"limit": MAX_BYTES // 1024 // 1024})
        try:
            if isinstance(file, Path):
                status = file.stat()
                if not stat.S_ISREG(status.st_mode):
                    return Finding("file-special", self.mark(name))
                if status.st_size > MAX_BYTES:
                    return too_large
            content = file.read_bytes()
        except OSError as error:
            if error.errno in NOT_ITS_FAULT:
                raise
            return Finding("file-unreadable", self.mark(name))
        return too_large if len(content) > MAX_BYTES else content


def texts_beside(folder: Path) -> Path | None:
    """The folder of official texts that stands beside a ledger's folder; None where there is none."""
    found = folder.absolute().parent / TEXTS
    return found if found.is_dir() else None


def find_files(folder: Path) -> LedgerFiles:
    """The files of a ledger's folder, which may be a link.

    Files are taken in the order of their names, so that positions do not depend on the file system. Hidden files and
    editors' backups are skipped; any other file that is no ``.yml`` is a finding, and so is a folder inside that is a
    link: it may lead back to itself.
    """
    label = folder.absolute().name  # a link keeps its own name
    if not folder.is_dir():
        return LedgerFiles(label, {}, exists=False)
    closed: list[OSError] = []
    walk = [(Path(above), folders, names) for above, folders, names in os.walk(folder, onerror=closed.append)]
    found = [above / name for above, _, names in walk for name in names]
    files = _named(folder, found)
    skipped = {path.relative_to(folder).as_posix() for path in found} - files.keys()
    inside = (above / name for above, folders, _ in walk for name in folders)
    links = _named(folder, (path for path in inside if path.is_symlink()))
    unreadable = tuple(_named(folder, (Path(error.filename) for error in closed)))
    return LedgerFiles(
        label,
        files,
        linked_folders=tuple(links),
        unreadable=unreadable,
        skipped=tuple(sorted(skipped)),
        misnamed=tuple(_misnamed(files)),
    )


def _named(folder: Path, paths: Iterable[Path]) -> dict[str, Path]:
    """Name relative to the ledger's folder → path, in order, without those that are skipped."""
    named = {path.relative_to(folder).as_posix(): path for path in sorted(paths)}
    return {name: path for name, path in named.items() if name == "." or not is_skipped(name)}


def _misnamed(names: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """The names with signs that nobody sees, those that Windows refuses, and those that it takes for others."""
    for name in names:
        if unseen := unseen_in(name):
            yield "file-unseen", name, code_of(unseen)
        elif part := refused_by_windows(name):
            yield "file-name", name, part
    for first, name in same_but_for_case(names):
        yield "file-case", name, first


def skipped_copy_of(name: str) -> str:
    """The name that a hidden file or a backup would have if it were read: of ``.01.yml`` and ``01.yml.bak`` 01.yml."""
    folder, slash, own = name.rpartition("/")
    plain = own.removeprefix("._").removeprefix(".").removesuffix("~").removesuffix(".bak")
    return f"{folder}{slash}{plain}"


def is_skipped(name: str) -> bool:
    """Whether a file is hidden, or an editor's backup."""
    return any(part.startswith(".") for part in name.split("/")) or name.endswith(("~", ".bak"))
