"""The folder of the site: the new one is built in a work folder beside it and takes its place when it is complete.

Nothing is deleted that this program did not write: a site has a manifest of its files, the work folder has a mark.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from fnmatch import fnmatchcase
from io import FileIO
from pathlib import Path

from generator.language import command_words
from generator.publish.site_writer import BuildStopped
from generator.support import files
from generator.support.stopwatch import silent

MANIFEST = "ledger-site.json"
"""The file of a site that names all its files: what it does not name, this program did not write."""
MARK = "ledger-build.lock"
"""The file of a work folder that says whose it is. It is locked while a build goes on."""
VERSION = re.compile(r"\d{4,}")
"""The name of a version of a public site: its number."""
NAMED = 20
"""Files that a message names at most."""


@dataclass(frozen=True, slots=True)
class SiteFolder:
    """A site that is about to be replaced."""

    site: Path
    work: Path
    kept: tuple[str, ...]
    """The files of the old site that somebody else wrote and that the settings keep."""

    @property
    def new(self) -> Path:
        """Where the new site is built."""
        return self.work / "new"

    def replace(self) -> None:
        """Let the new site take the place of the old one, with the files that are kept.

        The disk has all of it before, so that after a power cut, too, one of the two is there whole. Where the system
        can, it is one step; the old site is then in the work folder under the name of the new one.

        Raises OSError; the old site is then at its place again.
        """
        copy_foreign(self.kept, self.site, self.new)
        files.flush_all(self.new)
        if not (self.site.exists() and files.exchange(self.new, self.site)):
            self._rename()
        with suppress(OSError):  # where the disk cannot say so, the new site is at its place all the same
            for folder in (self.work, self.site.parent):
                files.flush_folder(folder)

    def _rename(self) -> None:
        """Two renames: between them there is no site, and the next build puts the old one back."""
        if self.site.exists():
            files.move(self.site, _old(self.work))
        try:
            files.move(self.new, self.site)
        except OSError:
            if _old(self.work).exists():
                files.move(_old(self.work), self.site)
            raise


def manifest(names: Iterable[str]) -> bytes:
    """The manifest of a site with these files; it names itself, too."""
    listed = {"about": command_words.MANIFEST, "files": sorted({*names, MANIFEST})}
    return (json.dumps(listed, ensure_ascii=False, indent=0) + "\n").encode()


@contextmanager
def replaced_site(site: Path, keep: Sequence[str], say: Callable[[str], None] = silent) -> Iterator[SiteFolder]:
    """A work folder for a new site. It is gone at the end, whatever happens.

    Args:
        site: the folder of the site.
        keep: patterns of files in it that are not ours and go on to the new site.
        say: gets the words for whoever waits until another build of this site is over.

    Raises:
        BuildStopped: the folder is a link or a mount point, or has files that are not ours.
    """
    site = Path(os.path.abspath(site))  # noqa: PTH100 resolve would follow a link
    if site.is_symlink():
        words = command_words.SITE_IS_PUBLIC if leads_to_version(site) else command_words.SITE_IS_LINK
        raise BuildStopped(words.format(site=site, target=site.readlink()))
    refuse_unfit(site)
    work = site.with_name(f".{site.name}-build")
    after = nullcontext() if files.HAS_LOCKS else _gone_at_the_end(work)  # Windows removes no file that is open
    marked = marked_folder(
        work, MARK, command_words.WORK_MARK, lambda: say(command_words.BUILD_WAITS.format(folder=work))
    )
    with after, marked, _gone_at_the_end(work):
        if _old(work).exists() and not site.exists():  # a build was killed between the two renames
            files.move(_old(work), site)
        try:
            kept = kept_files(site, keep)
            for left in (work / "new", _old(work)):
                files.remove(left)
            yield SiteFolder(site, work, kept)
        finally:
            for left in (work / "new", _old(work)):
                with suppress(OSError):
                    files.remove(left)


def _old(work: Path) -> Path:
    """Where the old site is between the two renames."""
    return work / "old"


def versions_folder(site: Path) -> Path:
    """Where the versions of a public site are: in a folder beside it."""
    return site.with_name(f".{site.name}-versions")


def leads_to_version(link: Path) -> bool:
    """Whether a link was made by publishing: it leads to a version of itself."""
    to = link.parent / link.readlink()
    return to.parent == versions_folder(link) and VERSION.fullmatch(to.name) is not None


def refuse_unfit(site: Path) -> None:
    """A mount point or a file cannot be replaced by a folder. Raises BuildStopped."""
    if os.path.ismount(site):
        raise BuildStopped(command_words.SITE_IS_MOUNT.format(site=site))
    if site.exists() and not site.is_dir():
        raise BuildStopped(command_words.SITE_IS_FILE.format(site=site))


@contextmanager
def marked_folder(folder: Path, mark_name: str, words: str, when_busy: Callable[[], None]) -> Iterator[None]:
    """A folder of our own, locked; its mark says whose it is. Whoever ends, however, gives the lock back.

    Args:
        folder: the folder; it is made where it is not there.
        mark_name: the name of the mark in it.
        words: what the mark says to whoever opens it.
        when_busy: called where another process has the lock; when it returns, the other one is waited for.

    Raises:
        BuildStopped: the folder has something in it and no mark.
    """
    mark = folder / mark_name
    if folder.is_symlink() or (
        folder.exists() and not mark.is_file() and (not folder.is_dir() or any(folder.iterdir()))
    ):
        raise BuildStopped(command_words.WORK_NOT_OURS.format(folder=folder))
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        with mark.open("ab", buffering=0) as file:
            files.lock(file.fileno(), when_busy)
            if not _is_at(file, mark):  # whoever had the lock removed the folder at its end: make it anew
                continue
            if not mark.stat().st_size:
                with suppress(OSError):  # a disk without room for these words is told later, when all is tidied up
                    file.write(f"{words}\n".encode())
            yield
            return


def _is_at(file: FileIO, path: Path) -> bool:
    """Whether an open file is still the one at a path."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


