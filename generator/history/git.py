"""Git, used by this module alone: the commits that touch a folder, the files that each changes, their contents.

Nothing is checked out and no program is started for a single file: one ``git log --raw`` lists the changes, one
``git cat-file --batch`` gives the contents. Commits are followed along the first parents: a merge is one step, with
the merge's own subject.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from generator.language import history_words
from generator.ledger.hidden_characters import without_hidden
from generator.ledger.personal_data import masked_half
from generator.ledger.reading.ledger_files import is_skipped

FILES = ("100644", "100755")
"""Modes of files; links and modules of git hold no records."""

HEADER = "%x01%H%x00%aI %cI%x00%(trailers:key=Note,valueonly,unfold,separator=%x20)%x00%s"
"""Id, dates of the author and of the commit, the words for readers (a trailer ``Note: …`` at the end of the message),
subject."""
ENTRY = re.compile(rb"\x01(?=[0-9a-f]{40,64}\0)")
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ufffe\uffff]+")
"""What cannot stand in a page or a feed."""

SETTINGS = ("-c", "i18n.logOutputEncoding=UTF-8", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false")

YEARS: Final = range(1970, 2100)
"""The years of a date that all formats of our files can hold: seconds in 32 bits end in 2106."""
NO_DATE: Final = "1970-01-01T00:00:00+00:00"
"""The date of a commit that tells none: a clock was wrong, or a program wrote it."""

BROKEN: Final = (b"ignoring broken ref", b"ignoring dangling symref")
"""What git says of a name that it leaves out because it cannot read it; a release could be lost so."""

LEFT_LOCK: Final = re.compile(r"Unable to create '(.+?\.lock)': File exists")
"""How git says that another git is at work, or that one was killed."""
BATCH = 500
"""Contents of one request: their names must fit into a pipe, because the answers arrive meanwhile."""

FOREIGN_VARIABLES = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE")
"""Variables that a hook of another repository leaves in the environment."""


class NoHistory(Exception):
    """There is no history; ``reason`` is a key of :data:`history_words.NO_HISTORY`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class UnknownRevision(Exception):
    """A name that is no commit here."""


class FileChange(NamedTuple):
    """A file of a folder in a commit: the name of its content before and after, None where there is no such file."""

    name: str
    old: str | None
    new: str | None


class Commit(NamedTuple):
    """A commit that touches the folder, compared with its first parent."""

    id: str
    date: str
    """The author's date with time and zone, as RFC 3339 has it."""
    subject: str
    note: str
    """What the message says to readers of the site, in its trailer ``Note``; empty where it has none."""
    files: tuple[FileChange, ...]


class Tag(NamedTuple):
    """A name for a commit, with a day and words of its own; without both when it is only a name."""

    name: str
    commit: str
    date: str
    words: str


