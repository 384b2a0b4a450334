"""The day on which data changed, and the day of its documents."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.record_dates import page_modified, record_dates, site_dates, table_dates
from generator.downloads.dataset import Dataset
from generator.downloads.output import Files, make_all
from generator.downloads.site_files import site_outputs
from generator.history.change_log import NO_CHANGE_LOG, ChangeLog, LogEntry
from generator.history.diff import Change
from generator.ledger.enums import Edit
from generator.ledger.load import CheckedLedger, load
from generator.pages import registry
from generator.pages.context import PageContext
from tests.conftest import ROOT
from tests.helpers.ledger import LEDGER, write
from tests.helpers.pages import specs_of

DOCUMENTED = "2018-02-01"
"""The day of the newest document of the ledger."""


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> CheckedLedger:
    """A small ledger."""
    return load(write(tmp_path_factory.mktemp("dates"), LEDGER), ROOT / "datapackage.json")


def entry(day: str, *changes: Change) -> LogEntry:
    return LogEntry(f"{day:0<40}", f"{day}T09:00:00+08:00", "x", changes, () if changes else (("tasks", 3),), ())


HISTORY = ChangeLog(
    (
        entry("2018-03-01"),
        entry("2018-04-02", Change("observations", ("o",), Edit.CHANGED, "", "", ("indicators/output",), (), "")),
        entry("2018-05-03", Change("organizations", ("star",), Edit.CHANGED, "", "", ("organizations/star",), (), "")),
    ),
    "",
)


def index_of(checked: CheckedLedger, log: ChangeLog) -> LedgerIndex:
    return LedgerIndex(checked, log)


def files_of(checked: CheckedLedger, log: ChangeLog) -> Files:
    dataset = Dataset(checked, PageContext(LedgerIndex(checked, log)))
    return make_all(site_outputs(dataset, ROOT / "datapackage.json"))


def described(files: Files, path: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files[path])
    return found


def test_a_record_has_both_days(checked: CheckedLedger) -> None:
    """A result that was corrected is a change of its indicator; what was never changed is as old as the history."""
    index = index_of(checked, HISTORY)
    assert record_dates(index, "indicators", "output", ["doc-five", "doc-2018"]) == ("2018-04-02", DOCUMENTED)
    assert record_dates(index, "tasks", "parks", ["doc-five"]) == ("2018-03-01", "2016-05-20")
    assert (table_dates(index, "organizations").modified, site_dates(index).modified) == ("2018-05-03", "2018-05-03")


def test_without_history_the_document_stands_in(checked: CheckedLedger) -> None:
    """And it can be told that it does."""
    index = index_of(checked, NO_CHANGE_LOG)
    dates = record_dates(index, "indicators", "output", ["doc-five", "doc-2018"])
    assert (dates.changed, dates.modified) == ("", DOCUMENTED)
    assert record_dates(index, "organizations", "star", []).modified == ""


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("indicators/output/", "2018-04-02"),
        ("towns/star/", "2018-05-03"),
        ("tasks/parks/", "2018-03-01"),
        ("indicators/", "2018-05-03"),
        ("indicators/undisclosed/", "2018-05-03"),
        ("", "2018-05-03"),
    ],
)
def test_a_page_was_modified_when_its_data_was(path: str, day: str, checked: CheckedLedger) -> None:
    """The page of a record with its record, a list with any record."""
    assert page_modified(index_of(checked, HISTORY), path) == day


def test_machines_are_told_the_day_of_the_change(checked: CheckedLedger) -> None:
    """Descriptions, catalogues and the workbook have git's day as that of the modification, beside the document's."""
    files = files_of(checked, HISTORY)
    metadata = described(files, "indicators/output/metadata.json")
    assert (metadata["updated"], metadata["updated_from"]) == ("2018-04-02", "commit")
    assert metadata["document_date"] == DOCUMENTED
    assert "(2018-04-02)" in metadata["citation"]["gbt7714"] and DOCUMENTED in metadata["citation"]["bibtex"]
    catalogue = described(files, "data/catalog.jsonld")
    tables = {dataset["dct:identifier"].partition("/")[2]: dataset for dataset in catalogue["dcat:dataset"]}
    assert catalogue["dct:modified"]["@value"] == "2018-05-03"
    assert tables["observations"]["dct:modified"]["@value"] == "2018-04-02"
    assert tables["observations"]["dct:issued"]["@value"] == DOCUMENTED
    assert "dct:provenance" not in catalogue
    csvw = described(files, "data/observations.csv-metadata.json")
    assert (csvw["dc:modified"]["@value"], csvw["dc:issued"]["@value"]) == ("2018-04-02", DOCUMENTED)


def test_machines_are_told_where_git_does_not_say(checked: CheckedLedger) -> None:
    """The document's day is the modification then, and the descriptions say that it is."""
    files = files_of(checked, NO_CHANGE_LOG)
    metadata = described(files, "indicators/output/metadata.json")
    assert (metadata["updated"], metadata["updated_from"]) == (DOCUMENTED, "document")
    catalogue = described(files, "data/catalog.jsonld")
    assert catalogue["dct:modified"]["@value"] == DOCUMENTED and "dct:issued" not in catalogue
    assert "提交历史" in catalogue["dct:provenance"]["rdfs:label"]["@value"]
    assert "dc:modified" not in described(files, "data/observations.csv-metadata.json")


def test_the_workbook_bears_the_day_of_the_last_change(checked: CheckedLedger, tmp_path: Path) -> None:
    """As programs show it in its properties."""
    for log, day in ((HISTORY, date(2018, 5, 3)), (NO_CHANGE_LOG, date(2018, 2, 1))):
        path = tmp_path / "x.xlsx"
        path.write_bytes(files_of(checked, log)["data/yunlan-ledger.xlsx"])
        properties = openpyxl.load_workbook(path).properties
        assert properties.modified and properties.modified.date() == day


@pytest.mark.parametrize(
    ("log", "words"),
    [
        (HISTORY, ("更新日期 2018-04-02", "来源文件的日期是 2018-02-01")),
        (NO_CHANGE_LOG, ("更新日期 2018-02-01", "没有可查的更新记录")),
    ],
    ids=["with history", "without"],
)
def test_a_page_says_which_day_it_is_cited_with(log: ChangeLog, words: tuple[str, ...], checked: CheckedLedger) -> None:
    """Both days with their meaning, or that there is no history to look at."""
    specs = specs_of(registry.page_context(LedgerIndex(checked, log), {}, ()))
    (page,) = (spec.make() for spec in specs if spec.path == "indicators/output/")
    assert all(word in page.body for word in words)
