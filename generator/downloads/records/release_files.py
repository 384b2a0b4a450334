"""The files of every release, below ``releases/<version>/``: its tables as CSV, and its data package."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from pathlib import Path

from generator.downloads.formats.json import to_description
from generator.downloads.output import OutputFile
from generator.history.due_version import LedgerState
from generator.history.releases import Release, state_of


def release_outputs(folder: Path, contract_path: Path, releases: Iterable[Release]) -> Iterator[OutputFile]:
    """The files of all releases; a release is read from git when its first file is made."""
    for release in releases:
        state = cache(partial(state_of, folder, contract_path, release))
        for table, _ in release.rows:
            yield OutputFile(f"releases/{release.version}/{table}.csv", partial(_csv, state, table))
        yield OutputFile(f"releases/{release.version}/datapackage.json", partial(_descriptor, state, release))


def _csv(state: Callable[[], LedgerState], table: str) -> bytes:
    return state().csv(table)


def _descriptor(state: Callable[[], LedgerState], release: Release) -> bytes:
    """The contract of that time, and the files that stand beside it."""
    contract = state().contract.descriptor
    resources = [{**resource, "path": f"{resource['name']}.csv"} for resource in contract["resources"]]
    own = {"version": release.version, "created": f"{release.day}T00:00:00Z", "resources": resources}
    return to_description({**contract, **own})
