"""All downloads of a site."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import partial
from pathlib import Path

from generator.downloads.catalogues.descriptions import description_outputs
from generator.downloads.dataset import Dataset
from generator.downloads.output import OutputFile
from generator.downloads.package import package_outputs
from generator.downloads.pictures.svg import picture_outputs
from generator.downloads.readme import NAME, readme_of_site
from generator.downloads.records.assignment_tables import assignment_outputs
from generator.downloads.records.atom_feeds import feed_outputs
from generator.downloads.records.change_files import change_outputs
from generator.downloads.records.compared_series import compared_outputs
from generator.downloads.records.due_calendars import calendar_outputs
from generator.downloads.records.former_files import at_former_addresses, gone_outputs
from generator.downloads.records.indicator_series import series_outputs
from generator.downloads.records.indicator_workbooks import workbook_outputs
from generator.downloads.records.record_metadata import metadata_outputs
from generator.downloads.records.release_files import release_outputs
from generator.downloads.registry import format_outputs
from generator.language.download_words import OPTIONAL, formats_of
from generator.ledger.reading.ledger_files import find_files


def site_outputs(dataset: Dataset, contract_path: Path, optional: Collection[str] = OPTIONAL) -> Iterator[OutputFile]:
    """Every download of a site, one after the other.

    Args:
        dataset: the ledger.
        contract_path: where the contract stands, for releases of the data.
        optional: which of :data:`OPTIONAL` the site has.
    """
    yield from row_outputs(dataset)
    yield from other_outputs(dataset, contract_path, optional)


def row_outputs(dataset: Dataset) -> Iterator[OutputFile]:
    """Those that every site has and that are made of rows alone: the data package, and the figures of indicators."""
    yield from package_outputs(dataset)
    yield from at_former_addresses(series_outputs(dataset), dataset.context.former)


def other_outputs(dataset: Dataset, contract_path: Path, optional: Collection[str] = OPTIONAL) -> Iterator[OutputFile]:
    """All others; see :func:`site_outputs`."""
    yield from at_former_addresses(_other_outputs(dataset, contract_path, optional), dataset.context.former)


def _other_outputs(dataset: Dataset, contract_path: Path, optional: Collection[str]) -> Iterator[OutputFile]:
    yield from _further_outputs(dataset, optional)
    yield OutputFile(NAME, partial(readme_of_site, dataset))
    yield from compared_outputs(dataset)
    if "records" in optional:
        yield from gone_outputs(dataset.context.former)
        yield from assignment_outputs(dataset)
        yield from metadata_outputs(dataset)
        yield from calendar_outputs(dataset)
        yield from description_outputs(dataset, optional)
        if "xlsx" in optional:
            yield from workbook_outputs(dataset)
    if "pictures" in optional:
        yield from picture_outputs(dataset)
    yield from change_outputs(dataset)
    yield from feed_outputs(dataset)
    yield from release_outputs(dataset, contract_path)
    yield from _yaml_outputs(dataset)


def ledger_outputs(dataset: Dataset, optional: Iterable[str] = OPTIONAL) -> Iterator[OutputFile]:
    """The whole ledger: the data package, and the files of further formats."""
    yield from package_outputs(dataset)
    yield from _further_outputs(dataset, optional)


def _further_outputs(dataset: Dataset, optional: Iterable[str]) -> Iterator[OutputFile]:
    """The files of further formats."""
    for form in formats_of(optional):
        if not form.always:
            yield from format_outputs(dataset, form)


def _yaml_outputs(dataset: Dataset) -> Iterator[OutputFile]:
    """The ledger's own YAML files, below ``ledger/``: what was checked, not a hidden draft."""
    folder, unpublished_tables = dataset.checked.folder, dataset.site.unpublished_tables
    for name, path in find_files(folder).files.items():
        first = Path(name).with_suffix("").parts[0]
        if path.suffix == ".yml" and first not in unpublished_tables:  # rounds.yml, submissions/*.yml
            yield OutputFile(f"ledger/{name}", path.read_bytes)
