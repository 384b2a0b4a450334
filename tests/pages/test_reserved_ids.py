"""The addresses of pages that every site has are no ids of records."""

from __future__ import annotations

from generator.ledger.checks.rules.addresses import RESERVED_IDS
from generator.ledger.load import load
from generator.pages.registry import page_kinds
from tests.helpers.pages import CONTRACT, context_of, specs_of

DISTRICT = CONTRACT.parent / "tests" / "district" / "data"


def test_pages_beside_those_of_records_have_reserved_names() -> None:
    """A page that stands in a folder of records, and is no record's, has a name that no record may have.

    The further pages of a list lie below ``page``.
    """
    checked = load(DISTRICT, CONTRACT)
    table_of = {row["id"]: table for table, rows in checked.tables.rows.items() for row in rows if row["id"]}
    paths = [spec.path.strip("/").split("/") for spec in specs_of(context_of(checked))]
    pages = [(path[0], path[1]) for path in paths if len(path) == 2]
    tables = {folder: table_of[name] for folder, name in pages if name in table_of}
    assert len(tables) > 7
    built_in = {(tables[folder], name) for folder, name in pages if folder in tables and name not in table_of}
    lists = [kind.rows.path.strip("/") for kind in page_kinds() if kind.rows]
    built_in |= {(tables[folder], "page") for folder in lists if folder in tables}
    assert built_in == {(table, name) for table, names in RESERVED_IDS.items() for name in names}
