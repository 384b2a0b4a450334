"""The versions of a public site: numbered folders beside it, one of which a link shows to the public.

``site`` is a link to ``.site-versions/0007``. Where there are no links, ``site`` is the newest version itself, and the
folder beside it holds the earlier ones.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from pathlib import Path

from generator.language.office import publish_words
from generator.publish.site_folder import VERSION, leads_to_version, marked_folder, refuse_unfit, versions_folder
from generator.publish.site_writer import BuildStopped
from generator.support import files

MARK = "ledger-publish.lock"
"""The file that says whose the folder of versions is. It is locked while somebody publishes."""
LEFT = re.compile(r"(building|removed)-\d+|link")
"""The names of what a publication needs for a while; later they are left by one that was killed."""


@dataclass(frozen=True, slots=True)
class PublicSite:
    """Where the public sees a site."""

    target: Path

    @property
    def versions(self) -> Path:
        """The folder of versions."""
        return versions_folder(self.target)

    @property
    def linked(self) -> int | None:
        """The number of the version that the public sees through a link; None where there is no link."""
        return int(self.target.readlink().name) if self.target.is_symlink() else None

    @property
    def current(self) -> Path | None:
        """The folder that the public sees; None where there is none."""
        return self.target if self.target.is_dir() else None

    def version(self, number: int) -> Path:
        """The folder of a version."""
        return self.versions / f"{number:04d}"

    def left(self, kind: str) -> Path:
        """A folder that is needed until this process ends."""
        return self.versions / f"{kind}-{os.getpid()}"

    def numbers(self) -> list[int]:
        """The numbers of the versions that are there, in order."""
        return sorted(int(path.name) for path in self.versions.iterdir() if VERSION.fullmatch(path.name))

    def next_number(self) -> int:
        """The number of a version that is to come."""
        return max([0, *self.numbers(), self.linked or 0]) + 1

    def earlier(self) -> list[int]:
        """The versions that were public before the one that is public now, in order."""
        linked = self.linked
        return [number for number in self.numbers() if linked is None or number < linked]


def public_site(target: Path) -> PublicSite:
    """A place to publish to. Raises BuildStopped where the target is none: a mount point, a link of somebody else."""
    target = Path(os.path.abspath(target))  # noqa: PTH100 resolve would follow the link
    refuse_unfit(target)
    if not target.parent.is_dir():
        raise BuildStopped(publish_words.NO_PARENT.format(folder=target.parent))
    site = PublicSite(target)
    if target.is_symlink() and not leads_to_version(target):
        raise BuildStopped(publish_words.FOREIGN_LINK.format(target=target, to=target.readlink()))
    return site


def locked(site: PublicSite, say: Callable[[str], None]) -> AbstractContextManager[None]:
    """Publish alone: another process that publishes to the same place is waited for. Raises BuildStopped."""
    return marked_folder(site.versions, MARK, publish_words.VERSIONS_MARK, lambda: say(publish_words.WAITING))


def remove_left(site: PublicSite) -> bool:
    """Remove what a killed publication left; returns whether there was anything."""
    left = [path for path in site.versions.iterdir() if LEFT.fullmatch(path.name)]
    for path in left:
        with suppress(OSError):  # a process of the killed one may still write to it: the next one removes the rest
            path.unlink() if path.is_symlink() else files.remove(path)
    return bool(left)


def remove_later(site: PublicSite) -> None:
    """Remove versions that the public does not see and that are newer: withdrawn ones, and those never switched to."""
    linked = site.linked
    for number in site.numbers():
        if linked is not None and number > linked:
            remove(site, number)


def remove_earlier(site: PublicSite, keep: int) -> None:
    """Remove the oldest versions, so that ``keep`` are left with the public one."""
    earlier = site.earlier()
    for number in earlier[: max(0, len(earlier) - keep + 1)]:
        remove(site, number)


def remove(site: PublicSite, number: int) -> None:
    """Remove a version. It loses its number first: a half of it must never look like a version."""
    going = site.versions / f"removed-{number}"
    with suppress(OSError):  # the public site does not depend on it: the next publication removes the rest
        files.remove(going)
        files.move(site.version(number), going)
        files.remove(going)
