"""The data package: CSV and JSON of every table, the published descriptor, one zip of these, copies in further formats;
and the ledger's own files.

Everything is made of the checked text rows, so that what is published is what was checked, digit by digit. Each file is
an Output: whoever kept the files of an earlier build makes only those whose key is another one now.
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.downloads.catalogues import catalogue_outputs
from generator.downloads.output import Bodies, Files, OutputFile, made
from generator.downloads.records.indicator_series import series_outputs
from generator.downloads.registry import copies
from generator.downloads.tabular import FURTHER, Cells, to_csv, to_description, to_json
from generator.ledger.contract import Contract, TableSpec
from generator.ledger.load import CheckedLedger
from generator.ledger.reading.site_settings import SiteSettings
from generator.support.cache_store import CacheStore, digest, program
from generator.support.zip_files import Member, compressed, to_zip

FORMATS: dict[str, Callable[[TableSpec, Sequence[Cells]], bytes]] = {
    "csv": lambda spec, rows: to_csv(spec.columns, rows),
    "json": lambda spec, rows: to_json(tuple((f.name, f.type) for f in spec.fields), rows),
}
"""Format → how a table becomes a file; a new format is a new entry."""

DESCRIPTOR = "datapackage.json"
STORED = "export"
"""Name in the store of what is known of the tables' files."""


def outputs(
    checked: CheckedLedger, index: LedgerIndex, store: CacheStore, formats: Sequence[str] = FURTHER
) -> list[OutputFile]:
    """Every download of the site. ``store`` keeps what the zip and the descriptor need to know of unchanged tables.

    ``formats`` are those beside CSV and JSON, of :data:`generator.downloads.tabular.FURTHER`.
    """
    bodies = Bodies(checked)
    return [
        *_package_outputs(checked, index.as_of, bodies, store),
        *copies(checked, index, bodies, formats),
        *series_outputs(checked, bodies),
        *(catalogue_outputs(checked, index.as_of) if "records" in formats else ()),
        *_ledger_outputs(checked.folder),
    ]


def package(checked: CheckedLedger, index: LedgerIndex, formats: Sequence[str] = FURTHER) -> Files:
    """All files of the data package."""
    bodies = Bodies(checked)
    plain = _package_outputs(checked, index.as_of, bodies, CacheStore(None))
    return made([*plain, *copies(checked, index, bodies, formats)])


def _ledger_outputs(folder: Path) -> list[OutputFile]:
    """The ledger's own YAML files, below ``ledger/``: a page links to the file of its record.

    A file is read once, so that its key cannot be that of another content.
    """
    contents = {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*.yml"))}
    return [
        OutputFile(f"ledger/{name}", digest(content), partial(bytes, content)) for name, content in contents.items()
    ]


def write(files: Files, folder: Path) -> None:
    """Write files below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


# -- the package


def _package_outputs(checked: CheckedLedger, as_of: date | None, bodies: Bodies, store: CacheStore) -> list[OutputFile]:
    tables = _table_outputs(checked, bodies)
    packed = _Packed(tables, store)
    keys = [table.key for table in tables]
    plan = _descriptor(checked, as_of)

    @cache
    def descriptor() -> bytes:
        return to_description({**plan, "resources": [_with_facts(resource, packed) for resource in plan["resources"]]})

    def archive() -> bytes:
        members = {table.path: packed[table.path].member for table in tables}
        members[DESCRIPTOR] = compressed(descriptor())
        packed.save()
        return to_zip(sorted(members.items()))

    key = digest(program(), to_description(plan), *keys)
    described = OutputFile(DESCRIPTOR, key, descriptor)
    return [*tables, described, OutputFile(f"data/{checked.site.package}.zip", key, archive)]


def _table_outputs(checked: CheckedLedger, bodies: Bodies) -> list[OutputFile]:
    """Every table in every format, below ``data/``; a content is kept, since the zip and the descriptor ask for it."""

    def content(spec: TableSpec, suffix: str) -> bytes:
        return FORMATS[suffix](spec, bodies.cells(spec.name))

    return [
        OutputFile(
            f"data/{name}.{suffix}",
            digest(program(), suffix, repr([(f.name, f.type) for f in spec.fields]), checked.tables.digest(name)),
            cache(partial(content, spec, suffix)),
        )
        for name, spec in checked.contract.tables.items()
        for suffix in FORMATS
    ]


class _Facts(NamedTuple):
    """What the descriptor and the zip need to know of a table's file."""

    sha256: str
    member: Member


class _Packed:
    """The facts of every table's file: from the store while the file's key is the same, else from its content."""

    def __init__(self, tables: list[OutputFile], store: CacheStore) -> None:
        self._tables = {table.path: table for table in tables}
        self._store = store
        self._known: dict[str, tuple[bytes, str, int, int, bytes]] = store.load(STORED, b"") or {}

    def __getitem__(self, path: str) -> _Facts:
        table = self._tables[path]
        if path not in self._known or self._known[path][0] != table.key:
            content = table.make()
            self._known[path] = (table.key, hashlib.sha256(content).hexdigest(), *compressed(content))
        _, sha256, size, crc, deflated = self._known[path]
        return _Facts(sha256, Member(size, crc, deflated))

    def save(self) -> None:
        """Keep the facts of the tables that there are now."""
        self._store.save(STORED, b"", {path: self._known[path] for path in self._tables})


def _with_facts(resource: dict[str, Any], packed: _Packed) -> dict[str, Any]:
    facts = packed[resource["path"]]
    return {**resource, "bytes": facts.member.size, "hash": f"sha256:{facts.sha256}"}


def _descriptor(checked: CheckedLedger, as_of: date | None) -> dict[str, Any]:
    """The published descriptor: the contract's schemas and the site's words; sizes and hashes of files come later."""
    published = copy.deepcopy(checked.contract.descriptor)
    resources = published.pop("resources")
    published |= _about(checked.site, checked.contract, as_of)
    published["sources"] = [{"title": d.title, **({"path": d.url} if d.url else {})} for d in checked.ledger.documents]
    for resource in resources:
        resource["path"] = resource["path"].removeprefix("site/")
    return {**published, "resources": resources}


def _about(site: SiteSettings, contract: Contract, as_of: date | None) -> dict[str, Any]:
    about: dict[str, Any] = {
        "name": site.package,
        "title": f"{site.name}:{contract.descriptor['title']}",
        "description": site.description,
        "version": site.version,
        "licenses": [{"name": site.licence.name, "title": site.licence.title, "path": site.licence.path}],
    }
    if as_of:
        about["created"] = f"{as_of.isoformat()}T00:00:00Z"
    if site.url:
        about |= {"id": f"{site.url}datapackage.json", "homepage": site.url}
    if site.publisher:
        about["contributors"] = [{"title": site.publisher, "roles": ["publisher"]}]
    if site.keywords:
        about["keywords"] = list(site.keywords)
    return about
