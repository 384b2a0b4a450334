"""One version takes the place of another: a link changes in one step; without links, two folders are renamed."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from generator.language.office import publish_words
from generator.publish.deploy.versions import PublicSite
from generator.publish.site_writer import BuildStopped
from generator.support import files

NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.ENOSYS}
"""What a file system says that has no links."""


def switch_to(site: PublicSite, new: Path, number: int) -> bool:
    """Let the public see a complete version.

    Args:
        site: where.
        new: its folder; it gets its number only now, so that what has a number is complete.
        number: the number. Where the target is a folder, that folder gets the number before it.

    Returns:
        Whether it took one step; otherwise there was a moment without a site.

    Raises:
        BuildStopped: a folder cannot be renamed; the old one is in its place again.
    """
    link = _made_link(site, number)
    was_folder = site.target.is_dir() and not site.target.is_symlink()
    if link is None:
        _swap(site, new, site.version(number - 1))
    else:
        with _out_of_the_way(site, site.version(number - 1)) if was_folder else nullcontext():
            if new != site.version(number):
                files.move(new, site.version(number))
                files.flush_folder(site.versions)
            files.move(link, site.target)
    _flush_target(site)
    return link is not None and not was_folder


def withdraw(site: PublicSite, number: int) -> bool:
    """Let the public see an earlier version again; as in :func:`switch_to`."""
    if site.linked is not None:
        return switch_to(site, site.version(number), number)
    withdrawn = site.left("removed")
    _swap(site, site.version(number), withdrawn)
    _flush_target(site)
    with suppress(OSError):  # the next publication removes the rest
        files.remove(withdrawn)
    return False


def _flush_target(site: PublicSite) -> None:
    """Have the disk keep the switch; where it cannot, the public sees the new version all the same."""
    with suppress(OSError):
        files.flush_folder(site.target.parent)


def _made_link(site: PublicSite, number: int) -> Path | None:
    """A link that waits for its place; None where there are no links (Windows gives them to administrators alone)."""
    if os.name == "nt":
        return None
    link = site.versions / "link"
    try:
        link.unlink(missing_ok=True)
        link.symlink_to(f"{site.versions.name}/{number:04d}", target_is_directory=True)
    except OSError as error:
        if error.errno in NO_LINKS:
            return None
        raise
    return link


def _swap(site: PublicSite, new: Path, old: Path) -> None:
    """Rename two folders: the public one to ``old``, the new one to the target."""
    with _out_of_the_way(site, old) if site.target.is_dir() else nullcontext():
        _rename(site, new, site.target)


@contextmanager
def _out_of_the_way(site: PublicSite, old: Path) -> Iterator[None]:
    """Rename the public folder, so that something else can take its place; when this fails it comes back."""
    _rename(site, site.target, old)
    try:
        yield
    except (OSError, BuildStopped):
        files.move(old, site.target)
        raise


def _rename(site: PublicSite, one: Path, other: Path) -> None:
    try:
        files.move(one, other)
    except PermissionError as error:  # on Windows: somebody has a file of it open
        raise BuildStopped(publish_words.CANNOT_RENAME.format(target=site.target)) from error
