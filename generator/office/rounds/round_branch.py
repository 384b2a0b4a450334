"""The branch of a round, and its work tree: a folder of its own inside ``.git``, where nobody's edits are.

The branch is what counts. The work tree can be made again from it at any time: the next command does that when the last
one was killed, or when somebody removed the folder.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from generator.history.git import NoHistory, Repository, run_git, why_git_refused
from generator.language.office.rounds import branch_words as words
from generator.support import files

FOLDER: Final = "ledger-rounds"
"""The folder inside ``.git`` that holds the work trees of rounds."""
LOCK: Final = "ledger-rounds.lock"
"""The file that is locked while a command works on a round. It has the name of the round while something is written."""
NAMED: Final = 5
"""Files that a message names at most."""

Say = Callable[[str], None]


class RoundRefused(Exception):
    """Nothing was done; the text says why, and what to do."""


@dataclass(frozen=True, slots=True)
class RoundBranch:
    """The branch of one round in the repository of a ledger."""

    data: Path
    """The ledger in the editor's own folder."""
    round: str
    top: Path
    """The editor's own folder, as a whole."""
    common: Path
    """The folder ``.git``."""
    place: str
    """The ledger's path in the repository."""
    editing: str
    """The branch on which the editor works; empty where there is none."""

    @property
    def name(self) -> str:
        """The name of the branch."""
        return f"round/{self.round}"

    @property
    def folder(self) -> Path:
        """The work tree."""
        return self.common / FOLDER / self.round

    @property
    def ledger(self) -> Path:
        """The ledger in the work tree."""
        return self.folder / self.place

    @property
    def base(self) -> str:
        """What the editor's branch is called in a sentence."""
        return self.editing or words.DETACHED

    def git(self, *arguments: str) -> str:
        """Run git in the editor's folder. Raises RoundRefused with git's words."""
        return _git(self.top, *arguments)

    def head(self) -> str:
        """The editor's newest commit."""
        return self.git("rev-parse", "HEAD").strip()

    def tip(self) -> str | None:
        """The newest commit of the branch; None where there is no branch."""
        with suppress(RoundRefused):
            return self.git("rev-parse", "--verify", "--quiet", f"refs/heads/{self.name}^{{commit}}").strip()
        return None

    def holds(self, commit: str, ancestor: str) -> bool:
        """Whether a commit has another one behind it."""
        try:
            run_git(self.top, "merge-base", "--is-ancestor", ancestor, commit)
        except subprocess.CalledProcessError:
            return False
        return True


def round_branch(data: Path, round_: str) -> RoundBranch:
    """The branch of a round, whether it is there or not. Raises NoHistory where the ledger is not in git."""
    repository = Repository(data)
    top, common = (Path(line) for line in _lines(data, "rev-parse", "--show-toplevel", "--git-common-dir"))
    try:
        editing = run_git(data, "symbolic-ref", "--quiet", "--short", "HEAD").strip()
    except subprocess.CalledProcessError:
        editing = ""
    return RoundBranch(data, round_, top, (data / common).resolve(), repository.place.rstrip("/"), editing)


def why_none(none: NoHistory, data: Path) -> str:
    """Why a ledger has no rounds in git."""
    return words.REFUSED[none.reason].format(folder=data.resolve())


@contextmanager
def locked(branch: RoundBranch, say: Say) -> Iterator[OpenRound]:
    """Work on rounds alone; another command is waited for.

    Raises:
        OSError: the folder of git cannot be written.
    """
    with (branch.common / LOCK).open("a+", encoding="utf-8") as file:
        files.lock(file.fileno(), lambda: say(words.WAITING))
        file.seek(0)
        yield OpenRound(branch, file, file.read().strip(), say)


