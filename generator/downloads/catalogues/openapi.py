"""OpenAPI 3.1: the addresses of the downloads, as other systems ask for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.downloads.formats.json import Columns
from generator.downloads.records.assignment_tables import TYPES as ASSIGNMENT_TYPES
from generator.downloads.records.indicator_series import TYPES as SERIES_TYPES
from generator.language import download_words
from generator.language.download_words import Format
from generator.ledger.contract import Contract, Field, TableSpec
from generator.ledger.reading.site_settings import SiteSettings

SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$"
SERVER = "../"
"""The site's root, as seen from the description: it holds under whatever address the site lives."""
FOLDERS = {
    "indicators": ("indicator", "indicators", "Figure"),
    "tasks": ("task", "tasks", "Duty"),
    "departments": ("department", "organizations", "Duty"),
    "towns": ("town", "organizations", "Duty"),
}
"""Folder of records → what one is, the table that names them, and what a row of its data is."""
TYPES: dict[str, dict[str, str]] = {
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
}


def openapi(contract: Contract, site: SiteSettings, formats: list[Format]) -> dict[str, Any]:
    """The description; the site's own address is not needed."""
    tables = contract.tables.values()
    licence = {"name": site.licence.title, "url": site.licence.path}
    about = {
        "title": site.name,
        "version": site.version,
        "description": download_words.API["description"],
        "license": licence,
    }
    whole = {
        "/datapackage.json": _get("package", "application/json", {"type": "object"}),
        "/data/catalog.jsonld": _get("catalog", "application/ld+json", {"type": "object"}),
        "/data/csvw.json": _get("csvw", "application/csvm+json", {"type": "object"}),
    }
    schemas = {spec.name: _row(spec) for spec in tables}
    schemas |= {"Figure": _object(SERIES_TYPES), "Duty": _object(ASSIGNMENT_TYPES), "Metadata": _metadata()}
    paths = {**whole, **{path: get for spec in tables for path, get in _table(spec, formats)}}
    paths |= {path: get for folder in FOLDERS for path, get in _record(folder)}
    return {
        "openapi": "3.1.0",
        "info": about,
        "servers": [{"url": SERVER}],
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _table(spec: TableSpec, formats: Iterable[Format]) -> Iterator[tuple[str, Any]]:
    """The files of a table. JSON is a list of its rows; all others are described by their media type."""
    rows = {"type": "array", "items": _ref(spec.name)}
    for form in formats:
        schema = rows if form.name == "json" else {"type": "string"}
        what = form.table_note or form.title
        yield f"/data/{form.file(spec.name)}", _get("table", form.media_type, schema, title=spec.title, what=what)


def _record(folder: str) -> list[tuple[str, Any]]:
    word, table, row = FOLDERS[folder]
    what = download_words.API[word]
    about = {"description": download_words.API["id"].format(what=what, table=table), "schema": {"type": "string"}}
    about["schema"]["pattern"] = SLUG  # type: ignore[index]  # the dict right above
    given = [{"name": "id", "in": "path", "required": True, **about}]
    schemas: dict[str, tuple[str, str, dict[str, Any]]] = {
        "data.csv": ("csv", "text/csv", {"type": "string"}),
        "data.json": ("json", "application/json", {"type": "array", "items": _ref(row)}),
        "metadata.json": ("metadata", "application/json", _ref("Metadata")),
    }
    return [
        (f"/{folder}/{{id}}/{file}", {"parameters": given, **_get(form, media, schema, what=what, missing=True)})
        for file, (form, media, schema) in schemas.items()
    ]


def _get(
    words: str, media: str, schema: dict[str, Any], *, title: str = "", what: str = "", missing: bool = False
) -> dict[str, Any]:
    summary = download_words.API[words].format(what=what)
    answers: dict[str, Any] = {
        "200": {"description": download_words.API["found"], "content": {media: {"schema": schema}}},
    }
    if missing:
        answers["404"] = {"description": download_words.API["missing"]}
    return {"get": {"summary": f"{title}：{summary}" if title else summary, "responses": answers}}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _row(spec: TableSpec) -> dict[str, Any]:
    properties = {f.name: _field(f) for f in spec.fields}
    return {"type": "object", "title": spec.title, "properties": properties, "required": list(properties)}


def _field(field: Field) -> dict[str, Any]:
    schema: dict[str, Any] = {"title": field.title, "description": field.description, **TYPES[field.type]}
    if not field.required:
        schema["type"] = [schema["type"], "null"]
    if field.enum:
        schema["enum"] = [*field.enum, *([] if field.required else [None])]
    return schema


def _object(columns: Columns) -> dict[str, Any]:
    properties = {name: {"type": [kind, "null"]} for name, kind in columns}
    return {"type": "object", "properties": properties, "required": [name for name, _ in columns]}


def _metadata() -> dict[str, Any]:
    texts = {"type": "object", "additionalProperties": {"type": "string"}}
    properties: dict[str, Any] = {
        "id": {"type": "string"},
        "plan": texts,
        "section": {"type": "array", "items": texts},
        "sources": {"type": "array", "items": texts},
        "updated": {"type": ["string", "null"], "format": "date"},
        "updated_from": {"type": "string", "enum": ["commit", "document"]},
        "document_date": {"type": ["string", "null"], "format": "date"},
        "version": {"type": "string"},
        "licence": texts,
        "attribution": {"type": "string"},
        "citation": texts,
        "files": texts,
    }
    required = [name for name in properties if name not in ("plan", "section")]
    return {"type": "object", "properties": properties, "required": required}
