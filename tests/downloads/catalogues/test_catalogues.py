"""The addresses of the downloads and their descriptions, as readers and judges that others wrote take them."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
import rdflib
from csvw import CSVW, TableGroup
from openapi_spec_validator import validate
from pyshacl import validate as validate_shapes
from selectolax.lexbor import LexborHTMLParser

from generator.downloads.catalogues.openapi import SLUG
from generator.language import download_words
from generator.language.download_words import FORMATS
from tests.helpers.sites import csv_rows, json_content

SHAPES = Path(__file__).with_name("dcat-ap.ttl")


@pytest.fixture(params=("real_project", "district_project"), scope="module")
def site(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.getfixturevalue(request.param)
    return folder / "site"


# -- CSV on the Web


def test_a_reader_of_csvw_finds_every_table_valid(site: Path) -> None:
    """Types, required cells, keys, and the keys that lead from table to table; each row as it is published.

    A key that may be empty leads nowhere then: the reader's strict mode, which takes that for a fault, is left out.
    """
    group = TableGroup.from_file(str(site / "data/csvw.json"))
    assert group.check_referential_integrity() is True
    for table in group.tables:
        assert len(list(table.iterdicts(strict=True))) == len(csv_rows(site / "data" / table.url.string))


def test_a_csv_is_found_with_its_own_description(site: Path) -> None:
    """A reader that is given the CSV alone finds the metadata beside it by its name."""
    found = CSVW(str(site / "data/targets.csv"), validate=True)
    assert found.is_valid
    assert [c.name for c in found.t.tableSchema.columns] == list(csv_rows(site / "data/targets.csv")[0])


# -- catalogues


def test_the_catalogue_meets_the_shapes_of_dcat_ap(site: Path) -> None:
    """Shapes of the required properties of DCAT-AP 3, with addresses below wherever the file lives."""
    graph = rdflib.Graph().parse(
        str(site / "data/catalog.jsonld"), format="json-ld", publicID="https://x.example/data/c"
    )
    conforms, _, words = validate_shapes(graph, shacl_graph=str(SHAPES), shacl_graph_format="turtle")
    assert conforms, words
    files = {str(o) for o in graph.objects(None, rdflib.URIRef("http://www.w3.org/ns/dcat#downloadURL"))}
    of_tables = [form for form in FORMATS if form.catalogued and not form.one_file]
    assert len(files) == len(of_tables) * 29
    assert all((site / "data" / f.rpartition("/")[2]).is_file() for f in files)


@pytest.mark.parametrize("lost", ["dct:title", "dct:description", "dct:publisher"])
def test_the_shapes_notice_what_is_lost(real_site: Path, lost: str) -> None:
    """A catalogue without one of its required properties does not conform."""
    broken = json_content(real_site / "data/catalog.jsonld")
    del broken[lost]
    graph = rdflib.Graph().parse(data=json.dumps(broken), format="json-ld", publicID="https://x.example/data/c")
    assert not validate_shapes(graph, shacl_graph=str(SHAPES), shacl_graph_format="turtle")[0]


def test_the_inventory_has_the_core_items(site: Path) -> None:
    """One row for each table; what the site does not know is empty, not made up."""
    found = csv_rows(site / "data/resource-catalogue.csv")
    assert len(found) == 29
    assert [*found[0]] == [*download_words.INVENTORY]
    assert all(r["信息资源名称"] and r["信息项信息"] and not r["信息资源代码"] for r in found)


# -- addresses


def test_the_description_of_the_addresses_is_valid_and_complete(site: Path) -> None:
    """OpenAPI 3.1; every address without a parameter is a file, and with one it is a file for every id."""
    description = json_content(site / "api/openapi.json")
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
