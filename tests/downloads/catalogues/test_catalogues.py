"""The addresses of the downloads and their descriptions, as readers and judges that others wrote take them."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
import rdflib
from csvw import CSVW, TableGroup
from openapi_spec_validator import validate
from pyshacl import validate as validate_shapes
from selectolax.lexbor import LexborHTMLParser

from generator.analysis.record_dates import RecordDates
from generator.downloads.catalogues.openapi import SLUG
from generator.downloads.records.assignment_tables import COLUMNS
from generator.language import download_words
from generator.ledger.load import CheckedLedger, load
from generator.ledger.reading.site_settings import Licence, SiteSettings
from generator.pages.components.citation import cite
from tests.conftest import ROOT

SHAPES = ROOT / "tests" / "dcat-ap.ttl"
FOLDERS = ("indicators", "tasks", "departments", "towns")


@pytest.fixture(params=("real_project", "district_project"), scope="module")
def site(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.getfixturevalue(request.param)
    return folder / "site"


@pytest.fixture(scope="module")
def checked() -> CheckedLedger:
    return load(ROOT / "data", ROOT / "datapackage.json")


def content(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def records(site: Path) -> Iterator[Path]:
    """The folder of every record that has a download of its own."""
    for name in FOLDERS:
        yield from (p.parent for p in sorted((site / name).glob("*/metadata.json")))


# -- downloads of records


def test_every_record_has_its_three_files(site: Path) -> None:
    """Each indicator, task and organisation of the ledger, and nothing else, has CSV, JSON and a description."""
    found = {folder.name for folder in records(site)}
    known = {row["id"] for name in ("indicators", "tasks", "organizations") for row in rows(site / f"data/{name}.csv")}
    assert found == known
    assert all((folder / name).is_file() for folder in records(site) for name in ("data.csv", "data.json"))


def test_the_downloads_of_tasks_hold_every_assignment_once(site: Path) -> None:
    """Task by task, they are the table of assignments; with the task's own clause."""
    whole = [(r["task"], r["organization"], r["role"]) for r in rows(site / "data/assignments.csv")]
    found = [
        (r["task"], r["organization"], r["role"])
        for folder in sorted((site / "tasks").glob("*/data.csv"))
        for r in rows(folder)
    ]
    assert sorted(found) == sorted(whole)


def test_the_download_of_a_unit_holds_what_is_shared_out_to_its_collectives(real_site: Path) -> None:
    """A town is meant where all towns are named; the row says who is named."""
    found = rows(real_site / "towns/zhongbei/data.csv")
    named = {r["organization"] for r in found}
    assert "zhongbei" in named and len(named) > 1
    collectives = {r["collective"] for r in rows(real_site / "data/memberships.csv") if r["member"] == "zhongbei"}
    assert named - {"zhongbei"} <= collectives


def test_csv_and_json_of_a_record_say_the_same(site: Path) -> None:
    """Row for row and cell for cell; an empty cell is null."""
    for folder in sorted((site / "departments").glob("*/")):
        if not (folder / "data.csv").is_file():
            continue
        told = [{k: v or None for k, v in row.items()} for row in rows(folder / "data.csv")]
        as_json = content(folder / "data.json")
        assert [{k: str(v) if v is not None else None for k, v in row.items()} for row in as_json] == told
        assert all(tuple(row) == COLUMNS for row in as_json)


def test_a_description_names_the_documents_that_the_figures_come_from(real_site: Path) -> None:
    """Sources with their numbers, licence, citation, and the day of the newest of the documents."""
    about = content(real_site / "indicators/new-jobs/metadata.json")
    figures = rows(real_site / "indicators/new-jobs/data.csv")
    assert {s["id"] for s in about["sources"]} == {r["document"] for r in figures}
    assert (about["name"], about["unit"], about["measure"]) == ("新增就业", "万人", "规划期累计")
    days = {d["published_on"] or d["signed_on"] for d in rows(real_site / "data/documents.csv")}
    assert about["updated"] in days
    assert about["licence"]["name"] == "CC-BY-4.0"
    assert about["files"] == {"csv": "data.csv", "json": "data.json", "page": "./"}