class Repository:
    """The repository that a folder lies in.

    Raises:
        NoHistory: there is no repository, or no commit in it touches the folder. Every question may raise it, too, when
            the repository turns out to be damaged.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._content_process: subprocess.Popen[bytes] | None = None
        self.requests: list[str] = []
        """What git was used for: the first word of each command, and the name of each content."""
        if not folder.is_dir():
            raise NoHistory("no-repository")
        try:
            shallow, _, place = self._run("rev-parse", "--is-shallow-repository", "--show-prefix").partition(b"\n")
        except FileNotFoundError:
            raise NoHistory("no-git") from None
        except subprocess.CalledProcessError as error:
            raise NoHistory(_why_refused(folder, error.stderr)) from None
        self.shallow = shallow == b"true"
        self.place = place.decode(errors="replace").strip()
        """The folder's path within the repository; empty for the repository itself."""
        if self._lacks_objects():
            raise NoHistory("partial")
        self.commit_ids = self._first_parents()
        """All commits from the newest back along the first parents, whatever they touch."""

    def _lacks_objects(self) -> bool:
        """Whether this is a copy without all contents (``git clone --filter``). They are not fetched here."""
        try:
            self._run("config", "--get-regexp", r"^remote\..*\.promisor$")
        except subprocess.CalledProcessError:  # nothing is set
            return False
        try:
            return b"\n?" in b"\n" + self._run("rev-list", "--objects", "--missing=print", "--all", "--", ".")
        except subprocess.CalledProcessError:
            return True

    def _first_parents(self) -> list[str]:
        try:
            line = self._run("rev-list", "--first-parent", "HEAD").decode().split()
        except subprocess.CalledProcessError:
            raise NoHistory("untracked" if self._has_no_commit() else "damaged") from None
        if not self._answer("ls-tree", "HEAD", "."):
            raise NoHistory("untracked")
        return line

    def _has_no_commit(self) -> bool:
        """Whether the branch of the editor has not begun: nothing bears its name, not even something broken."""
        try:
            branch = os.fsdecode(self._run("symbolic-ref", "--quiet", "HEAD")).strip()
            place = os.fsdecode(self._run("rev-parse", "--git-path", branch)).strip()
            return not self._run("for-each-ref", branch) and not os.path.lexists(self._folder / place)
        except subprocess.CalledProcessError:
            return False

    def uncommitted(self) -> bool:
        """Whether files of the folder are not as the newest commit has them."""
        return bool(self._answer("status", "--porcelain", "--untracked-files=all", "--", "."))

    def newest(self) -> tuple[str, str]:
        """The newest commit that touches the folder: its id, and the day that its author wrote."""
        id_, day = self._answer("log", "-1", "--format=%H %ad", "--date=short", "HEAD", "--", ".").decode().split()
        return id_, day

    def commits(self, since: str | None = None) -> Iterator[Commit]:
        """The commits that touch the folder, the oldest first; only those after ``since`` where it is given."""
        output = self._answer(
            "log", "--first-parent", "--diff-merges=first-parent", "--root", "--raw", "-z", "--reverse", "--no-abbrev",
            "--no-renames", "--no-ext-diff", "--no-show-signature", "--no-color", "--relative",
            "--format=format:" + HEADER, f"{since}..HEAD" if since else "HEAD", "--", ".",
        )  # fmt: skip
        for entry in ENTRY.split(output)[1:]:
            id_, date, note, rest = entry.split(b"\0", 3)
            subject, _, raw = rest.partition(b"\n")
            yield Commit(id_.decode(), _date(date.decode()), _words(subject), _words(note), _files(raw))

    def resolve(self, revision: str) -> str:
        """The commit that a name means. Raises UnknownRevision."""
        try:
            commit = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        except subprocess.CalledProcessError:
            raise UnknownRevision(revision) from None
        return commit.decode().strip()

    def tags(self, prefix: str) -> list[Tag]:
        """The tags that begin with a prefix, and the commits that they mean; one that means no commit is left out."""
        fields = "%(refname:short)", "%(objectname)", "%(*objectname)", "%(taggerdate:iso-strict)", "%(contents)"
        output = self._answer("for-each-ref", f"--format={'%00'.join(fields)}%00%01", f"refs/tags/{prefix}*")
        tags = []
        for line in output.decode(errors="replace").split("\0\x01")[:-1]:
            name, own, target, date, words = line.lstrip("\n").split("\0")
            tags.append(Tag(name, target or own, date, words if target else ""))
        return tags

    def lacks_tags(self) -> bool:
        """Whether tags of the original may be missing: the copy is shallow, or was made without tags."""
        if self.shallow:
            return True
        try:
            return b"--no-tags" in self._run("config", "--get-regexp", r"^remote\..*\.tagopt$")
        except subprocess.CalledProcessError:  # nothing is set
            return False

    def create_tag(self, name: str, words: str) -> None:
        """Give the newest commit a name with words. Raises subprocess.CalledProcessError when git refuses."""
        self._run("tag", "--annotate", "--cleanup=verbatim", f"--message={words}", name)

    def file_at(self, commit: str, path: str) -> bytes | None:
        """A file of a commit by its path as seen from the folder; None where it is not there."""
        try:
            return self._run("show", f"{commit}:./{path}")
        except subprocess.CalledProcessError:
            if self._lists(commit, path):
                raise NoHistory("damaged") from None
            return None

    def _lists(self, commit: str, path: str) -> bool:
        """Whether a commit has a file, whatever its content is."""
        try:
            return bool(self._run("ls-tree", commit, "--", path))
        except subprocess.CalledProcessError:  # a path outside the repository
            return False

    def tree(self, commit: str) -> dict[str, str]:
        """The files of the folder in a commit, each with the name of its content."""
        files: dict[str, str] = {}
        for line in self._answer("ls-tree", "-r", "-z", commit).split(b"\0")[:-1]:
            head, _, path = line.partition(b"\t")
            mode, _, content = head.decode().split()
            if (name := _name(path)) and mode in FILES:
                files[name] = content
        return files

    def contents(self, names: Sequence[str]) -> dict[str, bytes]:
        """Contents by their names; one that this copy of the repository lacks is not there."""
        contents: dict[str, bytes] = {}
        for start in range(0, len(names), BATCH):
            contents |= self._contents_of(names[start : start + BATCH])
        return contents

    def _contents_of(self, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        self.requests += names
        if self._content_process is None:
            command, pipe = self._command("cat-file", "--batch"), subprocess.PIPE
            self._content_process = subprocess.Popen(
                command, env=_environment(), stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
            )
        stdin, stdout = self._content_process.stdin, self._content_process.stdout
        assert stdin is not None and stdout is not None
        with suppress(BrokenPipeError):  # git ended at a damaged content, which is found below
            stdin.write("".join(f"{name}\n" for name in names).encode())
            stdin.flush()
        for name in names:
            head = stdout.readline().split()
            if len(head) == 3:
                content = stdout.read(int(head[2]))
                if not stdout.read(1):
                    raise NoHistory("damaged")
                yield name, content
            elif not head:
                raise NoHistory("damaged")

    def close(self) -> None:
        """End the program that gives contents."""
        if self._content_process is not None:
            self._content_process.communicate()
            self._content_process = None

    def _answer(self, *arguments: str) -> bytes:
        """What git says to a question that it answers of every whole repository. Raises NoHistory."""
        self.requests.append(arguments[0])
        done = subprocess.run(self._command(*arguments), env=_environment(), capture_output=True, check=False)
        if done.returncode or any(words in done.stderr for words in BROKEN):
            raise NoHistory("damaged")
        return done.stdout

    def _command(self, *arguments: str) -> list[str]:
        return ["git", "-C", str(self._folder), *SETTINGS, *arguments]

    def _run(self, *arguments: str) -> bytes:
        self.requests.append(arguments[0])
        done = subprocess.run(self._command(*arguments), env=_environment(), capture_output=True, check=True)
        return done.stdout


def run_git(folder: Path, *arguments: str, held: Sequence[int] = ()) -> str:
    """Run git once in a folder, and return what it says.

    Args:
        folder: where.
        arguments: the command of git.
        held: numbers of open files that git keeps open as long as it runs: locks are not given back before it ends.

    Raises:
        subprocess.CalledProcessError: git refuses; its words are in ``stderr``.
        FileNotFoundError: there is no git.
    """
    command = ["git", "-C", str(folder), *SETTINGS, *arguments]
    handed = {} if os.name == "nt" else {"pass_fds": tuple(held)}
    done = subprocess.run(command, env=_environment(), capture_output=True, check=True, **handed)  # type: ignore[call-overload]  # as above
    return os.fsdecode(done.stdout)


def why_git_refused(error: subprocess.CalledProcessError) -> str:
    """Why git refused something, in Chinese where it is known, else in git's own words."""
    message = " ".join((error.stderr or error.stdout or b"").decode(errors="replace").split())
    if lock := LEFT_LOCK.search(message):
        return history_words.GIT_LOCKED.format(file=lock[1])
    return message or history_words.GIT_KILLED


def _environment() -> dict[str, str]:
    """No locks, no fetching, no words in the language of whoever runs this."""
    own = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    return {**{k: v for k, v in os.environ.items() if k not in FOREIGN_VARIABLES}, **own}


def _why_refused(folder: Path, words: bytes) -> str:
    """Why git tells nothing of a folder: it may be in no repository, or in one that git does not read."""
    if b"dubious ownership" in words:
        return "refused"
    above = (folder.absolute(), *folder.absolute().parents)
    return "broken" if any(os.path.lexists(place / ".git") for place in above) else "no-repository"


def _date(dates: str) -> str:
    """The first of some dates that is one."""
    return next((date for date in dates.split() if _is_date(date)), NO_DATE)


def _is_date(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).year in YEARS
    except ValueError:
        return False


def _words(subject: bytes) -> str:
    """Words of a message as they are published: without what nobody sees, of numbers of persons the ends alone."""
    text = CONTROL.sub(" ", subject.rstrip(b"\0").decode(errors="replace"))
    return masked_half(without_hidden(text)).strip()


def _name(path: bytes) -> str | None:
    """The name of a file as the ledger has it; None for a file that is none of the ledger's."""
    name = os.fsdecode(path)
    return None if is_skipped(name) or not name.endswith(".yml") else name


def _files(raw: bytes) -> tuple[FileChange, ...]:
    """``:mode mode content content letter NUL path NUL`` and so on."""
    steps = iter(raw.split(b"\0"))
    changes = []
    for modes in steps:
        if not modes.startswith(b":"):
            continue
        before, after, old, new, _ = modes[1:].decode().split()
        if name := _name(next(steps)):
            changes.append(FileChange(name, old if before in FILES else None, new if after in FILES else None))
    return tuple(changes)
