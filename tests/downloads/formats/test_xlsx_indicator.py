"""The workbook of one indicator, read back by a reader of others."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.escape import unescape
from selectolax.lexbor import LexborHTMLParser

from generator.downloads.dataset import Dataset
from generator.downloads.formats.xlsx_cells import LONGEST
from generator.downloads.formats.xlsx_indicator import write_indicator
from generator.language.download_words import ABOUT_SHEET, SERIES_SHEET, TOO_LONG
from generator.ledger.load import load
from tests.conftest import ROOT
from tests.helpers.copying import FORMULAS, NUMBERS, ODD, dataset_of
from tests.helpers.sites import csv_rows

INDICATOR = "new-jobs"


def sheets(content: bytes) -> dict[str, list[tuple[object, ...]]]:
    """The rows of each sheet, without its head."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: [*sheet.iter_rows(min_row=2, values_only=True)] for sheet in book}


def fresh() -> Dataset:
    """The district's ledger, for a test that changes its look-ups."""

    return dataset_of(load(ROOT / "tests/district/data", ROOT / "datapackage.json"))


def test_it_holds_the_rows_of_the_csv(real_site: Path) -> None:
    """Every target and result of the indicator, figures with the digits of the CSV, each with document and clause."""
    for folder in sorted((real_site / "indicators").glob("*/"))[:60]:
        if not (folder / "data.csv").is_file():
            continue
        rows = sheets((folder / "data.xlsx").read_bytes())[SERIES_SHEET]
        told = csv_rows(folder / "data.csv")
        assert [row[8] for row in rows] == [row["locator"] for row in told], folder
        assert [row[5] for row in rows] == [row["value_text"] for row in told], folder
        found = ["" if row[3] is None else Decimal(str(row[3])) for row in rows]
        assert found == [row["value"] and Decimal(row["value"]) for row in told], folder


def test_it_says_where_it_comes_from(real_site: Path) -> None:
    """Name, licence with attribution, day, and the documents of this indicator alone."""
    about = sheets((real_site / f"indicators/{INDICATOR}/data.xlsx").read_bytes())[ABOUT_SHEET]
    facts = {str(label): value for label, value in about}
    assert facts["名称"] == "新增就业人数" and facts["数据截至"] == "2018-01-18"
    assert facts["许可简称"] == "CC-BY-4.0" and facts["署名方式"]
    one = sheets((real_site / "indicators/gdp-growth/data.xlsx").read_bytes())[ABOUT_SHEET]
    assert [row[0] for row in about].count("来源文件") == 2 and [row[0] for row in one].count("来源文件") == 1


def test_the_page_of_an_indicator_leads_to_it(real_site: Path) -> None:
    """Among the downloads of its page."""
    page = LexborHTMLParser((real_site / f"indicators/{INDICATOR}/index.html").read_text(encoding="utf-8"))
    assert page.css_first(f'a[href="data.xlsx"][download="{INDICATOR}.xlsx"]') is not None


@pytest.mark.parametrize("words", [*FORMULAS, *ODD])
def test_no_word_is_computed_or_changed(words: str) -> None:
    """What looks like a formula or a code stays a text, sign by sign."""
    dataset = fresh()
    index = dataset.index
    first = replace(index.observations_of[INDICATOR][0], note=words)
    index.observations_of[INDICATOR] = [first]
    rows = sheets(write_indicator(dataset, index.indicators[INDICATOR]))[SERIES_SHEET]
    assert unescape(str(rows[-1][9])) == words


def test_a_text_that_no_cell_can_hold_says_so() -> None:
    """It is cut where the cell ends, as in the whole workbook: Excel opens no file with a longer one."""
    dataset = fresh()
    index = dataset.index
    index.observations_of[INDICATOR] = [replace(index.observations_of[INDICATOR][0], note="字" * 40_000)]
    note = str(sheets(write_indicator(dataset, index.indicators[INDICATOR]))[SERIES_SHEET][-1][9])
    assert len(note) == LONGEST and note.endswith(TOO_LONG)


@pytest.mark.parametrize("number", NUMBERS)
def test_digits_stay(number: str) -> None:
    """A number is a number as long as a cell keeps its digits; else it is a text with all of them."""
    dataset = fresh()
    index = dataset.index
    index.observations_of[INDICATOR] = [replace(index.observations_of[INDICATOR][0], value=Decimal(number))]
    value = sheets(write_indicator(dataset, index.indicators[INDICATOR]))[SERIES_SHEET][-1][3]
    assert Decimal(str(value)) == Decimal(number)
