"""The files of every release, below ``releases/<version>/``: its tables as CSV, and its data package."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from generator.downloads.output import OutputFile
from generator.downloads.tabular import to_description
from generator.history.due_version import LedgerState
from generator.history.releases import Release, Releases, state_of
from generator.support.cache_store import digest, program


def release_outputs(folder: Path, contract_path: Path, releases: Releases) -> list[OutputFile]:
    """The files of all releases; a release is read from git when its first file is made."""
    outputs = []
    for release in releases.all:
        state = cache(partial(state_of, folder, contract_path, release))
        key = digest(program(), *map(repr, release))
        contents: dict[str, Callable[[], bytes]] = {
            f"{table}.csv": partial(_csv, state, table) for table, _ in release.rows
        }
        contents["datapackage.json"] = partial(_descriptor, state, release)
        outputs += [
            OutputFile(f"releases/{release.version}/{name}", digest(key, name), make) for name, make in contents.items()
        ]
    return outputs


def _csv(state: Callable[[], LedgerState], table: str) -> bytes:
    return state().csv(table)


def _descriptor(state: Callable[[], LedgerState], release: Release) -> bytes:
    """The contract of that time, and the files that stand beside it."""
    contract = state().contract.descriptor
    resources = [{**resource, "path": f"{resource['name']}.csv"} for resource in contract["resources"]]
    own = {"version": release.version, "created": f"{release.day}T00:00:00Z", "resources": resources}
    return to_description({**contract, **own})
