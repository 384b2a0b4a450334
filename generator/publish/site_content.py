"""What a site is made of: the checked ledger with its look-ups, the pages, and the downloads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from jinja2 import BytecodeCache, FileSystemBytecodeCache

from generator.analysis.ledger_index import LedgerIndex
from generator.downloads.dataset import Dataset
from generator.downloads.output import OutputFile
from generator.downloads.site_files import other_outputs, row_outputs
from generator.history.change_guard import guarded
from generator.history.log_reader import read_log
from generator.history.releases import BadRelease, Releases, read_releases
from generator.language import command_words
from generator.language.download_words import OPTIONAL
from generator.language.official_text import Layout
from generator.ledger.enums import Grade
from generator.ledger.load import CheckedLedger, InvalidLedger, load, read
from generator.ledger.reading.findings import Finding, those_of, worst_first
from generator.pages import registry
from generator.pages.context import PageContext
from generator.pages.page import PageSpec
from generator.publish.site_writer import BuildStopped
from generator.support.cache_store import CacheStore, digest
from generator.support.child_process import Child
from generator.support.packaged_files import PROJECT, own_cache
from generator.support.stopwatch import Stopwatch

VERSION_DIGITS = 10
"""Characters that tell one version of the own scripts and styles from another."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What a build does otherwise than the settings in mkdocs.yml say; None where it does as they say."""

    data: Path | None = None
    contract: Path | None = None
    sources: Path | None = None
    search: bool = True
    further: bool = True
    """Whether there are downloads beside CSV and JSON."""
    jobs: int | None = None
    """How many processes make the leaf pages."""
    trust: bool = False
    """Whether a mkdocs.yml may name code of its own: hooks, plugins, templates."""


@dataclass(frozen=True, slots=True)
class SiteInputs:
    """Where a site comes from."""

    ledger: Path
    contract: Path
    sources: Path | None = None
    """Folder of the official texts; None for pages without the official wording."""
    assets: tuple[Path, ...] = ()
    """Folders of the site's own scripts and styles; a file of an earlier one takes the place of those behind it."""
    store: CacheStore = field(default_factory=partial(CacheStore, None))
    """What one run leaves for the next: entries of the change log."""
    bytecode: BytecodeCache | None = None
    """Compiled templates."""
    formats: tuple[str, ...] = OPTIONAL
    """The optional formats and files that the site has."""
    preview: bool = False
    """Whether the pages are for those who edit."""


@dataclass(frozen=True, slots=True)
class SiteContent:
    """A ledger that may be published, and its pages; no page is made yet."""

    inputs: SiteInputs
    checked: CheckedLedger
    index: LedgerIndex
    context: PageContext
    """What pages are made from."""
    specs: tuple[PageSpec, ...]
    """The pages: those of the navigation first and in its order."""
    said_of_texts: tuple[str, ...] = ()
    """Why official texts that were given are not shown."""


class BackgroundChecks:
    """The checks of a ledger in a process of their own, while this one goes on with rows that may have faults."""

    def __init__(self, fewest_rows: int = 0) -> None:
        """With fewer rows than ``fewest_rows`` a process is not worth its start: they are checked at once."""
        self._fewest_rows = fewest_rows
        self._child: Child[list[Finding]] | None = None

    @property
    def receiver(self) -> Connection | None:
        """Where the end of the checks can be waited for; None when they are over."""
        return self._child.receiver if self._child else None

    def load(self, folder: Path, contract: Path, watch: Stopwatch) -> CheckedLedger:
        """Read a ledger and begin to check it. Raises InvalidLedger when it is known already that it has faults."""
        with watch.stage(command_words.STAGE_READ):
            ledger = read(folder, contract, with_child=True)
        is_small = sum(map(len, ledger.tables.rows.values())) < self._fewest_rows
        if ledger.site is None or is_small or ledger.drafts:  # which drafts can be shown, the checks say
            with watch.stage(command_words.STAGE_CHECK):
                return ledger.checked()
        self._child = Child(ledger.findings)
        return ledger.unchecked(ledger.site)

    def findings(self) -> list[Finding]:
        """Wait for the end of the checks, for their faults, doubts and notices; empty when these were given before."""
        child, self._child = self._child, None
        return child.result() if child else []

    def stop(self) -> None:
        """End them."""
        if self._child:
            self._child.stop()


def load_content(inputs: SiteInputs, watch: Stopwatch, checks: BackgroundChecks | None = None) -> SiteContent:
    """Read and check the ledger, its history and its releases.

    Args:
        inputs: where the site comes from.
        watch: says how long each stage took.
        checks: what checks the ledger meanwhile; None where it is checked first.

    Raises:
        InvalidLedger: the ledger has faults.
        BuildStopped: a release is not what its tag promises.
    """
    if checks is None:
        return _load_content(guarded(load(inputs.ledger, inputs.contract, watch), inputs.contract), inputs, watch)
    checked = checks.load(inputs.ledger, inputs.contract, watch)
    try:
        return _load_content(_guarded_meanwhile(checked, inputs.contract, checks), inputs, watch)
    except Exception as error:
        findings = checks.findings()
        if those_of(Grade.FAULT, findings):  # rows with faults are why it failed
            raise InvalidLedger(findings) from error
        raise


