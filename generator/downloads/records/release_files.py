"""The files of every release, below ``releases/<version>/``: its tables as CSV, and its data package."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

from generator.downloads.dataset import Dataset
from generator.downloads.formats.json import to_description
from generator.downloads.output import OutputFile
from generator.history.due_version import LedgerState
from generator.history.releases import Release, state_of
from generator.support.csv_text import to_csv


def release_outputs(dataset: Dataset, contract_path: Path) -> Iterator[OutputFile]:
    """The files of all releases, a table that is not public without rows; a release is read with its first file."""
    unpublished_tables = dataset.site.unpublished_tables
    for release in dataset.index.releases:
        state = cache(partial(state_of, dataset.checked.folder, contract_path, release))
        for table, _ in release.rows:
            make = partial(_head if table in unpublished_tables else _csv, state, table)
            yield OutputFile(f"releases/{release.version}/{table}.csv", make)
        yield OutputFile(f"releases/{release.version}/datapackage.json", partial(_descriptor, state, release))


def _csv(state: Callable[[], LedgerState], table: str) -> bytes:
    return state().csv(table)


def _head(state: Callable[[], LedgerState], table: str) -> bytes:
    return to_csv(state().contract.tables[table].columns, ())


def _descriptor(state: Callable[[], LedgerState], release: Release) -> bytes:
    """The contract of that time, and the files that stand beside it."""
    contract = state().contract.descriptor
    resources = [{**resource, "path": f"{resource['name']}.csv"} for resource in contract["resources"]]
    own = {"version": release.version, "created": f"{release.day}T00:00:00Z", "resources": resources}
    return to_description({**contract, **own})
