"""The core items of the catalogue of government information resources (政务信息资源目录), one row for each table."""

from __future__ import annotations

from generator.downloads.tabular import to_csv
from generator.language import download_words, formatting
from generator.ledger.contract import TableSpec
from generator.ledger.reading.site_settings import SiteSettings

PATH = "data/resource-catalogue.csv"


def inventory(tables: tuple[TableSpec, ...], site: SiteSettings, as_of: str) -> bytes:
    """A CSV with Chinese headers. Codes are given by whoever keeps the catalogue, so they are empty here."""
    return to_csv(tuple(download_words.INVENTORY), [_row(spec, site, as_of) for spec in tables])


def _row(spec: TableSpec, site: SiteSettings, as_of: str) -> tuple[str, ...]:
    known = {
        "name": spec.title,
        "provider": site.publisher,
        "abstract": spec.description,
        "items": formatting.AND.join(f"{f.title}({f.name}，{download_words.FIELD_TYPES[f.type]})" for f in spec.fields),
        "published": as_of,
    }
    return tuple(
        known.get(value[1:-1], "") if value.startswith("{") else value for value in download_words.INVENTORY.values()
    )
