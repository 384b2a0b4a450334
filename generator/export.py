"""The data package: CSV and JSON of every table, the published descriptor, the ledger's own files, one zip of all.

Everything is made of the checked text rows, so that what is published is what was checked, digit by digit.
"""

from __future__ import annotations

import copy
import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from generator import terms
from generator.contract import Contract, TableSpec
from generator.pipeline import Checked
from generator.site import Site
from generator.tables import Row

Files = dict[str, bytes]
"""Path below the site's root → content."""

ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can hold: the same rows give the same bytes."""


def to_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """RFC 4180 in UTF-8 without BOM."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode()


def to_json(columns: Sequence[tuple[str, str]], rows: Iterable[Row | dict[str, str]]) -> bytes:
    """A list of records of (column, type); numbers keep the digits they are written with, an empty cell is null."""
    quoted = [(json.dumps(column), column, kind) for column, kind in columns]
    records = [
        "  {" + ", ".join(f"{name}: {_literal(row[column], kind)}" for name, column, kind in quoted) + "}"
        for row in rows
    ]
    return ("[\n" + ",\n".join(records) + "\n]\n").encode() if records else b"[]\n"


def _literal(text: str, kind: str) -> str:
    """A cell as JSON: checked spellings of numbers and booleans are JSON already."""
    if not text:
        return "null"
    if kind in ("number", "integer", "boolean"):
        return text
    return json.dumps(text, ensure_ascii=False)


FORMATS: dict[str, Callable[[TableSpec, list[Row]], bytes]] = {
    "csv": lambda spec, rows: to_csv(spec.columns, ([r[c] for c in spec.columns] for r in rows)),
    "json": lambda spec, rows: to_json([(f.name, f.type) for f in spec.fields], rows),
}
"""Format → how a table becomes a file; a new format is a new entry."""


def tables(checked: Checked) -> Files:
    """Every table in every format, below ``data/``."""
    return {
        f"data/{name}.{suffix}": write(spec, checked.tables.rows[name])
        for name, spec in checked.contract.tables.items()
        for suffix, write in FORMATS.items()
    }


def descriptor(checked: Checked, files: Files, as_of: date | None) -> dict[str, Any]:
    """The published descriptor: the contract's schemas with paths, sizes and hashes of files, and the site's words."""
    published = copy.deepcopy(checked.contract.descriptor)
    resources = published.pop("resources")
    published |= _about(checked.site, checked.contract, as_of)
    published["sources"] = [{"title": d.title, **({"path": d.url} if d.url else {})} for d in checked.ledger.documents]
    for resource in resources:
        resource["path"] = resource["path"].removeprefix("site/")
        content = files[resource["path"]]
        resource["bytes"] = len(content)
        resource["hash"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
    return {**published, "resources": resources}


def _about(site: Site, contract: Contract, as_of: date | None) -> dict[str, Any]:
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


def package(checked: Checked, as_of: date | None) -> Files:
    """All files of the data package."""
    files = tables(checked)
    text = json.dumps(descriptor(checked, files, as_of), ensure_ascii=False, indent=2)
    files["datapackage.json"] = (text + "\n").encode()
    files[f"data/{checked.site.package}.zip"] = to_zip(files)
    return files


def to_zip(files: Files) -> bytes:
    """A zip of files in the order of their names, with fixed times."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, files[name])
    return out.getvalue()


def ledger_files(folder: Path) -> Files:
    """The ledger's own YAML files, below ``ledger/``: a page links to the file of its record."""
    return {f"ledger/{p.relative_to(folder).as_posix()}": p.read_bytes() for p in sorted(folder.rglob("*.yml"))}


# -- the rows of one indicator

SERIES = (
    "kind",
    "indicator",
    "name",
    "organization",
    "start",
    "end",
    "comparator",
    "value",
    "unit",
    "value_text",
    "qualifier",
    "basis",
    "status",
    "document",
    "locator",
    "passage",
    "fingerprint",
    "note",
)
"""Columns of an indicator's own download: targets and results in one table."""
SERIES_TYPES = [(column, "number" if column == "value" else "string") for column in SERIES]


def series(checked: Checked) -> Files:
    """``indicators/<id>/data.csv`` and ``data.json``: what each indicator's page shows."""
    rows: dict[str, list[dict[str, str]]] = {row["id"]: [] for row in checked.tables.rows["indicators"]}
    about = {row["id"]: row for row in checked.tables.rows["indicators"]}
    for kind, table, start, end in (
        (terms.TARGET, "targets", "start_year", "end_year"),
        (terms.RESULT, "observations", "period", "period"),
    ):
        for row in checked.tables.rows[table]:
            indicator = about[row["indicator"]]
            own = {"kind": kind, "name": indicator["name"], "unit": indicator["unit"]}
            own |= {"start": row["since_year"] or row[start], "end": row[end]}
            rows[row["indicator"]].append({c: own.get(c, row[c]) for c in SERIES})
    return dict(_series_files(rows))


def _series_files(rows: dict[str, list[dict[str, str]]]) -> Iterator[tuple[str, bytes]]:
    for id_, found in rows.items():
        yield f"indicators/{id_}/data.csv", to_csv(SERIES, ([r[c] for c in SERIES] for r in found))
        yield f"indicators/{id_}/data.json", to_json(SERIES_TYPES, found)


def write(files: Files, folder: Path) -> None:
    """Write files below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
