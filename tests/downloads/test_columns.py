"""Columns of downloads: typed ones, and columns that the contract has gained."""

from __future__ import annotations

import io
import json
import re
import shutil
import sqlite3

import openpyxl
import pyarrow.parquet
import pytest

from generator.downloads.columns import ARRANGED, typed_columns
from generator.downloads.dataset import Dataset
from generator.downloads.output import Files, make_all
from generator.downloads.site_files import site_outputs
from generator.language import download_words
from generator.ledger.load import load
from tests.conftest import ROOT
from tests.helpers.copying import dataset_of, specs
from tests.helpers.sites import DISTRICT


def test_every_number_has_its_digits_beside_it() -> None:
    """Behind each number stands a text column made of the same cell; all others are those of the contract."""
    for spec in specs().values():
        columns = typed_columns(spec)
        assert len({column.name for column in columns}) == len(columns)
        assert [c.name for c in columns if not c.name.endswith("_digits")] == list(spec.columns)
        for at, column in enumerate(columns):
            if column.type == "number":
                beside = columns[at + 1]
                assert (beside.name, beside.type) == (f"{column.name}_digits", "string")
                assert (beside.place, beside.required) == (column.place, column.required)


def test_the_words_of_digits_are_their_own() -> None:
    """A reader of the words about columns can tell the number from its digits."""
    columns = {column.name: column for column in typed_columns(specs()["targets"])}
    assert columns["value"].title != columns["value_digits"].title
    assert columns["value"].description != columns["value_digits"].description


# -- a column that the contract has gained

NEW = {"name": "remark", "type": "string", "title": "备忘", "description": "新的一列，可以不填。"}
TABLES = ("tasks", "indicators", "organizations")


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """The district's ledger with a contract that has one more optional column in three tables, filled in once."""
    folder = tmp_path_factory.mktemp("extended")
    contract = json.loads((ROOT / "datapackage.json").read_text(encoding="utf-8"))
    for resource in contract["resources"]:
        if resource["name"] in TABLES:
            resource["schema"]["fields"].append(NEW)
    (folder / "datapackage.json").write_text(json.dumps(contract, ensure_ascii=False), encoding="utf-8")
    shutil.copytree(DISTRICT, folder / "data")
    for table in TABLES:
        (path, *_) = sorted((folder / "data" / table).rglob("*.yml"))
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^(- id: .*)$", r"\1\n  remark: 记一笔", text, count=1), encoding="utf-8")
    return dataset_of(load(folder / "data", folder / "datapackage.json"))


@pytest.fixture(scope="module")
def files(extended: Dataset) -> Files:
    """The downloads of that ledger."""
    return make_all(site_outputs(extended, ROOT / "datapackage.json"))


@pytest.mark.parametrize("table", TABLES)
def test_a_new_column_is_in_every_format_of_its_table(table: str, extended: Dataset, files: Files) -> None:
    """CSV, JSON, Parquet, and the table's sheet."""
    assert files[f"data/{table}.csv"].decode().splitlines()[0].endswith(",remark")
    records = json.loads(files[f"data/{table}.json"])
    assert [record["remark"] for record in records].count("记一笔") == 1
    parquet = pyarrow.parquet.read_table(io.BytesIO(files[f"data/{table}.parquet"]))
    assert parquet.column("remark").to_pylist().count("记一笔") == 1
    workbook = openpyxl.load_workbook(io.BytesIO(files[f"data/{extended.site.package}.xlsx"]))
    assert "备忘" in next(workbook[extended.contract.tables[table].title].values)


@pytest.mark.parametrize(
    ("table", "sheet"),
    [("tasks", download_words.TASK_SHEET), ("indicators", download_words.INDICATOR_SHEET)],
)
def test_a_new_column_is_in_the_overview_of_the_workbook(
    table: str, sheet: str, extended: Dataset, files: Files
) -> None:
    """At its end, under its Chinese title."""
    workbook = openpyxl.load_workbook(io.BytesIO(files[f"data/{extended.site.package}.xlsx"]))
    header, *rows = workbook[sheet].values
    assert header[-1] == "备忘"
    assert [row[-1] for row in rows].count("记一笔") == 1 and len(rows) == len(extended.rows(table))


@pytest.mark.parametrize("name", ["tasks", "v_tasks", "indicators", "v_indicators", "organizations"])
def test_a_new_column_is_in_the_tables_and_views_of_the_database(name: str, extended: Dataset, files: Files) -> None:
    """And its words are there, too."""
    base = sqlite3.connect(":memory:")
    base.deserialize(files[f"data/{extended.site.package}.sqlite"])
    assert base.execute(f"SELECT count(*) FROM {name} WHERE remark = '记一笔'").fetchone() == (1,)
    titles = base.execute("SELECT table_name, title FROM about_columns WHERE column_name = 'remark'").fetchall()
    assert sorted(titles) == sorted((table, "备忘") for table in TABLES)
    base.close()


@pytest.mark.parametrize("table", TABLES)
def test_a_new_column_is_in_the_description_of_its_record(table: str, extended: Dataset, files: Files) -> None:
    """``metadata.json`` of the record that has it filled in."""
    (row,) = (row for row in extended.rows(table) if row["remark"])
    described = [json.loads(files[path]) for path in files if path.endswith(f"/{row['id']}/metadata.json")]
    assert [record["remark"] for record in described] == ["记一笔"]


@pytest.mark.parametrize("table", ARRANGED)
def test_arrangements_name_columns_of_the_contract(table: str) -> None:
    """A column that is renamed or gone is no more in an arrangement."""
    assert set(ARRANGED[table]) <= set(specs()[table].columns)
