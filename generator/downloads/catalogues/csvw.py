"""CSV on the Web: what the columns of each table are, beside its CSV, and all tables with their keys in one file."""

from __future__ import annotations

from typing import Any

from generator.ledger.contract import Contract, Field, TableSpec
from generator.ledger.reading.site_settings import SiteSettings

CONTEXT = ["http://www.w3.org/ns/csvw", {"@language": "zh"}]
DATATYPES: dict[str, object] = {
    "string": "string",
    "integer": "integer",
    "number": "decimal",
    "date": "date",
    "boolean": {"base": "boolean", "format": "true|false"},
}
"""Type of the contract → datatype of CSVW."""


def csvw_of_table(spec: TableSpec, site: SiteSettings) -> dict[str, Any]:
    """The metadata of one CSV, found by its name: ``<table>.csv-metadata.json``."""
    return {"@context": CONTEXT, **_table(spec), "dc:license": {"@id": site.licence.path}}


def csvw_of_all(contract: Contract, site: SiteSettings) -> dict[str, Any]:
    """All tables, with the keys that lead from one to another."""
    return {
        "@context": CONTEXT,
        "dc:title": site.name,
        "dc:description": site.description,
        "dc:license": {"@id": site.licence.path},
        "tables": [_with_keys(spec) for spec in contract.tables.values()],
    }


def _with_keys(spec: TableSpec) -> dict[str, Any]:
    table = _table(spec)
    table["tableSchema"]["foreignKeys"] = [
        {"columnReference": key.column, "reference": {"resource": f"{key.table}.csv", "columnReference": "id"}}
        for key in spec.foreign_keys
    ]
    return table


def _table(spec: TableSpec) -> dict[str, Any]:
    schema = {"columns": list(map(_column, spec.fields)), "primaryKey": list(spec.primary_key)}
    return {
        "url": f"{spec.name}.csv",
        "dc:title": spec.title,
        "dc:description": spec.description,
        "tableSchema": schema,
    }


def _column(field: Field) -> dict[str, Any]:
    return {
        "name": field.name,
        "titles": {"zh": [field.title], "und": [field.name]},
        "dc:description": field.description,
        "datatype": DATATYPES[field.type],
        **({"required": True} if field.required else {}),
    }
