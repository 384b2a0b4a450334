"""The downloads of single records, as their readers take them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.downloads.records.assignment_tables import COLUMNS
from tests.helpers.ledger import contract
from tests.helpers.sites import csv_rows, json_content

FOLDERS = ("indicators", "tasks", "departments", "towns")


@pytest.fixture(params=("real_project", "district_project"), scope="module")
def site(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.getfixturevalue(request.param)
    return folder / "site"


def records(site: Path) -> Iterator[Path]:
    """The folder of every record that has a download of its own."""
    for name in FOLDERS:
        yield from (p.parent for p in sorted((site / name).glob("*/metadata.json")))


def test_every_record_has_its_three_files(site: Path) -> None:
    """Each indicator, task and organisation of the ledger, and nothing else, has CSV, JSON and a description."""
    found = {folder.name for folder in records(site)}
    known = {
        row["id"] for name in ("indicators", "tasks", "organizations") for row in csv_rows(site / f"data/{name}.csv")
    }
    assert found == known
    assert all((folder / name).is_file() for folder in records(site) for name in ("data.csv", "data.json"))


def test_what_people_open_in_excel_begins_with_the_mark_of_utf_8(site: Path) -> None:
    """Files of a record and the catalogue do; the tables of the contract, which programs read, do not."""
    mark = b"\xef\xbb\xbf"
    assert all((folder / "data.csv").read_bytes().startswith(mark) for folder in records(site))
    assert (site / "data/resource-catalogue.csv").read_bytes().startswith(mark)
    assert not [table for table in contract().tables if (site / f"data/{table}.csv").read_bytes().startswith(mark)]


def test_the_downloads_of_tasks_hold_every_assignment_once(site: Path) -> None:
    """Task by task, they are the table of assignments; with the task's own clause."""
    whole = [(r["task"], r["organization"], r["role"]) for r in csv_rows(site / "data/assignments.csv")]
    found = [
        (r["task"], r["organization"], r["role"])
        for folder in sorted((site / "tasks").glob("*/data.csv"))
        for r in csv_rows(folder)
    ]
    assert sorted(found) == sorted(whole)


def test_the_download_of_a_unit_holds_what_is_shared_out_to_its_collectives(real_site: Path) -> None:
    """A town is meant where all towns are named; the row says who is named."""
    found = csv_rows(real_site / "towns/zhongbei/data.csv")
    named = {r["organization"] for r in found}
    assert "zhongbei" in named and len(named) > 1
    collectives = {r["collective"] for r in csv_rows(real_site / "data/memberships.csv") if r["member"] == "zhongbei"}
    assert named - {"zhongbei"} <= collectives


def test_csv_and_json_of_a_record_say_the_same(site: Path) -> None:
    """Row for row and cell for cell; an empty cell is null."""
    for folder in sorted((site / "departments").glob("*/")):
        if not (folder / "data.csv").is_file():
            continue
        told = [{k: v or None for k, v in row.items()} for row in csv_rows(folder / "data.csv")]
        as_json = json_content(folder / "data.json")
        assert [{k: str(v) if v is not None else None for k, v in row.items()} for row in as_json] == told
        assert all(tuple(row) == COLUMNS for row in as_json)


def test_a_description_names_the_documents_that_the_figures_come_from(real_site: Path) -> None:
    """Sources with their numbers, licence, citation, and the day of the newest of the documents."""
    about = json_content(real_site / "indicators/new-jobs/metadata.json")
    figures = csv_rows(real_site / "indicators/new-jobs/data.csv")
    assert {s["id"] for s in about["sources"]} == {r["document"] for r in figures}
    assert (about["name"], about["unit"], about["measure"]) == ("新增就业人数", "万人", "规划期累计")
    days = {d["published_on"] or d["signed_on"] for d in csv_rows(real_site / "data/documents.csv")}
    assert about["updated"] in days
    assert about["licence"]["name"] == "CC-BY-4.0"
    assert about["files"] == {"csv": "data.csv", "json": "data.json", "page": "./"}


def test_no_description_has_an_empty_text(site: Path) -> None:
    """What is not known is left out, or null where the key always stands."""
    for folder in records(site):
        about = json_content(folder / "metadata.json")
        assert "" not in about.values()
        assert all("" not in source.values() for source in about["sources"])


def test_a_page_and_its_description_are_cited_alike(site: Path) -> None:
    """The box of each record's page has the very words of its metadata.json."""
    for folder in records(site):
        page = LexborHTMLParser((folder / "index.html").read_text(encoding="utf-8"))
        told = [node.text() for node in page.css(".pl-quote code")]
        assert told == list(json_content(folder / "metadata.json")["citation"].values()), folder
