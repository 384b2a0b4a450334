"""The published data package, as others' tools read it."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import datapackage
import dplib
import jsonschema
import pytest
from referencing import Registry, Resource

from tests.conftest import ROOT

SITES = ("real_project", "district_project")


@pytest.fixture(params=SITES, scope="module")
def project(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.getfixturevalue(request.param)
    return folder


def descriptor(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


BOTH = [(site, name) for site in SITES for name in ("datapackage.json", "site/datapackage.json")]


@pytest.mark.parametrize(
    ("site", "name"),
    [pytest.param(*both, marks=[pytest.mark.endurance] if at in (0, 3) else []) for at, both in enumerate(BOTH)],
)
def test_stock_frictionless_accepts_both_descriptors(site: str, name: str, request: pytest.FixtureRequest) -> None:
    """The stock command passes at the root and in the published folder."""
    place: Path = request.getfixturevalue(site)
    folder = (place / name).parent
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    report = json.loads(run.stdout)
    assert run.returncode == 0 and report["valid"], run.stdout[-3000:]
    assert report["stats"]["tasks"] == 29


def test_the_root_contract_and_the_published_one_have_the_same_schemas(project: Path) -> None:
    """What is validated is what is published: only paths, sizes, hashes and the site's words differ."""
    root, published = descriptor(project / "datapackage.json"), descriptor(project / "site/datapackage.json")
    for ours, theirs in zip(root["resources"], published["resources"], strict=True):
        assert ours["schema"] == theirs["schema"]
        assert ours["path"] == f"site/{theirs['path']}"


def test_pypi_datapackage_reads_every_table(project: Path) -> None:
    """The older library of the standard reads every table with its keys, row for row."""
    package = datapackage.Package(str(project / "site/datapackage.json"))
    assert package.valid, package.errors
    for resource in package.resources:
        rows = resource.read(keyed=True, relations=False)
        with (project / "site" / resource.descriptor["path"]).open(encoding="utf-8", newline="") as file:
            assert len(rows) == sum(1 for _ in csv.reader(file)) - 1
    for resource in package.resources:
        resource.check_relations()


def profiles() -> Iterator[tuple[str, Resource[Any]]]:
    folder = Path(dplib.__file__).parent / "profiles" / "2.0"
    for path in folder.glob("*.json"):
        resource = Resource.from_contents(json.loads(path.read_text(encoding="utf-8")))
        yield f"https://datapackage.org/profiles/2.0/{path.name}", resource


@pytest.mark.parametrize("name", ["datapackage.json", "site/datapackage.json"])
def test_the_official_profile_accepts_the_descriptor(project: Path, name: str) -> None:
    """The official profile 2.0 finds nothing wrong, formats included."""
    folder = Path(dplib.__file__).parent / "profiles" / "2.0"
    profile = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    registry: Registry[Any] = Registry().with_resources(profiles())
    checker = jsonschema.Draft7Validator.FORMAT_CHECKER
    validator = jsonschema.Draft7Validator(profile, registry=registry, format_checker=checker)
    assert [e.message for e in validator.iter_errors(descriptor(project / name))] == []


def test_the_official_profile_of_tables_accepts_every_schema() -> None:
    """Each table's schema passes the official profile of table schemas."""
    folder = Path(dplib.__file__).parent / "profiles" / "2.0"
    profile = json.loads((folder / "tableschema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft7Validator(profile)
    for resource in descriptor(ROOT / "datapackage.json")["resources"]:
        assert [e.message for e in validator.iter_errors(resource["schema"])] == [], resource["name"]


def test_sizes_and_hashes_are_those_of_the_files(project: Path) -> None:
    """bytes and hash of every resource are true."""
    for resource in descriptor(project / "site/datapackage.json")["resources"]:
        content = (project / "site" / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_the_published_descriptor_says_who_when_and_under_which_licence(project: Path) -> None:
    """Title, version, date, licence and sources come from data/site.yml and the documents."""
    found = descriptor(project / "site/datapackage.json")
    assert found["licenses"][0].keys() == {"name", "title", "path"}
    assert found["created"].endswith("T00:00:00Z")
    documents = json.loads((project / "site/data/documents.json").read_text(encoding="utf-8"))
    assert [s["title"] for s in found["sources"]] == [d["title"] for d in documents]
    assert found["version"].count(".") == 2


def test_csv_and_json_hold_the_same_cells_digit_by_digit(project: Path) -> None:
    """A number in the JSON has the digits of the CSV: 4.15 stays 4.15, 5.50 stays 5.50."""
    for resource in descriptor(project / "site/datapackage.json")["resources"]:
        path = project / "site" / resource["path"]
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        text = path.with_suffix(".json").read_text(encoding="utf-8")
        records = json.loads(text, parse_float=str, parse_int=str)
        assert len(rows) == len(records)
        for row, record in zip(rows, records, strict=True):
            assert row == {
                k: "" if v is None else str(v).lower() if v in (True, False) else v for k, v in record.items()
            }


def test_every_column_of_the_contract_has_chinese_words() -> None:
    """Each table and column has a Chinese title and description."""
    for resource in descriptor(ROOT / "datapackage.json")["resources"]:
        for thing in (resource, *resource["schema"]["fields"]):
            assert any("\u4e00" <= c <= "\u9fff" for c in thing["title"])
            assert len(thing["description"]) >= 4


def test_the_zip_holds_the_whole_package(project: Path) -> None:
    """One download has the descriptor and every table, the same bytes as beside it, and words to read first."""
    site = project / "site"
    archive = next(site.glob("data/*.zip"))
    with zipfile.ZipFile(io.BytesIO(archive.read_bytes())) as opened:
        names = opened.namelist()
        assert {"datapackage.json", "README.txt"} <= {*names} and len(names) == 60
        for name in {*names} - {"README.txt"}:
            assert opened.read(name) == (site / name).read_bytes()


def test_an_indicator_brings_its_own_rows(real_site: Path) -> None:
    """The download of an indicator has its targets and results with sources, figures as printed."""
    rows = json.loads((real_site / "indicators/new-jobs/data.json").read_text(), parse_float=Decimal)
    assert [(r["kind"], r["start"], r["value"], r["unit"]) for r in rows] == [
        ("目标值", "2018", Decimal("2.35"), "万人"),
        ("目标值", "2016", Decimal("14.6"), "万人"),
        ("完成值", "2017", Decimal("4.15"), "万人"),
    ] or [r["value"] for r in rows] == [Decimal("14.6"), Decimal("2.35"), Decimal("4.15")]
    assert all(r["document"] and r["locator"] and len(r["fingerprint"]) == 16 for r in rows)
    with (real_site / "indicators/new-jobs/data.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [r["value"] for r in csv.DictReader(file)] == [str(r["value"]) for r in rows]
