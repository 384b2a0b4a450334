"""Downloads that are made again only when something that goes into them changed are those of a clean export."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generator.analysis.ledger_index import LedgerIndex
from generator.downloads import package
from generator.downloads.output import OutputFile, made
from generator.downloads.tabular import Cells, to_csv
from generator.ledger.contract import TableSpec
from generator.ledger.load import CheckedLedger, load
from generator.ledger.reading.rows import Row
from generator.ledger.records import build_ledger
from generator.support.cache_store import CacheStore
from tests.conftest import ROOT
from tests.helpers.sites import FURTHER_FILE

TEXTS = ("", "x", "改过的文字", 'a,"b"', "\\", "两\n行", "=1+1")
EDITED = {"targets": "note", "observations": "note", "tasks": "summary", "indicators": "name", "reports": "summary"}


@pytest.fixture
def checked() -> CheckedLedger:
    """The made-up district's ledger, to be edited."""
    return load(ROOT / "tests" / "district" / "data", ROOT / "datapackage.json")


class Site:
    """Files of the last build with their keys; a build makes only what has another key."""

    def __init__(self, store: Path | None) -> None:
        self.store = store
        self.files: dict[str, bytes] = {}
        self.keys: dict[str, bytes] = {}

    def build(self, checked: CheckedLedger) -> set[str]:
        """Returns the paths that were made."""
        plan = outputs(checked, CacheStore(self.store))
        changed = [output for output in plan if self.keys.get(output.path) != output.key]
        self.files = {o.path: self.files.get(o.path, b"") for o in plan} | made(changed)
        self.keys = {output.path: output.key for output in plan}
        return {output.path for output in changed}


def outputs(checked: CheckedLedger, store: CacheStore) -> list[OutputFile]:
    """Every download of the ledger as it is now: its records are those of its rows."""
    now = replace(checked, ledger=build_ledger(checked.tables, checked.folder.name))
    return package.outputs(now, LedgerIndex(now), store)


def clean(checked: CheckedLedger) -> dict[str, bytes]:
    """Everything made anew, without anything kept."""
    return made(outputs(checked, CacheStore(None)))


def put(checked: CheckedLedger, table: str, at: int, column: str, text: str) -> Row:
    """Another row in the place of one, as a ledger that was read anew has it; returns it."""
    rows = checked.tables.rows[table]
    old = rows[at]
    rows[at] = Row({**old.cells, column: text}, old.marks, old.mark)
    return rows[at]


def edit(checked: CheckedLedger, dice: random.Random) -> None:
    """Change one cell of one row, and sometimes where the row stands."""
    table = dice.choice(list(EDITED))
    rows = checked.tables.rows[table]
    at = dice.randrange(len(rows))
    column = EDITED[table]
    texts = TEXTS if column == "note" else TEXTS[1:]  # the others are required
    put(checked, table, at, column, dice.choice(texts))
    if table in ("targets", "observations") and dice.random() < 0.3:
        rows.append(rows.pop(at))


@pytest.mark.parametrize("seed", range(5))
def test_what_is_made_after_edits_is_what_a_clean_export_makes(
    checked: CheckedLedger, tmp_path: Path, seed: int
) -> None:
    """After any edits the files that are kept and those that are made are together a clean export, byte for byte."""
    dice, site = random.Random(seed), Site(tmp_path)
    site.build(checked)
    for _ in range(6):
        edit(checked, dice)
        site.build(checked)
        assert site.files == clean(checked)


def test_nothing_is_made_twice(checked: CheckedLedger, tmp_path: Path) -> None:
    """The same ledger asks for no file again."""
    site = Site(tmp_path)
    assert site.build(checked) == clean(checked).keys()
    assert site.build(checked) == set()


def test_one_changed_result_is_a_change_of_the_files_it_stands_in(checked: CheckedLedger, tmp_path: Path) -> None:
    """A result stands in its table, in its indicator's download and in the files of all tables.

    The hash of its table stands in the descriptor.
    """
    site = Site(tmp_path)
    site.build(checked)
    row = put(checked, "observations", 0, "note", "x")
    of_indicator = {f"indicators/{row['indicator']}/data.{suffix}" for suffix in ("csv", "json")}
    of_package = {"datapackage.json", *(f"data/{checked.site.package}.{form}" for form in ("zip", "xlsx", "sqlite"))}
    of_table = {f"data/observations.{form}" for form in ("csv", "json", "parquet")}
    assert site.build(checked) == of_table | of_indicator | of_package


