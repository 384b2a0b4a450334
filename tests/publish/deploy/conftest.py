"""A small place that publishes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from generator.publish.build import BuiltSite
from generator.publish.deploy.checks import FIRST_PAGES
from generator.publish.site_folder import MANIFEST, manifest
from generator.publish.site_writer import SiteWriter
from tests.conftest import project
from tests.helpers import ledger
from tests.helpers.sites import unsearched

DISCLOSURE = Path("data/disclosures/doc-2018.yml")
FIGURES = "data/observations.csv"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with the small ledger beside an empty folder ``www``; commands run in the project."""
    (tmp_path / "place").mkdir()
    (tmp_path / "www").mkdir()
    folder = unsearched(project(tmp_path / "place", ledger.write(tmp_path, ledger.LEDGER)))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def quick(place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place whose site is a handful of files: what is done with a built site does not depend on its pages."""
    monkeypatch.setattr("generator.publish.deploy.publish.build_into", few_files)
    return place


def few_files(_: object, new: Path, old: Path | None, __: object) -> BuiltSite:
    """A built site that passes the checks and shows the figures of the ledger."""
    writer, figures = SiteWriter(new, old), DISCLOSURE.read_bytes()
    files = dict.fromkeys(FIRST_PAGES, b"<html></html>") | {FIGURES: figures}
    digest = f"sha256:{hashlib.sha256(figures).hexdigest()}"
    described = {"resources": [{"name": "observations", "path": FIGURES, "hash": digest}]}
    files["datapackage.json"] = json.dumps(described).encode()
    for name, content in {**files, MANIFEST: manifest(files)}.items():
        writer.write_file(name, content)
    return BuiltSite(len(FIRST_PAGES), sorted(writer.written))
