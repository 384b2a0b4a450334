"""Repositories of git for tests: made in one go, with people, dates and so ids that are always the same."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

BEGIN = 1_500_000_000
"""2017-07-14; each commit comes an hour after the one before it."""

PERSON = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in
          (("NAME", "Editor"), ("EMAIL", "editor@office.example"), ("DATE", f"{BEGIN} +0800"))}  # fmt: skip


def git(folder: Path, *arguments: str, stream: bytes = b"") -> str:
    """Run git without the settings of whoever runs the tests; returns what it says."""
    plain = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **PERSON}
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")} | plain
    done = subprocess.run(["git", "-C", str(folder), *arguments], env=environment, input=stream, capture_output=True,
                          check=True)  # fmt: skip
    return done.stdout.decode().strip()


Files = Mapping[str, str | None]
"""Name of a file in the repository → its text; None where it goes away."""


@dataclass(slots=True)
class Writer:
    """Writes commits as a stream for ``git fast-import``: a thousand cost less than a second."""

    folder: Path
    stream: list[bytes] = field(default_factory=list)
    marks: int = 0

    def commit(self, subject: str, files: Files, parents: tuple[int, ...] = (), branch: str = "main") -> int:
        """Add a commit whose tree is its first parent's with some files replaced; returns its mark."""
        self.marks += 1
        when = f"Editor <editor@office.example> {BEGIN + 3600 * self.marks} +0800"
        head = f"commit refs/heads/{branch}\nmark :{self.marks}\nauthor {when}\ncommitter {when}\n"
        self.stream.append(head.encode() + _data(subject))
        for word, parent in zip(("from", "merge"), parents, strict=False):
            self.stream.append(f"{word} :{parent}\n".encode())
        for name, text in files.items():
            if text is None:
                self.stream.append(f"D {name}\n".encode())
            else:
                self.stream.append(f"M 100644 inline {name}\n".encode() + _data(text))
        self.stream.append(b"\n")
        return self.marks

    def write(self) -> Path:
        """Make the repository with its files laid out; returns its folder."""
        self.folder.mkdir(parents=True, exist_ok=True)
        git(self.folder, "init", "--quiet", "--initial-branch=main")
        git(self.folder, "fast-import", "--quiet", stream=b"".join(self.stream))
        git(self.folder, "reset", "--quiet", "--hard")
        return self.folder


def _data(text: str) -> bytes:
    content = text.encode(errors="surrogateescape")
    return f"data {len(content)}\n".encode() + content + b"\n"


def commit_all(folder: Path, subject: str) -> str:
    """Commit whatever is in a folder, which becomes a repository when it is none; returns the id."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", subject)
    return git(folder, "rev-parse", "HEAD")
