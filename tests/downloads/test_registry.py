"""A format is described once, and everything that lists formats knows it."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

import pytest

from generator.downloads.output import Cells, make_all
from generator.downloads.site_files import site_outputs
from generator.language import download_words
from generator.language.download_words import FORMATS, Format, formats_of
from generator.ledger.contract import TableSpec
from generator.pages import registry
from tests.conftest import ROOT
from tests.helpers.copying import district
from tests.helpers.pages import specs_of


@pytest.mark.parametrize("form", FORMATS, ids=[form.name for form in FORMATS])
def test_every_format_has_its_writer(form: Format) -> None:
    """The module of its name writes a table, or the whole ledger where the format is one file."""
    writer = import_module(f"generator.downloads.formats.{form.name}")
    assert hasattr(writer, "write_ledger" if form.one_file else "write_table")


def test_a_site_has_the_formats_of_its_settings() -> None:
    """CSV and JSON in any case, the others as they are wanted, always in the order of the page of the data."""
    assert [form.name for form in formats_of(())] == ["csv", "json"]
    assert [form.name for form in formats_of(("parquet", "xlsx", "records"))] == ["xlsx", "csv", "json", "parquet"]


def test_a_new_format_is_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A module and a description: the files are made, and the page of the data, DCAT, OpenAPI, the resource
    catalogue and the data of the page for machines list them.
    """
    writer = ModuleType("generator.downloads.formats.odd")

    def write_table(_: TableSpec, rows: Sequence[Cells]) -> bytes:
        return "\n".join("\t".join(row) for row in rows).encode()

    writer.write_table = write_table  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, writer.__name__, writer)
    described = Format("odd", "ODD", "text/x-odd", "旧程序：每张表一个")
    monkeypatch.setattr(download_words, "FORMATS", (*FORMATS, described))
    optional, sample = ("odd", "records"), district()
    files = make_all(site_outputs(sample, ROOT / "datapackage.json", optional))
    assert files["data/plans.odd"].count(b"\n") == len(sample.rows("plans")) - 1
    assert "data/plans.odd" in str(json.loads(files["data/catalog.jsonld"]))
    described_file = json.loads(files["api/openapi.json"])["paths"]["/data/plans.odd"]["get"]
    assert [*described_file["responses"]["200"]["content"]] == ["text/x-odd"]
    assert "CSV、JSON、ODD" in files["data/resource-catalogue.csv"].decode()
    pages = specs_of(registry.page_context(sample.index, {}, optional))
    (page,) = (page.make() for page in pages if page.path == "data/")
    assert "<dt>ODD</dt><dd>旧程序：每张表一个。</dd>" in page.body
    assert '<a href="plans.odd" download>ODD</a>' in page.body
    assert '"encodingFormat":"text/x-odd"' in page.body
