"""CSV on the Web: what the columns of each table are, beside its CSV, and all tables with their keys in one file."""

from __future__ import annotations

from typing import Any

from generator.analysis.record_dates import RecordDates, site_dates, table_dates
from generator.downloads.dataset import Dataset
from generator.ledger.contract import Field, TableSpec

CONTEXT = ["http://www.w3.org/ns/csvw", {"@language": "zh"}]
DATATYPES: dict[str, object] = {
    "string": "string",
    "integer": "integer",
    "number": "decimal",
    "date": "date",
    "boolean": {"base": "boolean", "format": "true|false"},
}
"""Type of the contract → datatype of CSVW."""


def csvw_of_table(dataset: Dataset, table: str) -> dict[str, Any]:
    """The metadata of one CSV, found by its name: ``<table>.csv-metadata.json``."""
    licence = {"@id": dataset.site.licence.path}
    return {"@context": CONTEXT, **_table(dataset, dataset.contract.tables[table]), "dc:license": licence}


def csvw_of_all(dataset: Dataset) -> dict[str, Any]:
    """All tables, with the keys that lead from one to another."""
    site = dataset.site
    return {
        "@context": CONTEXT,
        "dc:title": site.name,
        "dc:description": site.description,
        "dc:license": {"@id": site.licence.path},
        **_dates(site_dates(dataset.index)),
        "tables": [_with_keys(dataset, spec) for spec in dataset.contract.tables.values()],
    }


def _with_keys(dataset: Dataset, spec: TableSpec) -> dict[str, Any]:
    table = _table(dataset, spec)
    table["tableSchema"]["foreignKeys"] = [
        {"columnReference": key.column, "reference": {"resource": f"{key.table}.csv", "columnReference": "id"}}
        for key in spec.foreign_keys
    ]
    return table


def _table(dataset: Dataset, spec: TableSpec) -> dict[str, Any]:
    schema = {"columns": list(map(_column, spec.fields)), "primaryKey": list(spec.primary_key)}
    return {
        "url": f"{spec.name}.csv",
        "dc:title": spec.title,
        "dc:description": spec.description,
        **_dates(table_dates(dataset.index, spec.name)),
        "tableSchema": schema,
    }


def _dates(dates: RecordDates) -> dict[str, Any]:
    """The day of the last change, and beside it that of the newest document; nothing where git does not say."""
    if not dates.changed:
        return {}
    days = {"dc:modified": dates.changed, "dc:issued": dates.document}
    return {name: {"@value": day, "@type": "date"} for name, day in days.items() if day}


def _column(field: Field) -> dict[str, Any]:
    return {
        "name": field.name,
        "titles": {"zh": [field.title], "und": [field.name]},
        "dc:description": field.description,
        "datatype": DATATYPES[field.type],
        **({"required": True} if field.required else {}),
    }
