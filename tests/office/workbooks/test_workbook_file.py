"""Files that are no workbook, or one that is read with care."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from generator.office.workbooks import workbook_file
from generator.office.workbooks.workbook_file import WorkbookRefused, read_workbook
from generator.support.files import UnfitFile
from tests.helpers.workbooks import TASKS, workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def parts_of(path: Path) -> dict[str, bytes]:
    """The parts of a workbook."""
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def with_part(name: str, change: Callable[[bytes], bytes]) -> Callable[[Path], bytes]:
    """A workbook of which one part is another; a part that is not there is made."""

    def make(path: Path) -> bytes:
        parts = parts_of(path)
        parts[name] = change(parts.get(name, b""))
        return zipped(parts)

    return make


def encrypted(path: Path) -> bytes:
    """A workbook whose first part a packing program has given a password."""
    content = bytearray(path.read_bytes())
    for sign, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        content[content.index(sign) + at] |= 1
    return bytes(content)


SHEET = "xl/worksheets/sheet1.xml"
REFUSED: dict[str, tuple[str, Callable[[Path], bytes]]] = {
    "empty": ("workbook-empty", lambda _: b""),
    "old format": ("workbook-old", lambda _: OLE + b"\0" * 600),
    "password": ("workbook-password", lambda _: OLE + b"\0" * 100 + "EncryptedPackage".encode("utf-16-le")),
    "one part with a password": ("workbook-password", encrypted),
    "comma-separated text": ("workbook-text", lambda _: "序号,重点工作\n1,治水\n".encode("gb18030")),
    "web page": ("workbook-text", lambda _: b"<html><table><tr><td>1</td></tr></table></html>"),
    "binary workbook": ("workbook-binary", with_part("xl/workbook.bin", lambda _: b"x")),
    "document of Word": ("workbook-other", lambda _: zipped({"word/document.xml": b"<w/>"})),
    "zip of nothing": ("workbook-other", lambda _: zipped({"a.txt": b""})),
    "cut off": ("workbook-damaged", lambda path: path.read_bytes()[:-400]),
    "overwritten": (
        "workbook-damaged",
        lambda path: path.read_bytes()[:300] + b"\xff" * 900 + path.read_bytes()[1200:],
    ),
    "no sheet": ("workbook-damaged", with_part(SHEET, lambda _: b"")),
    "half a sheet": ("workbook-damaged", with_part(SHEET, lambda text: text[: len(text) // 2])),
    "wrong relations": ("workbook-damaged", with_part("xl/_rels/workbook.xml.rels", lambda _: b"<Relationships/>")),
    "wrong styles": ("workbook-damaged", with_part("xl/styles.xml", lambda _: b"<styleSheet><cellXfs>")),
    "entities": (
        "workbook-entities",
        with_part(SHEET, lambda text: b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + text),
    ),
    "too many cells": (
        "workbook-cells",
        with_part(
            SHEET, lambda text: text.replace(b"</sheetData>", b"<row>" + b"<c/>" * 200_001 + b"</row></sheetData>")
        ),
    ),
    "too many parts": (
        "workbook-unpacked",
        lambda path: zipped((parts := parts_of(path)) | {f"a{n}": b"" for n in range(1001 - len(parts))}),
    ),
    "too many merged cells": (
        "workbook-cells",
        with_part(
            SHEET,
            lambda text: text.replace(
                b"</sheetData>", b'</sheetData><mergeCells count="1"><mergeCell ref="A1:AA7500"/></mergeCells>'
            ),
        ),
    ),
}


def claiming(path: Path, *sizes: int) -> bytes:
    """A workbook with pictures that say that they unpack to so many bytes beside those of its own parts."""
    names = [f"xl/media/image{number}.png" for number, _ in enumerate(sizes)]
    content = bytearray(zipped(parts_of(path) | dict.fromkeys(names, b"x")))
    for name, size in zip(names, sizes, strict=True):
        at = content.rindex(name.encode()) - 46  # the entry in the list at the end
        content[at + 24 : at + 28] = size.to_bytes(4, "little")
    return bytes(content)


MEGABYTE = 1024 * 1024


@pytest.mark.parametrize(("first", "second"), [(60 * MEGABYTE, 1), (50 * MEGABYTE, 50 * MEGABYTE)])
def test_a_bomb_is_not_unpacked(first: int, second: int, tmp_path: Path) -> None:
    """One part has 60 MB at most and all have 100, to the byte; more is told before anything is unpacked."""
    path = workbook(tmp_path / "台账.xlsx", {"S": TASKS})
    second -= sum(map(len, parts_of(path).values())) if second > 1 else 0
    path.write_bytes(claiming(plain := path, first, second))
    assert read_workbook(path).sheets[0].size == (9, 7)
    path.write_bytes(claiming(workbook(plain, {"S": TASKS}), first + 1, second))
    with pytest.raises(WorkbookRefused) as refused:
        read_workbook(path)
    assert (refused.value.code, str(refused.value.values)) == ("workbook-unpacked", "{'limit': 100}")


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_workbook_is_refused(kind: str, tmp_path: Path) -> None:
    """Each kind has its own finding, and nothing of the file is taken."""
    code, make = REFUSED[kind]
    path = workbook(tmp_path / "台账.xlsx", {"S": TASKS})
    path.write_bytes(make(path))
    with pytest.raises(WorkbookRefused) as refused:
        read_workbook(path)
    assert refused.value.code == code


def test_a_large_file_is_not_even_opened(tmp_path: Path) -> None:
    """Its size is enough."""
    path = tmp_path / "台账.xlsx"
    for size, code, values in (
        (20 * MEGABYTE, "workbook-text", {}),
        (20 * MEGABYTE + 1, "workbook-size", {"limit": 20}),
    ):
        with path.open("wb") as file:
            file.truncate(size)
        with pytest.raises(WorkbookRefused) as refused:
            read_workbook(path)
        assert (refused.value.code, str(refused.value.values)) == (code, str(values))
        with pytest.raises(WorkbookRefused) as refused:  # one that came by mail
            workbook_file.parts_of(b"\0" * size)
        assert (refused.value.code, str(refused.value.values)) == (code, str(values))


def test_what_the_reader_does_not_know_is_not_told_to_anybody(tmp_path: Path, recwarn: pytest.WarningsRecorder) -> None:
    """Other programs leave things in a sheet that have nothing to do with its cells."""
    extension = b'<extLst><ext uri="{A0000000-0000-0000-0000-000000000000}"/></extLst></worksheet>'
    path = workbook(tmp_path / "台账.xlsx", {"S": TASKS})
    path.write_bytes(with_part(SHEET, lambda text: text.replace(b"</worksheet>", extension))(path))
    assert read_workbook(path).sheets[0].size == (9, 7)
    assert [*recwarn] == []


@pytest.mark.skipif(os.name == "nt", reason="no such files there")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.xlsx")
    with pytest.raises(UnfitFile):
        read_workbook(tmp_path / "a.xlsx")


def test_a_folder_is_none(tmp_path: Path) -> None:
    with pytest.raises(WorkbookRefused) as refused:
        read_workbook(tmp_path)
    assert refused.value.code == "workbook-folder"


def test_macros_and_links_are_left_out(tmp_path: Path) -> None:
    """They are told, and the cells are read."""
    path = workbook(tmp_path / "台账.xlsm", {"S": TASKS})
    parts = parts_of(path)
    parts |= {"xl/vbaProject.bin": b"x", "xl/externalLinks/externalLink1.xml": b"<externalLink/>"}
    path.write_bytes(zipped(parts))
    book = read_workbook(path)
    assert book.left_out == ("macros", "links")
    assert book.sheets[0].texts[1, 1] == TASKS[0][0]


def test_a_dimension_to_the_end_of_the_sheet_costs_nothing(tmp_path: Path) -> None:
    """WPS writes A1:XFD1048576, and one styled cell at the very end makes a sheet of that size."""
    path = workbook(tmp_path / "台账.xlsx", {"S": TASKS})
    book = load_workbook(path)
    book["S"].cell(1_048_576, 16_384).font = Font(bold=True)
    book["S"].merge_cells("A1:XFD1")
    book.save(path)
    parts = parts_of(path)
    parts[SHEET] = re.sub(b'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', parts[SHEET])
    path.write_bytes(zipped(parts))
    sheet = read_workbook(path).sheets[0]
    assert sheet.size == (9, 7)
    assert len(sheet.origins) < 20


SHOWN: list[tuple[object, str, str]] = [
    (0.105, "0.0%", "10.5%"),
    (0.0734, "0%", "7%"),
    (1234.5, "#,##0.00", "1234.50"),
    (8.700000000000001, "General", "8.7"),
    (1250000000000, "General", "1250000000000"),
    (1.0, "General", "1"),
    (3, '0"家"', "3家"),
    (2.5, '0.0"万亩"', "2.5万亩"),
    (date(2024, 9, 30), "yyyy-mm-dd", "2024-09-30"),
    (datetime(2024, 9, 1), 'yyyy"年"m"月"', "2024-09"),
    (datetime(2024, 9, 30), "m/d/yy", "2024-09-30"),
    (True, "General", "TRUE"),
    ("１２", "General", "１２"),
    ("甲_x000D_\r\n乙\u200b ", "General", "甲\n乙"),
    (-3.25, "0.0;[Red]-0.0", "-3.3"),
    (12, "0.##", "12"),
    (12.5, "#,##0.##", "12.5"),
    (0.5, "# ?/?", "0.5"),
    (8, '"≤"0', "≤8"),
    (12, '"不少于"0"个"', "不少于12个"),
    (0.95, '0%"以上"', "95%以上"),
    (-0.03, '0.0%;"下降"0.0%', "下降3.0%"),
    (0, '0;-0;"—"', "—"),
    (12, '[>=10]"≥"0;0', "≥12"),
    (7, '[>=10]"≥"0;0', "7"),
    (1, '"完成省下达任务"', "完成省下达任务"),
    (123456, '0!.0,"万"', "12.3万"),
    (123456, '0\\.0000"万"', "12.3456万"),
]


@pytest.mark.parametrize(("value", "number_format", "text"), SHOWN)
def test_a_cell_is_read_as_it_is_shown(value: object, number_format: str, text: str, tmp_path: Path) -> None:
    """Shares, decimals, dates and words of the format; line breaks of old programs; signs that nobody sees."""
    book = Workbook()
    cell = book.active.cell(1, 1, value)
    cell.number_format = number_format
    book.save(tmp_path / "a.xlsx")
    assert read_workbook(tmp_path / "a.xlsx").sheets[0].texts.get((1, 1), "") == text


def test_cells_that_cannot_be_used_are_told(tmp_path: Path) -> None:
    """A formula without a result, an error, a text that is struck out."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["A2"], sheet["A3"] = "=1+1", "#REF!", "作废"
    sheet["A3"].font = Font(strike=True)
    sheet["A4"].font = Font(bold=True)
    book.save(tmp_path / "a.xlsx")
    read = read_workbook(tmp_path / "a.xlsx").sheets[0]
    assert read.broken == {(1, 1): "cell-formula", (2, 1): "cell-error", (3, 1): "cell-struck"}
    assert read.texts == {(3, 1): "作废"}


