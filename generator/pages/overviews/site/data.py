"""The page of the data: its tables and columns, and the formats in which it can be downloaded."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from generator.analysis.record_dates import site_dates
from generator.language.download_words import Format, formats_of
from generator.ledger.contract import TableSpec
from generator.pages.components.structured_data import dataset
from generator.pages.context import PageContext
from generator.pages.page import index_kind


class TableRow(NamedTuple):
    """A table of the data package: name, Chinese title, description, number of rows, columns."""

    name: str
    title: str
    description: str
    rows: int
    columns: tuple[tuple[str, str, str, bool], ...]


class FormatRow(NamedTuple):
    """A format of the data package."""

    title: str
    file: str
    """Its only file, beside the page of the data; empty where each table is a file."""
    suffix: str
    description: Markup


class DataView(NamedTuple):
    """What the page shows."""

    tables: tuple[TableRow, ...]
    rows: int
    """Of all tables."""
    empty: int
    """Tables without a row."""
    described: Markup
    """What catalogues of data sets read."""
    formats: tuple[FormatRow, ...]


def data_view(context: PageContext) -> DataView:
    """What the page shows."""
    index, tables = context.index, context.contract.tables
    years = [year for plan in index.ledger.plans for year in (plan.start_year, plan.end_year)]
    described = dataset(context.site, tables, years, site_dates(index), context.formats)
    formats = tuple(_format(context, form) for form in formats_of(context.formats))
    rows = tuple(_table(context, spec) for spec in tables.values())
    return DataView(rows, sum(t.rows for t in rows), sum(not t.rows for t in rows), described, formats)


def _format(context: PageContext, form: Format) -> FormatRow:
    file = form.file(context.site.package) if form.one_file else ""
    return FormatRow(form.title, file, form.name, Markup(form.description_beside(context.formats)))


def _table(context: PageContext, spec: TableSpec) -> TableRow:
    rows = () if spec.name in context.site.unpublished_tables else getattr(context.index.ledger, spec.name)
    columns = tuple((f.name, f.title, f.description, f.required) for f in spec.fields)
    return TableRow(spec.name, spec.title, spec.description, len(rows), columns)


KINDS = (
    index_kind("data", data_view, template="overviews/site/data.html", order=80, map_order=70, in_navigation=True),
)
