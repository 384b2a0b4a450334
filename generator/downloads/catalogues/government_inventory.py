"""The core items of the catalogue of government information resources (政务信息资源目录), one row for each table."""

from __future__ import annotations

from collections.abc import Iterable

from generator.downloads.dataset import Dataset
from generator.language import download_words, formatting
from generator.language.download_words import Format
from generator.ledger.contract import TableSpec
from generator.support.csv_text import to_csv


def inventory(dataset: Dataset, formats: Iterable[Format]) -> bytes:
    """A CSV with Chinese headers. Codes are given by whoever keeps the catalogue, so they are empty here."""
    titles = formatting.AND.join(form.title for form in formats)
    rows = [_row(dataset, spec, titles) for spec in dataset.contract.tables.values()]
    return to_csv([*download_words.INVENTORY], rows, with_mark=True)


def _row(dataset: Dataset, spec: TableSpec, formats: str) -> list[str]:
    values = {
        "name": spec.title,
        "provider": dataset.site.publisher,
        "abstract": spec.description,
        "formats": formats,
        "items": formatting.AND.join(f"{f.title}({f.name}，{download_words.FIELD_TYPES[f.type]})" for f in spec.fields),
        "published": str(dataset.index.as_of or ""),
    }
    return [item.format(**values) for item in download_words.INVENTORY.values()]
