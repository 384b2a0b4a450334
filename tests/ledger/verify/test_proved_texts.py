"""A text is shown as the official one only when the ledger can tell that it is."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from generator.ledger.reading.rows import Tables
from generator.ledger.verify.proved_texts import proved_texts
from generator.publish.site_content import SiteInputs, load_content
from generator.publish.site_writer import BuildStopped
from generator.support.packaged_files import CONTRACT
from generator.support.stopwatch import Stopwatch
from tests.conftest import DISTRICT_DATA, DISTRICT_TEXTS
from tests.helpers import templates, verify

NAMES = sorted(path.stem for path in DISTRICT_TEXTS.glob("*.txt"))
FIRST = "chengxi-145-task-assignment-2021"
OTHERS = [name for name in NAMES if name != FIRST]
SILENT = Stopwatch()


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A copy of the district's texts that may be changed."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for path in DISTRICT_TEXTS.glob("*.txt"):
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def without(tables: Tables, *columns: str) -> Tables:
    """The same rows, some cells of them empty."""
    empty = dict.fromkeys(columns, "")
    rows = {name: [verify.copy_of(row, **empty) for row in rows] for name, rows in tables.rows.items()}
    return dataclasses.replace(tables, rows=rows)


def test_the_texts_of_the_ledger_are_shown(texts: Path) -> None:
    """Also when an office saved one in its own encoding."""
    file = texts / f"{FIRST}.txt"
    file.write_bytes(file.read_text(encoding="utf-8").encode("gb18030"))
    proved = proved_texts(verify.district().tables, texts)
    assert sorted(proved.texts) == sorted(proved.layouts) == NAMES
    assert (proved.findings, proved.refused) == ([], [])


def test_a_text_that_is_not_there_is_told(texts: Path) -> None:
    """A folder without a text of which the ledger says something is no folder without a word."""
    (texts / f"{FIRST}.txt").unlink()
    proved = proved_texts(verify.district().tables, texts)
    assert (sorted(proved.texts), proved.missing) == (OTHERS, [FIRST])
    for path in texts.iterdir():
        path.unlink()
    assert sorted(proved_texts(verify.district().tables, texts).missing) == NAMES


@pytest.mark.parametrize("content", [b"", b"no such notice", "第一条　别的文件。".encode(), bytes(range(256))])
def test_another_text_is_not_shown(texts: Path, content: bytes) -> None:
    """It is told of, with the checksum that would be right, and the other texts stay."""
    (texts / f"{FIRST}.txt").write_bytes(content)
    proved = proved_texts(verify.district().tables, texts)
    assert (sorted(proved.texts), sorted(proved.layouts), proved.refused) == (OTHERS, OTHERS, [FIRST])
    assert "verify-text" in {finding.code for finding in proved.findings}


def test_a_changed_word_is_found_by_either_proof(texts: Path) -> None:
    """The checksum covers all of the text, a fingerprint one passage."""
    file = texts / f"{FIRST}.txt"
    changed = file.read_text(encoding="utf-8").replace("牵头", "配合")
    file.write_text(changed, encoding="utf-8")
    tables = verify.district().tables
    assert proved_texts(without(tables, "passage", "fingerprint"), texts).refused == [FIRST]
    assert proved_texts(without(tables, "text_sha256"), texts).refused == [FIRST]


def test_numbers_of_persons_are_stars(texts: Path) -> None:
    """A text that is proved by its checksum is shown without them, and every other character stays where it was."""
    path = texts / f"{FIRST}.txt"
    path.write_text(path.read_text(encoding="utf-8") + "\n联系人电话：13812345678。\n", encoding="utf-8")
    tables = without(verify.district().tables, "text_sha256")
    shown = proved_texts(tables, texts).texts[FIRST]
    assert shown.endswith("联系人电话:***********。")


def test_a_text_without_any_proof_is_not_shown(texts: Path) -> None:
    """It could be any text."""
    tables = without(verify.district().tables, "text_sha256", "passage", "fingerprint")
    assert sorted(proved_texts(tables, texts).refused) == NAMES


def test_a_build_tells_of_it(texts: Path) -> None:
    """And of a folder that is not there it makes no site without texts in silence."""
    (texts / f"{FIRST}.txt").write_text("no such notice", encoding="utf-8")
    inputs = SiteInputs(DISTRICT_DATA, CONTRACT, texts, bytecode=templates.compiled_pages())
    content = load_content(inputs, SILENT)
    assert FIRST not in content.context.texts
    assert any(said.startswith(f"{FIRST}：") for said in content.said_of_texts)
    with pytest.raises(BuildStopped, match="没有目录"):
        load_content(dataclasses.replace(inputs, sources=texts / "none"), SILENT)