def test_no_description_has_an_empty_text(site: Path) -> None:
    """What is not known is left out, or null where the key always stands."""
    for folder in records(site):
        about = content(folder / "metadata.json")
        assert "" not in about.values()
        assert all("" not in source.values() for source in about["sources"])


# -- citations


def test_a_page_and_its_description_are_cited_alike(site: Path) -> None:
    """The box of each record's page has the very words of its metadata.json."""
    for folder in records(site):
        page = LexborHTMLParser((folder / "index.html").read_text(encoding="utf-8"))
        told = [node.text() for node in page.css(".pl-quote code")]
        assert told == list(content(folder / "metadata.json")["citation"].values()), folder


PLACE = SiteSettings("甲区台账", "甲区", "", False, Licence("CC-BY-4.0", "", "", ""), "1.2.0", "jia")


def test_a_citation_leaves_out_what_is_not_known() -> None:
    """Without a day or an address of the site, neither form makes one up."""
    found = cite(PLACE, "新增就业", "indicators/new-jobs/", RecordDates("", ""))
    assert found.gbt7714 == "甲区台账. 新增就业[DS/OL]. [引用日期]."
    assert found.bibtex.startswith("@misc{new-jobs,\n")
    assert "year" not in found.bibtex and "url" not in found.bibtex


def test_a_citation_has_publisher_day_and_address_where_they_are_known() -> None:
    """The publisher is the author, then the site's name goes before the title."""
    known = SiteSettings(**{**PLACE.__dict__, "publisher": "甲区政府办", "url": "https://x.gov.cn/gh/"})
    found = cite(known, "R&D 投入", "indicators/r-d/", RecordDates("2018-02-06", ""))
    address = "https://x.gov.cn/gh/indicators/r-d/"
    assert found.gbt7714 == f"甲区政府办. 甲区台账：R&D 投入[DS/OL]. (2018-02-06)[引用日期]. {address}."
    assert "year = {2018}" in found.bibtex and f"url = {{{address}}}" in found.bibtex
    assert r"R\&D" in found.bibtex


# -- CSV on the Web


def test_a_reader_of_csvw_finds_every_table_valid(site: Path) -> None:
    """Types, required cells, keys, and the keys that lead from table to table; each row as it is published.

    A key that may be empty leads nowhere then: the reader's strict mode, which takes that for a fault, is left out.
    """
    group = TableGroup.from_file(str(site / "data/csvw.json"))
    assert group.check_referential_integrity() is True
    for table in group.tables:
        assert len(list(table.iterdicts(strict=True))) == len(rows(site / "data" / table.url.string))


def test_a_csv_is_found_with_its_own_description(site: Path) -> None:
    """A reader that is given the CSV alone finds the metadata beside it by its name."""
    found = CSVW(str(site / "data/targets.csv"), validate=True)
    assert found.is_valid
    assert [c.name for c in found.t.tableSchema.columns] == list(rows(site / "data/targets.csv")[0])


# -- catalogues


def test_the_catalogue_meets_the_shapes_of_dcat_ap(site: Path) -> None:
    """Shapes of the required properties of DCAT-AP 3, with addresses below wherever the file lives."""
    graph = rdflib.Graph().parse(
        str(site / "data/catalog.jsonld"), format="json-ld", publicID="https://x.example/data/c"
    )
    conforms, _, words = validate_shapes(graph, shacl_graph=str(SHAPES), shacl_graph_format="turtle")
    assert conforms, words
    files = {str(o) for o in graph.objects(None, rdflib.URIRef("http://www.w3.org/ns/dcat#downloadURL"))}
    assert len(files) == 2 * 17
    assert all((site / "data" / f.rpartition("/")[2]).is_file() for f in files)