def test_another_licence_changes_the_files_that_name_it(checked: CheckedLedger, tmp_path: Path) -> None:
    """Workbook, database and descriptions say how to cite the data; tables do not."""
    site = Site(tmp_path)
    site.build(checked)
    licence = replace(checked.site.licence, attribution="x")
    changed = replace(checked, site=replace(checked.site, licence=licence))
    made_anew = site.build(changed)
    assert made_anew >= {f"data/{checked.site.package}.{form}" for form in ("xlsx", "sqlite")}
    assert not {path for path in made_anew if path.endswith(("/data.csv", "/data.json", ".zip"))}
    assert not {f"data/{table}.csv" for table in checked.tables.rows} & made_anew
    assert site.files == clean(changed)


def test_formats_can_be_left_out(checked: CheckedLedger) -> None:
    """Without further formats there is no file of theirs, and all others are what they are with them."""
    plain = made(package.outputs(checked, LedgerIndex(checked), CacheStore(None), ()))
    every = clean(checked)
    assert every.keys() - plain.keys() == {path for path in every if FURTHER_FILE.fullmatch(path)}
    assert all(every[path] == content for path, content in plain.items())


def test_nothing_is_loaded_for_files_that_are_not_made(checked: CheckedLedger) -> None:
    """Whoever asks for no workbook, no database and no Parquet does not wait for what makes them to be loaded."""
    code = (
        "import sys; from pathlib import Path; from generator.downloads import package; from generator.analysis.ledger_index import LedgerIndex;"
        "from generator.ledger.load import load; from generator.support.cache_store import CacheStore;"
        f"checked = load(Path({str(checked.folder)!r}), Path({str(ROOT / 'datapackage.json')!r}));"
        "package.outputs(checked, LedgerIndex(checked), CacheStore(None)); print(*sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"xlsxwriter", "arro3"} & {name.partition(".")[0] for name in run.stdout.split()}


def test_another_unit_changes_the_download_of_an_indicator(checked: CheckedLedger, tmp_path: Path) -> None:
    """What an indicator's download takes from the indicator itself counts, too."""
    site = Site(tmp_path)
    site.build(checked)
    id_ = put(checked, "indicators", 0, "unit", "x")["id"]
    assert f"indicators/{id_}/data.csv" in site.build(checked)
    assert site.files == clean(checked)


def test_a_file_of_the_ledger_is_its_own_key(checked: CheckedLedger, tmp_path: Path) -> None:
    """A changed comment in the ledger changes the copy of its file and nothing else."""
    folder = shutil.copytree(checked.folder, tmp_path / "data")
    copied = load(folder, ROOT / "datapackage.json")
    site = Site(tmp_path / "store")
    site.build(copied)
    with (folder / "plans.yml").open("a", encoding="utf-8") as file:
        file.write("# x\n")
    assert site.build(copied) == {"ledger/plans.yml"}
    assert site.files == clean(copied)


@pytest.mark.parametrize("spoil", ["delete", "damage"])
def test_a_lost_store_changes_nothing(checked: CheckedLedger, tmp_path: Path, spoil: str) -> None:
    """What cannot be read from the store is made again; the files are the same."""
    site = Site(tmp_path)
    site.build(checked)
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert kept
    for path in kept:
        path.unlink() if spoil == "delete" else path.write_bytes(path.read_bytes()[:-1] + b"x")
    put(checked, "observations", 0, "note", "x")
    site.build(checked)
    assert site.files == clean(checked)


def test_unchanged_tables_are_not_made_for_the_zip(
    checked: CheckedLedger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The zip takes unchanged tables from the store: their files are not made for it."""
    site = Site(tmp_path)
    site.build(checked)
    put(checked, "observations", 0, "note", "x")
    asked: list[str] = []

    def counted(spec: TableSpec, rows: Sequence[Cells]) -> bytes:
        asked.append(spec.name)
        return to_csv(spec.columns, rows)

    monkeypatch.setitem(package.FORMATS, "csv", counted)
    site.build(checked)
    assert asked == ["observations"]