@dataclass(slots=True)
class OpenRound:
    """A round on which this process alone works."""

    branch: RoundBranch
    lock: IO[str]
    left: str
    """The round on which a command was killed; empty where none was."""
    say: Say

    def git(self, *arguments: str) -> str:
        """Run git in the work tree. Raises RoundRefused with git's words."""
        return _git(self.branch.folder, *arguments, held=(self.lock.fileno(),))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Something is written in the work tree until it is committed: who is killed meanwhile leaves a sign of it."""
        self._sign(self.branch.round)
        try:
            yield
        except BaseException:
            with suppress(RoundRefused, OSError):
                self.bring_back()
                self._sign("")
            raise
        self._sign("")

    def bring_back(self) -> None:
        """The work tree as the branch has it."""
        self.git("reset", "--quiet", "--hard", f"refs/heads/{self.branch.name}")
        self.git("checkout", "--quiet", self.branch.name)
        self.git("clean", "--quiet", "-d", "--force")

    def _sign(self, text: str) -> None:
        self.lock.seek(0)
        self.lock.truncate()
        self.lock.write(text)
        self.lock.flush()

    def open(self, *, new: bool) -> None:
        """Have the work tree there, as the branch has it.

        Args:
            new: whether a branch that is missing begins at the editor's newest commit.

        Raises:
            RoundRefused: it cannot be had.
        """
        branch = self.branch
        self._refuse_unknown_person()
        self._relink()
        if self.left and self.left != branch.round:  # the other round is made again when somebody works on it
            files.remove(branch.folder.with_name(Path(self.left).name))
            self._sign("")
        tip, was_killed = branch.tip(), self.left == branch.round
        if tip is None and not new:
            raise RoundRefused(words.NO_BRANCH.format(branch=branch.name))
        if self._is_open_elsewhere():
            raise RoundRefused(words.CHECKED_OUT.format(branch=branch.name, folder=self._is_open_elsewhere()))
        if tip is None and branch.folder.exists() and not was_killed:
            self.say(words.BEGUN_AGAIN.format(branch=branch.name, round=branch.round))
        if was_killed or tip is None or not self._is_whole():
            self._make(tip)
            if was_killed:
                self.say(words.RESTORED)
                self._sign("")
            elif tip is not None:
                self.say(words.MADE_AGAIN.format(branch=branch.name))
        elif changed := self.git("status", "--porcelain", "--untracked-files=all").splitlines():
            shown = "\n".join(line[3:] for line in changed[:NAMED])
            raise RoundRefused(words.DIRTY.format(files=shown, folder=branch.folder))

    def _refuse_unknown_person(self) -> None:
        """A commit needs somebody who made it."""
        try:
            run_git(self.branch.top, "var", "GIT_COMMITTER_IDENT")
            run_git(self.branch.top, "var", "GIT_AUTHOR_IDENT")
        except subprocess.CalledProcessError:
            raise RoundRefused(words.NO_IDENTITY) from None

    def _relink(self) -> None:
        """Git knows a work tree by its whole path: after the editor's folder was moved or copied, by the new one."""
        link = self.branch.folder / ".git"
        known = Path(link.read_text(encoding="utf-8").partition(":")[2].strip()) if link.is_file() else Path()
        own = self.branch.common / "worktrees" / known.name
        if known.name and own.is_dir() and known != own:
            link.write_text(f"gitdir: {own.as_posix()}\n", encoding="utf-8")
            (own / "gitdir").write_text(f"{link.as_posix()}\n", encoding="utf-8")

    def _is_open_elsewhere(self) -> str:
        """The other folder in which the branch is open; empty where there is none."""
        folder = ""
        for line in self.branch.git("worktree", "list", "--porcelain").splitlines():
            key, _, text = line.partition(" ")
            folder = text if key == "worktree" else folder
            if key == "branch" and text == f"refs/heads/{self.branch.name}":
                return "" if Path(folder).resolve() == self.branch.folder.resolve() else folder
        return ""

    def _is_whole(self) -> bool:
        """Whether the work tree is there and on its branch."""
        if not (self.branch.folder / ".git").is_file():
            return False
        try:
            return self.git("symbolic-ref", "--quiet", "HEAD").strip() == f"refs/heads/{self.branch.name}"
        except RoundRefused:
            return False

    def _make(self, tip: str | None) -> None:
        branch = self.branch
        files.remove(branch.folder)
        new = () if tip else ("-b", branch.name)
        at = branch.name if tip else branch.head()
        branch.git("worktree", "add", "--quiet", "--force", *new, str(branch.folder), at)

    def update(self) -> Sequence[str]:
        """Take in what the editor's branch has; where both changed the same lines nothing is taken in.

        Returns:
            The files in which both did.
        """
        branch = self.branch
        head, tip = branch.head(), branch.tip() or ""
        if branch.holds(tip, head):
            return ()
        if branch.holds(head, tip):
            with self.writing():
                self.git("merge", "--quiet", "--ff-only", head)
            return ()
        with self.writing():
            if clashing := self.merge(head):
                self.git("merge", "--abort")
        return clashing

    def merge(self, head: str) -> Sequence[str]:
        """Merge a commit of the editor's branch; returns the files in which both changed the same lines, left so.

        Raises RoundRefused where it fails for another reason.
        """
        try:
            self.git("merge", "--quiet", "--no-ff", "--message", self.update_subject, head)
        except RoundRefused:
            if clashing := self.git("diff", "--name-only", "--diff-filter=U").splitlines():
                return clashing
            raise
        return ()

    @property
    def update_subject(self) -> str:
        """The words of a commit that takes in the editor's branch."""
        return words.UPDATED.format(branch=self.branch.base, round=self.branch.round)

    def commit(self, subject: str, trailers: Sequence[tuple[str, str]]) -> None:
        """Commit what was written. Raises RoundRefused."""
        tail = "\n".join(f"{key}: {text}" for key, text in trailers)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", f"{subject}\n\n{tail}")


def _git(folder: Path, *arguments: str, held: Sequence[int] = ()) -> str:
    try:
        return run_git(folder, *arguments, held=held)
    except subprocess.CalledProcessError as error:
        raise RoundRefused(words.GIT_SAID.format(message=why_git_refused(error))) from error


def _lines(folder: Path, *arguments: str) -> list[str]:
    return run_git(folder, *arguments).splitlines()
