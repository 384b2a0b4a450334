"""Which files a change of the ledger or of the settings changes, and what is made at all."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import pytest

from generator.downloads.output import Files, make_all
from generator.downloads.site_files import site_outputs
from generator.language.download_words import FORMATS, OPTIONAL
from generator.ledger.load import CheckedLedger, load
from generator.ledger.reading.rows import Row
from tests.conftest import ROOT
from tests.helpers.copying import dataset_of
from tests.helpers.sites import FURTHER_FILE

CONTRACT = ROOT / "datapackage.json"


@pytest.fixture
def checked() -> CheckedLedger:
    """The made-up district's ledger, to be edited."""
    return load(ROOT / "tests" / "district" / "data", CONTRACT)


def files_of(checked: CheckedLedger, optional: Collection[str] = OPTIONAL) -> Files:
    """Every download of the ledger as it is now: its records are those of its rows."""
    now = replace(checked)
    return make_all(site_outputs(dataset_of(now), CONTRACT, optional))


def changed(before: Files, after: Files) -> set[str]:
    """The files that are not as they were."""
    assert before.keys() == after.keys()
    return {path for path in before if before[path] != after[path]}


def put(checked: CheckedLedger, table: str, column: str, text: str) -> Row:
    """Another cell in the first row of a table; returns the row."""
    rows = checked.tables.rows[table]
    rows[0] = Row({**rows[0].cells, column: text}, rows[0].positions, rows[0].mark)
    return rows[0]


def test_the_same_ledger_gives_the_same_bytes(checked: CheckedLedger) -> None:
    """Every file, the zip included."""
    assert changed(files_of(checked), files_of(checked)) == set()


def test_one_changed_result_is_a_change_of_the_files_it_stands_in(checked: CheckedLedger) -> None:
    """A result stands in its table, in its indicator's download and in the files of all tables.

    The hash of its table stands in the descriptor.
    """
    before = files_of(checked)
    row = put(checked, "observations", "note", "x")
    of_indicator = {f"indicators/{row['indicator']}/data.{suffix}" for suffix in ("csv", "json", "xlsx")}
    whole = [form.name for form in FORMATS if form.one_file]
    of_package = {"datapackage.json", *(f"data/{checked.site.package}.{form}" for form in ("zip", *whole))}
    of_table = {f"data/observations.{form.name}" for form in FORMATS if not form.one_file}
    assert changed(before, files_of(checked)) == of_table | of_indicator | of_package


def test_another_licence_changes_the_files_that_name_it(checked: CheckedLedger) -> None:
    """Workbooks, database, descriptions and what stands beside the files of a zip say how to cite; tables do not."""
    before = files_of(checked)
    licence = replace(checked.site.licence, attribution="x")
    after = changed(before, files_of(replace(checked, site=replace(checked.site, licence=licence))))
    assert after >= {f"data/{checked.site.package}.{form}" for form in ("xlsx", "sqlite")}
    assert after >= {"README.txt", f"data/{checked.site.package}.zip"}
    assert not {path for path in after if path.endswith(("/data.csv", "/data.json"))}
    assert not {f"data/{table}.csv" for table in checked.tables.rows} & after


def test_another_unit_changes_the_download_of_an_indicator(checked: CheckedLedger) -> None:
    """What an indicator's download takes from the indicator itself counts, too."""
    before = files_of(checked)
    id_ = put(checked, "indicators", "unit", "x")["id"]
    assert f"indicators/{id_}/data.csv" in changed(before, files_of(checked))


def test_a_comment_changes_the_copy_of_its_file_alone(checked: CheckedLedger, tmp_path: Path) -> None:
    """The ledger's own files are published as they are."""
    folder = shutil.copytree(checked.folder, tmp_path / "data")
    before = files_of(load(folder, CONTRACT))
    with (folder / "plans.yml").open("a", encoding="utf-8") as file:
        file.write("# x\n")
    after = files_of(load(folder, CONTRACT))
    assert changed(before, after) == {"ledger/plans.yml"}
    assert after["ledger/plans.yml"] == (folder / "plans.yml").read_bytes()


def test_formats_can_be_left_out(checked: CheckedLedger) -> None:
    """Without optional formats there is no file of theirs, and all others are what they are with them."""
    plain, every = files_of(checked, ()), files_of(checked)
    assert every.keys() - plain.keys() == {path for path in every if FURTHER_FILE.fullmatch(path)}
    assert all(every[path] == content for path, content in plain.items())


def test_nothing_is_loaded_for_files_that_are_not_made(checked: CheckedLedger) -> None:
    """Whoever makes no workbook, no database and no Parquet does not wait for what makes them to be loaded."""
    code = (
        "import sys; from pathlib import Path; from generator.downloads.site_files import site_outputs;"
        "from tests.helpers.copying import dataset_of; from generator.ledger.load import load;"
        f"checked = load(Path({str(checked.folder)!r}), Path({str(CONTRACT)!r}));"
        f"list(site_outputs(dataset_of(checked), Path({str(CONTRACT)!r}))); print(*sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"xlsxwriter", "arro3"} & {name.partition(".")[0] for name in run.stdout.split()}
