"""Parquet files, read by another implementation than the one that wrote them."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.downloads.formats.parquet import write_table
from tests.conftest import ROOT
from tests.helpers.copying import FORMULAS, ODD, district, specs, spoilt
from tests.helpers.endurance import examples
from tests.helpers.readers import read_parquet

TABLES = tuple(specs())
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=4) | st.sampled_from(FORMULAS + ODD)
NUMBER = st.decimals(-(10**12), 10**12, places=3).map(lambda d: f"{d:f}") | st.sampled_from(["", "5.50", "0", "7"])


def read(content: bytes) -> tuple[dict[str, str], list[dict[str, Any]]]:
    """Names and types of the columns, and the rows."""
    found = pyarrow.parquet.read_table(io.BytesIO(content))
    return {field.name: str(field.type) for field in found.schema}, found.to_pylist()


@examples(60)
@given(rows=st.lists(st.tuples(TEXT, NUMBER), max_size=5))
def test_any_text_and_any_number_come_back(rows: list[tuple[str, str]]) -> None:
    """Line breaks, quotes, blanks, formulas; numbers of different lengths: what is written is what is read."""
    spec = specs()["targets"]
    cells = [row for text, number in rows for row in spoilt("targets", [text], [number])]
    assert read_parquet(write_table(spec, cells), spec) == cells


@pytest.mark.parametrize("table", TABLES)
def test_columns_have_the_types_of_the_contract(table: str) -> None:
    """Integers, dates and truths are that; numbers are decimals; all else, enumerations too, is text."""
    spec = specs()[table]
    columns, _ = read(write_table(spec, district().cells(table)))
    kinds = {"integer": "int64", "date": "date32[day]", "boolean": "bool", "string": "string"}
    for field in spec.fields:
        assert columns[field.name].startswith(kinds.get(field.type, "decimal128(38, "))


def test_numbers_are_exact_and_dates_are_days() -> None:
    """The decimal has room for the longest fraction and is the number that is written."""
    spec = specs()["targets"]
    numbers = ["5.50", "4.125", "-3", "0", "12345678901234567.5"]
    columns, rows = read(write_table(spec, spoilt("targets", ["x"], numbers)))
    assert columns["value"] == "decimal128(38, 3)"
    assert [row["value"] for row in rows] == [Decimal(number) for number in numbers]
    assert [row["value_digits"] for row in rows] == numbers
    _, rows = read(write_table(specs()["documents"], district().cells("documents")))
    assert any(isinstance(row["published_on"], date) for row in rows)


def test_numbers_beyond_any_decimal_keep_their_digits() -> None:
    """Where no decimal has room for a column, the number is a float and its digits are still exact."""
    numbers = ["1" * 30, f"0.{'1' * 20}"]
    columns, rows = read(write_table(specs()["targets"], spoilt("targets", ["x"], numbers)))
    assert columns["value"] == "double"
    assert [row["value_digits"] for row in rows] == numbers


def test_titles_travel_with_the_columns() -> None:
    """The Chinese title of each column is in its field's metadata."""
    spec = specs()["targets"]
    schema = pyarrow.parquet.read_schema(io.BytesIO(write_table(spec, district().cells("targets"))))
    assert schema.field("value").metadata == {b"title": spec.by_name["value"].title.encode()}


def test_the_same_table_gives_the_same_bytes_in_every_process() -> None:
    """Nothing of the moment or of the process is in the file."""
    code = (
        "import hashlib; from generator.downloads.formats.parquet import write_table;"
        "from tests.helpers.copying import district, specs; d = district();"
        "print(hashlib.sha256(b''.join(write_table(s, d.cells(n)) for n, s in specs().items())).hexdigest())"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    here = b"".join(write_table(spec, district().cells(name)) for name, spec in specs().items())
    assert run.stdout.strip() == hashlib.sha256(here).hexdigest()
