"""The files of an appraisal: what they say, what they were made from, and that an office program opens them."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

import pytest
from docx import Document
from openpyxl import load_workbook

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.appraisal import appraisal
from generator.analysis.target_status import StatusIndex
from generator.cli.main import main
from generator.language.office.rounds import appraisal_words
from generator.ledger.load import load
from generator.office.appraisal.files import appraised
from tests.helpers.git import Writer, git
from tests.helpers.ledger import LEDGER, ROOT, write
from tests.helpers.sites import DISTRICT, snapshot

SOFFICE: Final = shutil.which("soffice")
CONTRACT: Final = ROOT / "datapackage.json"


def repository(folder: Path, files: Mapping[str, str]) -> Path:
    """A ledger in git; returns its folder data/."""
    writer = Writer(folder)
    writer.commit("建立", {f"data/{name}": text for name, text in files.items()})
    return writer.write() / "data"


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up district's ledger in git."""
    files = {p.relative_to(DISTRICT).as_posix(): p.read_text(encoding="utf-8") for p in DISTRICT.rglob("*.yml")}
    return repository(tmp_path_factory.mktemp("district") / "ledger", files)


@pytest.fixture(scope="module")
def files(district: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which the command wrote."""
    out = tmp_path_factory.mktemp("out") / "2023"
    assert main(["--data", str(district), "--contract", str(CONTRACT), "appraisal", "2023", "--out", str(out)]) == 0
    return out


def sheet(file: Path, name: str) -> list[tuple[object, ...]]:
    """The rows of a sheet."""
    return [*load_workbook(file)[name].iter_rows(values_only=True)]


def test_each_unit_the_place_and_the_circular_have_files(files: Path, district: Path) -> None:
    """A workbook for each unit that answers for something, one for all, the circular twice."""
    index = LedgerIndex(load(district, CONTRACT))
    units = appraisal(index, StatusIndex(index), "2023").units
    names = {file.name for file in files.iterdir()}
    expected = {f"绩效考核参考表-2023-{unit.organization.name}.xlsx" for unit in units if unit.organization}
    assert names == expected | {"绩效考核参考表-2023-全区.xlsx", "通报-2023.docx", "通报-2023.xlsx"}


def test_a_unit_reads_its_binding_targets_first_and_how_each_state_came(files: Path) -> None:
    """The first rows are bound to be reached; a state stands beside the result and the sentence that explains it."""
    heads, *rows = sheet(files / "绩效考核参考表-2023-区水利生态局.xlsx", "目标")
    natures = [row[heads.index("性质")] for row in rows]
    assert natures[:2] == ["约束性", "约束性"] and "约束性" not in natures[2:]
    forest = dict(zip(heads, rows[0], strict=True))
    assert (forest["指标"], forest["目标值"], forest["本期完成值"]) == ("森林覆盖率", "≥ 31.5%", "31.6%")
    assert "31.6%" in str(forest["状态怎样得来"]) and forest["状态"] == "已达到"


def test_points_are_the_documents_own_and_no_total_is_made(files: Path) -> None:
    """分值 stands where the document gives it, and nowhere is a score."""
    heads, *rows = sheet(files / "绩效考核参考表-2023-全区.xlsx", "目标")
    points = {row[0]: row[heads.index("分值")] for row in rows if row[heads.index("分值")]}
    assert sorted(map(str, points.values())) == ["10", "20"]
    told = " ".join(
        str(cell)
        for name in files.glob("*.xlsx")
        for page in load_workbook(name)
        for row in page.values
        for cell in row
        if cell
    )
    assert "总分" not in told and "得分" not in told


def test_it_says_which_commit_it_was_made_from(files: Path, district: Path) -> None:
    """The id and the day of the commit stand in each workbook and in the circular."""
    commit = git(district, "rev-parse", "HEAD")
    for file in files.glob("*.xlsx"):
        facts = {row[0]: row[1] for row in sheet(file, "概况")}
        assert commit in str(facts["依据的台账"]) and "2017-07-14" in str(facts["依据的台账"])
    words = [paragraph.text for paragraph in Document(io.BytesIO((files / "通报-2023.docx").read_bytes())).paragraphs]
    assert any(commit in line for line in words)


def test_the_same_commit_gives_the_same_bytes(files: Path, district: Path, tmp_path: Path) -> None:
    """Made again, each file has the bytes that it had."""
    assert (
        main(["--data", str(district), "--contract", str(CONTRACT), "appraisal", "2023", "--out", str(tmp_path)]) == 0
    )
    assert snapshot(tmp_path) == snapshot(files)


def test_what_is_no_commit_yet_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Changes that nobody could find again make no table, and the editor is told what to do."""
    data = repository(tmp_path / "ledger", LEDGER)
    with (data / "feedback.yml").open("a", encoding="utf-8") as file:
        file.write("# 改\n")
    command = ["--data", str(data), "--contract", str(CONTRACT), "appraisal", "2018", "--out", str(tmp_path / "out")]
    assert main(command) == 1
    assert "还没有提交的改动" in capsys.readouterr().err and not (tmp_path / "out").exists()


def test_without_git_the_version_stands_in_place_of_the_commit(tmp_path: Path) -> None:
    """An office that uses no git gets its tables; they say that there is no commit."""
    shutil.copytree(DISTRICT, tmp_path / "data")
    command = ["--data", str(tmp_path / "data"), "--contract", str(CONTRACT), "appraisal", "2023"]
    assert main([*command, "--out", str(tmp_path / "out")]) == 0
    facts = {row[0]: str(row[1]) for row in sheet(tmp_path / "out" / "通报-2023.xlsx", "概况")}
    assert "数据版本 1.2.0" in facts["依据的台账"]


def test_a_demonstration_says_so(tmp_path: Path) -> None:
    """Nobody takes the tables of a demonstration for those of a government."""
    data = repository(tmp_path / "ledger", LEDGER)
    command = ["--data", str(data), "--contract", str(CONTRACT), "appraisal", "2018", "--out", str(tmp_path / "out")]
    assert main(command) == 0
    assert ("注意", "示例站") in sheet(tmp_path / "out" / "通报-2018.xlsx", "概况")
    document = Document(str(tmp_path / "out" / "通报-2018.docx"))
    assert document.paragraphs[1].text == "示例站"


def test_a_year_without_a_round_has_no_rate_of_answers(tmp_path: Path) -> None:
    """It is said why, in the place of the rates; the tables have no row of a round."""
    write(tmp_path, LEDGER)
    command = ["--data", str(tmp_path / "data"), "--contract", str(CONTRACT), "appraisal", "2019"]
    assert main([*command, "--out", str(tmp_path / "out")]) == 0
    paragraphs = [one.text for one in Document(str(tmp_path / "out" / "通报-2019.docx")).paragraphs]
    at = paragraphs.index(appraisal_words.PARAGRAPHS["no_rounds"])
    assert paragraphs[at - 1] == appraisal_words.HEADINGS[2] and paragraphs[at + 1] == appraisal_words.HEADINGS[3]
    facts = {row[0]: row[1] for row in sheet(tmp_path / "out" / "通报-2019.xlsx", "概况")}
    told = [facts[label] for label in ("要填的轮次", "填报率", "按时率", "填齐率")]
    assert told == [appraisal_words.NONE, *[appraisal_words.NO_ROUNDS] * 3]


@pytest.mark.parametrize("period", ["2023-13", "2023Q3", "去年", "0000"])
def test_what_is_no_period_is_told(period: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The message says how a period is written."""
    command = ["--data", str(DISTRICT), "--contract", str(CONTRACT), "appraisal", period, "--out", str(tmp_path)]
    assert main(command) == 2
    assert "2017-Q3" in capsys.readouterr().err


def test_a_year_of_no_plan_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No empty tables are written about a year that the ledger does not know."""
    command = ["--data", str(DISTRICT), "--contract", str(CONTRACT), "appraisal", "1999", "--out", str(tmp_path / "o")]
    assert main(command) == 2
    assert "1999 年" in capsys.readouterr().err and not (tmp_path / "o").exists()


@pytest.mark.office
@pytest.mark.skipif(SOFFICE is None and not os.environ.get("CI"), reason="LibreOffice is not installed")
def test_an_office_program_reads_the_table_of_the_circular(files: Path, tmp_path: Path) -> None:
    """LibreOffice Writer opens the document and saves it again: the table of units reads back cell by cell."""
    assert SOFFICE, "LibreOffice is not installed"
    if not (Path(SOFFICE).resolve().parent / "libswlo.so").exists() and not os.environ.get("CI"):
        pytest.skip("LibreOffice Writer is not installed")
    shutil.copy(files / "通报-2023.docx", tmp_path / "circular.docx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "docx", "--outdir", "saved", "circular.docx"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, timeout=180)
    ours, theirs = (Document(str(path)) for path in (files / "通报-2023.docx", tmp_path / "saved" / "circular.docx"))
    for one, other in zip(ours.tables, theirs.tables, strict=True):
        assert [[c.text for c in row.cells] for row in one.rows] == [[c.text for c in row.cells] for row in other.rows]
    assert ours.tables[0].rows[0].cells[0].text == "单位" and len(ours.tables[0].rows) > 10


def test_a_document_is_printed_as_offices_print(files: Path) -> None:
    """No space stands between a number and a Chinese word, and a head is told from the rows."""
    document = Document(str(files / "通报-2023.docx"))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    for text in [part.text for part in (*document.paragraphs, *cells)]:
        assert not re.search(r"[\u3400-\u9fff] [0-9]|[0-9%] [\u3400-\u9fff]", text), text
    assert all(cell.paragraphs[0].runs[0].bold for cell in document.tables[0].rows[0].cells)


def test_rows_are_as_high_as_what_is_in_them(files: Path) -> None:
    """A program that keeps the heights of a file shows a long sentence whole, on paper too."""
    page = load_workbook(files / "绩效考核参考表-2023-区水利生态局.xlsx")["目标"]
    column = next(cell.column_letter for cell in page[1] if cell.value == "状态怎样得来")
    for row in range(2, page.max_row + 1):
        lines = len(str(page[f"{column}{row}"].value)) * 2 / page.column_dimensions[column].width
        assert page.row_dimensions[row].height >= 14 * min(lines, 20) * 0.6


def test_a_sheet_of_nothing_says_so_below_its_head(files: Path) -> None:
    """Whoever opens it does not wonder whether something got lost."""
    head, row = sheet(files / "绩效考核参考表-2023-桐汀街道.xlsx", "目标")
    assert (head[0], row[0]) == ("指标", appraisal_words.NONE)


def test_without_git_and_without_any_day_the_first_day_of_zips_stands(tmp_path: Path) -> None:
    """The same ledger gives the same bytes; its version says what they were made from."""
    index: Any = SimpleNamespace(site=SimpleNamespace(version="1.2.3"), as_of=None)
    nothing: Any = None
    made = appraised(index, nothing, nothing, tmp_path)
    assert (made.made_on, made.made_from) == (date(1980, 1, 1), appraisal_words.WITHOUT_GIT.format(version="1.2.3"))