def test_hidden_rows_columns_and_sheets_are_known(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0]["C3"] = "x"
    book.worksheets[0].row_dimensions[2].hidden = True
    book.worksheets[0].column_dimensions["B"].hidden = True
    book.create_sheet("旧稿").sheet_state = "veryHidden"
    book.save(tmp_path / "a.xlsx")
    first, second = read_workbook(tmp_path / "a.xlsx").sheets
    assert ([*first.hidden_rows], [*first.hidden_columns], first.hidden, second.hidden) == ([2], [2], False, True)


def test_a_link_to_a_workbook_that_is_not_here_does_no_harm(tmp_path: Path) -> None:
    """A sheet was copied out of another file, whose part is missing: the cells are read all the same."""
    path = workbook(tmp_path / "台账.xlsx", {"S": TASKS})
    parts = parts_of(path)
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = b'<externalReferences><externalReference xmlns:r="%b" r:id="rId99"/></externalReferences>' % kind
    relation = b'<Relationship Type="%b/externalLink" Target="/xl/externalLinks/externalLink9.xml" Id="rId99"/>' % kind
    for name, before, new in (
        ("xl/workbook.xml", b"</sheets>", b"</sheets>" + link),
        ("xl/_rels/workbook.xml.rels", b"</Relationships>", relation + b"</Relationships>"),
    ):
        assert before in parts[name]
        parts[name] = parts[name].replace(before, new)
    path.write_bytes(zipped(parts))
    assert read_workbook(path).sheets[0].texts[1, 1] == TASKS[0][0]
