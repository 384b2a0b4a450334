"""What a site is made of: the checked ledger with its look-ups, the pages, and the downloads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.analysis.ledger_index import LedgerIndex
from generator.downloads import package
from generator.downloads.formats.svg import picture_outputs
from generator.downloads.output import OutputFile
from generator.downloads.records import atom_feeds
from generator.downloads.records.change_files import change_outputs
from generator.downloads.records.release_files import release_outputs
from generator.downloads.tabular import FURTHER
from generator.history.log_reader import read_log
from generator.history.releases import BadRelease, Releases, read_releases
from generator.language import command_words
from generator.language.official_text import read_documents
from generator.ledger.load import CheckedLedger, Stopwatch, load
from generator.pages import registry
from generator.pages.components.builder import ComponentBuilder
from generator.pages.renderer import PageSpec
from generator.publish.site_writer import BuildStopped
from generator.support.cache_store import CacheStore


@dataclass(frozen=True, slots=True)
class SiteInputs:
    """Where a site comes from."""

    ledger: Path
    contract: Path
    sources: Path | None = None
    """Folder of the official texts; None for pages without the official wording."""
    cache: Path | None = None
    """Folder of what one run leaves for the next: entries of the change log and compiled templates."""
    formats: tuple[str, ...] = FURTHER
    """Formats of the downloads beside CSV and JSON."""


@dataclass(frozen=True, slots=True)
class SiteContent:
    """A ledger that may be published, and its pages; no page is made yet."""

    inputs: SiteInputs
    checked: CheckedLedger
    index: LedgerIndex
    components: ComponentBuilder
    releases: Releases
    store: CacheStore
    specs: tuple[PageSpec, ...]
    """The pages: those of the navigation first and in its order."""


def load_content(inputs: SiteInputs, watch: Stopwatch) -> SiteContent:
    """Read and check the ledger, its history and its releases.

    Raises:
        InvalidLedger: the ledger has faults.
        BuildStopped: a release is not what its tag promises.
    """
    checked = load(inputs.ledger, inputs.contract, watch)
    texts: dict[str, str] = {}
    if inputs.sources:
        texts = read_documents(inputs.sources, [document.id for document in checked.ledger.documents])
    store = CacheStore(inputs.cache)
    with watch.stage(command_words.STAGE_HISTORY):
        history = read_log(inputs.ledger, checked.contract, store)
        releases = _read_releases(inputs, store)
    index = LedgerIndex(checked, history, releases)
    components = ComponentBuilder(index, texts)
    bytecode = inputs.cache / "templates" if inputs.cache else None
    specs = registry.plans(components, checked.site, checked.contract, bytecode, inputs.formats)
    return SiteContent(inputs, checked, index, components, releases, store, tuple(specs))


def _read_releases(inputs: SiteInputs, store: CacheStore) -> Releases:
    try:
        return read_releases(inputs.ledger, inputs.contract, store)
    except BadRelease as bad:
        why = command_words.BAD_RELEASE[bad.reason]
        raise BuildStopped(command_words.RELEASE_REFUSED.format(tag=bad.tag, why=why)) from bad


def downloads(content: SiteContent) -> Iterator[OutputFile]:
    """Every file of the site that is no page: data package, pictures, feeds, changes and releases."""
    checked, index, inputs = content.checked, content.index, content.inputs
    if "pictures" in inputs.formats:
        yield from picture_outputs(content.components, checked.site)
    yield from package.outputs(checked, index, content.store, inputs.formats)
    yield from change_outputs(checked.contract, index.changes.log)
    yield from atom_feeds.outputs(checked, index.changes)
    yield from release_outputs(checked.folder, inputs.contract, content.releases)
