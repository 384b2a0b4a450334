"""What a site is made of: the checked ledger with its look-ups, the pages, and the downloads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.analysis.ledger_index import LedgerIndex
from generator.downloads.dataset import Dataset
from generator.downloads.output import OutputFile
from generator.downloads.site_files import site_outputs
from generator.history.log_reader import read_log
from generator.history.releases import BadRelease, Releases, read_releases
from generator.language import command_words
from generator.language.download_words import OPTIONAL
from generator.language.official_text import read_documents
from generator.ledger.load import CheckedLedger, load
from generator.pages import registry
from generator.pages.context import PageContext
from generator.pages.page import PageSpec
from generator.publish.site_writer import BuildStopped
from generator.support.cache_store import CacheStore
from generator.support.stopwatch import Stopwatch


@dataclass(frozen=True, slots=True)
class SiteInputs:
    """Where a site comes from."""

    ledger: Path
    contract: Path
    sources: Path | None = None
    """Folder of the official texts; None for pages without the official wording."""
    cache: Path | None = None
    """Folder of what one run leaves for the next: entries of the change log and compiled templates."""
    formats: tuple[str, ...] = OPTIONAL
    """The optional formats and files that the site has."""


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
    context = registry.page_context(index, texts, inputs.formats)
    bytecode = inputs.cache / "templates" if inputs.cache else None
    specs = registry.page_specs(context, bytecode)
    return SiteContent(inputs, checked, index, context, tuple(specs))


def _read_releases(inputs: SiteInputs, store: CacheStore) -> Releases:
    try:
        return read_releases(inputs.ledger, inputs.contract, store)
    except BadRelease as bad:
        why = command_words.BAD_RELEASE[bad.reason]
        raise BuildStopped(command_words.RELEASE_REFUSED.format(tag=bad.tag, why=why)) from bad


def downloads(content: SiteContent) -> Iterator[OutputFile]:
    """Every file of the site that is no page: data package, pictures, feeds, changes and releases."""
    dataset = Dataset(content.checked, content.context)
    return site_outputs(dataset, content.inputs.contract, content.inputs.formats)
