"""Publishing: a new version is built beside the public site, checked, kept by the disk, and only then shown."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.language.office import publish_words
from generator.publish.build import BuiltSite, build_into, explained
from generator.publish.deploy import versions
from generator.publish.deploy.checks import faults_of
from generator.publish.deploy.switch import switch_to, withdraw
from generator.publish.deploy.versions import PublicSite
from generator.publish.engine.project import Project
from generator.publish.site_content import BuildOptions
from generator.publish.site_folder import copy_foreign, foreign_files, kept_files, manifest_of
from generator.publish.site_writer import BuildStopped
from generator.support import files
from generator.support.stopwatch import Stopwatch

OWNER_FILES = ("CNAME", ".nojekyll", ".well-known/*")
"""Files that owners of sites and their servers put there, kept without being asked: a name, certificates."""

Say = Callable[[str], None]


class ChecksFailed(Exception):
    """The site was built and is not fit to be public; the public one stays."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Switched:
    """A switch to a version: its number, whether it took one step, and how many earlier versions there are."""

    number: int
    one_step: bool
    earlier: int


@dataclass(frozen=True, slots=True)
class Published:
    """What was built, and the switch to it; None where the public site is the same, and therefore stayed."""

    built: BuiltSite
    switched: Switched | None


def publish(config: Path, target: Path, options: BuildOptions, keep: int, watch: Stopwatch, say: Say) -> Published:
    """Build a new version and let the public see it.

    Args:
        config: mkdocs.yml.
        target: where the public sees the site.
        options: of the build.
        keep: how many versions stay, the new one included.
        watch: says how long each stage takes.
        say: prints what is to be known meanwhile: that another publication is waited for, for example.

    Raises:
        BuildStopped: the ledger has faults, or the target is no place to publish to. As in the cases below, the
            public site is untouched.
        BadLinks: a link of the new site leads nowhere.
        SearchFailed: there is no index of the search.
        ChecksFailed: something else is wrong with the new site.
    """
    project, site = Project(config, options), versions.public_site(target)
    patterns = (*OWNER_FILES, *project.keep)
    if not site.versions.exists():  # a folder that is refused gets nothing beside it
        kept_files(site.target, patterns)
    with explained(target), versions.locked(site, say):
        _tidy(site, say)
        number = site.next_number()
        versions.remove_later(site)
        kept_files(site.target, patterns)  # who has others there is told before the work and not after it
        new = site.left("building")
        try:
            built = _built(project, site, new, watch)
            return Published(built, _shown(site, new, built, number, patterns, keep) if built.written else None)
        finally:
            with suppress(OSError):
                files.remove(new)


def _built(project: Project, site: PublicSite, new: Path, watch: Stopwatch) -> BuiltSite:
    """A new version, built and checked. Raises as :func:`publish` does."""
    built = build_into(project, new, site.current, watch)
    with watch.stage(publish_words.STAGE_CHECK_SITE):
        faults = faults_of(new, site.current)
    if faults:
        raise ChecksFailed(faults)
    return built


def _shown(
    site: PublicSite, new: Path, built: BuiltSite, number: int, patterns: tuple[str, ...], keep: int
) -> Switched:
    """Let the public see a new version, with the files of the owner; the oldest versions go."""
    copy_foreign(kept_files(site.target, patterns), site.target, new)
    files.flush(new, built.written)
    was_folder = site.current is not None and site.linked is None
    one_step = switch_to(site, new, number + was_folder)  # the folder becomes the version before
    if was_folder and manifest_of(site.version(number)) is None:  # it was empty but for files of the owner
        versions.remove(site, number)
    versions.remove_earlier(site, keep)
    return Switched(number + was_folder, one_step, len(site.earlier()))


def roll_back(target: Path, say: Say) -> Switched:
    """Let the public see the version before the one of now. Raises BuildStopped."""
    site = versions.public_site(target)
    if not site.versions.is_dir():
        raise BuildStopped(publish_words.NO_EARLIER.format(target=target))
    with explained(target), versions.locked(site, say):
        _tidy(site, say)
        earlier = site.earlier()
        if not earlier:
            raise BuildStopped(publish_words.NO_EARLIER.format(target=target))
        old = site.version(earlier[-1])
        _refuse_broken(old)
        if site.current:
            foreign = foreign_files(site.target)
            copy_foreign(foreign, site.target, old)
            files.flush(old, [])
        one_step = withdraw(site, earlier[-1])
        return Switched(earlier[-1], one_step, len(site.earlier()))


def _tidy(site: PublicSite, say: Say) -> None:
    """Remove what a killed publication left, and put the site back if it was killed between two renames."""
    if versions.remove_left(site) and site.current is None and site.linked is None and site.numbers():
        number = site.numbers()[-1]
        switch_to(site, site.version(number), number)
        say(publish_words.PUT_BACK.format(number=number, target=site.target))


def _refuse_broken(version: Path) -> None:
    """Raises BuildStopped when somebody took files away from a version."""
    missing = sorted((manifest_of(version) or {"index.html"}) - set(files.files(version)))
    if missing:
        words = publish_words.BROKEN_VERSION.format(number=int(version.name), count=len(missing), name=missing[0])
        raise BuildStopped(words)