@pytest.mark.parametrize("lost", ["dct:title", "dct:description", "dct:publisher"])
def test_the_shapes_notice_what_is_lost(real_site: Path, lost: str) -> None:
    """A catalogue without one of its required properties does not conform."""
    broken = content(real_site / "data/catalog.jsonld")
    del broken[lost]
    graph = rdflib.Graph().parse(data=json.dumps(broken), format="json-ld", publicID="https://x.example/data/c")
    assert not validate_shapes(graph, shacl_graph=str(SHAPES), shacl_graph_format="turtle")[0]


def test_the_inventory_has_the_core_items(site: Path) -> None:
    """One row for each table; what the site does not know is empty, not made up."""
    found = rows(site / "data/resource-catalogue.csv")
    assert len(found) == 17
    assert [*found[0]] == [*download_words.INVENTORY]
    assert all(r["信息资源名称"] and r["信息项信息"] and not r["信息资源代码"] for r in found)


# -- addresses


def test_the_description_of_the_addresses_is_valid_and_complete(site: Path) -> None:
    """OpenAPI 3.1; every address without a parameter is a file, and with one it is a file for every id."""
    description = content(site / "api/openapi.json")
    validate(description)
    for path in description["paths"]:
        found = list(site.glob(path.lstrip("/").replace("{id}", "*")))
        assert found, path
    assert description["servers"] == [{"url": "../"}]
    assert SLUG == "^[a-z0-9]+(-[a-z0-9]+)*$"


def test_robots_may_read_everything_and_find_the_map(district_site: Path, real_site: Path) -> None:
    """The map of the site is named where the site's address is known, and lists every page."""
    told = RobotFileParser()
    told.parse((district_site / "robots.txt").read_text(encoding="utf-8").splitlines())
    (address,) = told.site_maps() or []
    base = address.removesuffix("sitemap.xml")
    assert told.can_fetch("anybody", f"{base}indicators/")
    tree = ElementTree.parse(district_site / "sitemap.xml")
    found = {str(node.text) for node in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    pages = {p.parent.relative_to(district_site).as_posix() for p in district_site.rglob("index.html")}
    assert found == {base if page == "." else f"{base}{page}/" for page in pages}
    assert "Sitemap" not in (real_site / "robots.txt").read_text(encoding="utf-8")


# -- examples


def programs(site: Path) -> dict[str, str]:
    page = LexborHTMLParser((site / "api/index.html").read_text(encoding="utf-8"))
    return {str(node.attributes["data-example"]): node.text() for node in page.css("[data-example]")}


RUN = {
    "curl": ("bash", ".sh"),
    "pandas": (sys.executable, ".py"),
    "frictionless": (sys.executable, ".py"),
    "duckdb": (sys.executable, ".py"),
    **({"r": ("Rscript", ".R")} if shutil.which("Rscript") else {}),
}
"""Examples that can run here: with what, and the suffix of their file. Debian has R only where it was installed."""


@pytest.mark.parametrize("name", RUN)
def test_an_example_runs_as_it_is_copied(name: str, real_site: Path, real_host: str, tmp_path: Path) -> None:
    """Only the address of the site is put in; the program ends well and says something."""
    command, suffix = RUN[name]
    text = programs(real_site)[name]
    assert download_words.EXAMPLE_BASE in text
    program = tmp_path / f"example{suffix}"
    program.write_text(text.replace(download_words.EXAMPLE_BASE, real_host), encoding="utf-8")
    run = subprocess.run(
        [command, str(program)], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() or list(tmp_path.glob("*.csv"))


def test_every_example_says_how_it_is_known_to_work(real_site: Path) -> None:
    """The one for Excel cannot run here and says so."""
    assert [*programs(real_site)] == [*download_words.EXAMPLES]
    unrun = {name for name, (_, _, how) in download_words.EXAMPLES.items() if "每次" not in how}
    assert unrun == {"r", "power-query"}
    assert io.StringIO(programs(real_site)["curl"]).readline().startswith("curl")