def _guarded_meanwhile(checked: CheckedLedger, contract: Path, checks: BackgroundChecks) -> CheckedLedger:
    """A ledger whose checks go on, held against what was published; what they find comes with unusual changes."""
    held = guarded(checked, contract)
    if held is checked:
        return checked
    notes = worst_first([*held.notes, *checks.findings()])
    if those_of(Grade.FAULT, notes):
        raise InvalidLedger(notes)
    return replace(held, notes=tuple(notes))


def _load_content(checked: CheckedLedger, inputs: SiteInputs, watch: Stopwatch) -> SiteContent:
    texts = _read_texts(checked, inputs.sources)
    with watch.stage(command_words.STAGE_HISTORY):
        history = read_log(inputs.ledger, checked.contract, inputs.store)
        releases = _read_releases(inputs)
    index = LedgerIndex(checked, history, releases)
    context = registry.page_context(index, texts.texts, inputs.formats, texts.layouts, inputs.preview)
    specs = registry.page_specs(context, inputs.bytecode, asset_version(inputs.assets))
    return SiteContent(inputs, checked, index, context, tuple(specs), texts.said)


MISSING_NAMED = 5
"""So many documents without a text are named."""


class ShownTexts(NamedTuple):
    """The official texts that pages show."""

    texts: dict[str, str]
    layouts: dict[str, Layout]
    said: tuple[str, ...]
    """Why others that were given are not shown."""


def _read_texts(checked: CheckedLedger, folder: Path | None) -> ShownTexts:
    """The official texts that pages show. Raises BuildStopped where their folder is missing: a slip of the pen."""
    if folder is None:
        return ShownTexts({}, {}, ())
    if not folder.is_dir():
        raise BuildStopped(command_words.NO_FOLDER.format(folder=folder))
    from generator.ledger.verify.proved_texts import proved_texts  # noqa: PLC0415 its folder takes long to import

    proved = proved_texts(checked.tables, folder)
    refused = (command_words.TEXT_NOT_SHOWN.format(document=document) for document in proved.refused)
    said = [*map(str, proved.findings), *refused]
    if missing := proved.missing:
        named = command_words.LIST_SEPARATOR.join(missing[:MISSING_NAMED])
        said.append(command_words.TEXTS_MISSING.format(folder=folder, count=len(missing), documents=named))
    return ShownTexts(proved.texts, proved.layouts, tuple(said))


def compiled_templates(root: Path, cache: str, name: str) -> BytecodeCache | None:
    """Where compiled templates are kept: they are code, so only in the program's or the user's own folder.

    Args:
        root: the folder of the project.
        cache: its folder of what one build leaves for the next; empty where nothing is kept.
        name: how a file is called, with ``%s`` for a digest.
    """
    own = root / cache if root.resolve() == PROJECT else own_cache()
    if not cache or own is None:
        return None
    folder = own / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder), name)


def asset_version(folders: Sequence[Path]) -> str:
    """What stands behind the addresses of own scripts and styles; it changes when one of them does."""
    there = [folder for folder in folders if folder.is_dir()]
    assets = {path.name: path for folder in reversed(there) for path in folder.iterdir() if path.is_file()}
    if not assets:
        return ""
    contents = (part for name in sorted(assets) for part in (name, assets[name].read_bytes()))
    return f"?v={digest(*contents).hex()[:VERSION_DIGITS]}"


def _read_releases(inputs: SiteInputs) -> Releases:
    try:
        return read_releases(inputs.ledger, inputs.contract, inputs.store)
    except BadRelease as bad:
        why = command_words.BAD_RELEASE[bad.reason]
        raise BuildStopped(command_words.RELEASE_REFUSED.format(tag=bad.tag, why=why)) from bad


def downloads(content: SiteContent) -> Iterator[OutputFile]:
    """Every file of the site that is no page: data package, pictures, feeds, changes, releases, rows of long lists."""
    yield from row_downloads(content)
    yield from other_downloads(content)


def row_downloads(content: SiteContent) -> Iterator[OutputFile]:
    """Those of them that are made of the rows alone."""
    yield from row_outputs(Dataset(content.checked, content.context))


def other_downloads(content: SiteContent) -> Iterator[OutputFile]:
    """All others."""
    dataset = Dataset(content.checked, content.context)
    yield from other_outputs(dataset, content.inputs.contract, content.inputs.formats)
    for path, make in registry.row_files(content.context, content.inputs.bytecode):
        yield OutputFile(path, make)
