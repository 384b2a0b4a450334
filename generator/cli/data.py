"""Commands that write the data or the pages without the site: ``export``, ``pages``."""

from __future__ import annotations

import argparse

from generator.analysis.ledger_index import LedgerIndex
from generator.cli.common import data_folder, load_publishable, texts_folder
from generator.downloads.dataset import Dataset
from generator.downloads.output import Files, make_all, write
from generator.downloads.site_files import ledger_outputs
from generator.history.log_reader import read_log
from generator.language import command_words
from generator.language.download_words import OPTIONAL
from generator.language.official_text import read_documents
from generator.pages import registry
from generator.pages.context import PageContext
from generator.pages.markdown import source_path, to_markdown
from generator.support.cache_store import CacheStore


def export(options: argparse.Namespace) -> int:
    """Write the data package."""
    checked = load_publishable(options)
    dataset = Dataset(checked, PageContext(LedgerIndex(checked)))
    return _write(make_all(ledger_outputs(dataset, () if options.only_csv_json else OPTIONAL)), options)


def pages(options: argparse.Namespace) -> int:
    """Write the pages as Markdown files."""
    checked = load_publishable(options)
    folder = texts_folder(options)
    texts = read_documents(folder, [d.id for d in checked.ledger.documents]) if folder else {}
    history = read_log(data_folder(options), checked.contract, CacheStore(None))
    generated = registry.pages(registry.page_context(LedgerIndex(checked, history), texts, OPTIONAL))
    return _write({source_path(page.path): to_markdown(page) for page in generated}, options)


def _write(files: Files, options: argparse.Namespace) -> int:
    write(files, options.folder)
    print(command_words.WRITTEN.format(count=len(files), folder=options.folder))
    return 0