@contextmanager
def _gone_at_the_end(work: Path) -> Iterator[None]:
    """The work folder goes when nothing but its mark is left; a killed build leaves the mark, which says it is ours."""
    try:
        yield
    finally:
        with suppress(OSError):
            if [path.name for path in work.iterdir()] == [MARK]:
                (work / MARK).unlink()
                work.rmdir()


def kept_files(site: Path, keep: Sequence[str]) -> tuple[str, ...]:
    """The files of the old site that are not ours and are kept. Raises BuildStopped when there are others."""
    if not site.exists():
        return ()
    ours, foreign = manifest_of(site), foreign_files(site)
    kept = tuple(name for name in foreign if any(fnmatchcase(name, pattern) for pattern in keep))
    lost = [name for name in foreign if name not in set(kept)]
    if lost and ours is None:
        raise BuildStopped(command_words.SITE_IS_NOT_OURS.format(site=site, manifest=MANIFEST))
    if lost:
        names = command_words.LIST_SEPARATOR.join(lost[:NAMED])
        raise BuildStopped(command_words.SITE_HAS_OTHERS.format(site=site, count=len(lost), names=names))
    return kept


def foreign_files(site: Path) -> list[str]:
    """The files in a site that this program did not write; a link is one of them, whatever it leads to."""
    return sorted({*files.files(site), *files.folder_links(site)} - (manifest_of(site) or set()))


def copy_foreign(names: Iterable[str], old: Path, new: Path) -> None:
    """Copy files that this program did not write from one site to another; what the other has of its own stays."""
    ours = manifest_of(new) or set()
    for name in names:
        if name not in ours:
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).unlink(missing_ok=True)
            shutil.copy2(old / name, new / name, follow_symlinks=False)


def manifest_of(site: Path) -> set[str] | None:
    """The files that the manifest of a site names; None where there is none."""
    try:
        named = json.loads((site / MANIFEST).read_bytes())["files"]
        return {name for name in named if isinstance(name, str)} if isinstance(named, list) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
