"""Filled forms that are odd, broken or hostile: each is told by grade and place, and none stops the program."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from generator.language.office.rounds.form_words import COVER, KEYS, TASKS, VALUES
from tests.helpers.odd_forms import Change, changed, packed, read, returned, told

FIGURES, WORDS = "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"
K4 = r'<c r="K4"[^>]*>.*?</c>'
H4 = r'<c r="H4"[^>]*>.*?</c>'


def _strike(book: Any) -> None:
    book[VALUES]["K4"].value = CellRichText(TextBlock(InlineFont(strike=True), "8"), "9.5")


def _strike_words(book: Any) -> None:
    book[TASKS]["H4"].value = CellRichText(TextBlock(InlineFont(strike=True), "没有做"), "连通两条河道")


def _strike_all(book: Any) -> None:
    book[VALUES]["K4"].font = Font(strike=True)


def _percent(book: Any) -> None:
    book[VALUES]["K4"] = 9.5
    book[VALUES]["K4"].number_format = "0%"


def _comment(book: Any) -> None:
    book[VALUES]["K4"].comment = Comment("待核", "x")


def _copy_row(book: Any) -> None:
    sheet = book[VALUES]
    for column in range(1, 15):
        sheet.cell(6, column).value = sheet.cell(4, column).value
    sheet["K6"] = "10.5"


def _swap_columns(book: Any) -> None:
    sheet = book[VALUES]
    for row in (3, 4, 5):
        one, other = sheet.cell(row, 11), sheet.cell(row, 14)
        one.value, other.value = other.value, one.value


def _lose_names(book: Any) -> None:
    for name in [*book.defined_names]:
        del book.defined_names[name]


def _no_change_moved(book: Any) -> None:
    book[COVER]["B10"] = "无变化\u3000"
    book[COVER].insert_rows(1)
    for sheet, cell in ((VALUES, "K4"), (TASKS, "G4"), (TASKS, "H4")):
        book[sheet][cell] = None


def _set(sheet: str, cell: str, value: object) -> Change:
    return lambda book: book[sheet].__setitem__(cell, value)


def _call(sheet: str, method: str, *arguments: object) -> Change:
    return lambda book: getattr(book[sheet], method)(*arguments)


def _rename(book: Any) -> None:
    book[VALUES].title = "指标（新）"


def _delete(name: str) -> Change:
    return lambda book: book.__delitem__(name)


def _state(name: str, state: str) -> Change:
    return lambda book: setattr(book[name], "sheet_state", state)


def _only_remark(book: Any) -> None:
    book[VALUES]["K4"], book[VALUES]["N4"] = None, "数还没有出来"


CHANGED: list[tuple[str, Change, str]] = [
    ("sheet renamed", _rename, "错误 sheet-missing"),
    ("sheet duplicated", lambda book: book.copy_worksheet(book[VALUES]), ""),
    ("sheets in another order", lambda book: book.move_sheet(KEYS, -3), ""),
    ("sheet hidden", _state(VALUES, "hidden"), ""),
    ("first sheet deleted", _delete(COVER), ""),
    ("keys shown", _state(KEYS, "visible"), ""),
    ("keys deleted", _delete(KEYS), "错误 keys-changed"),
    ("a key changed", _set(KEYS, "C1", "forest-coverage"), "错误 keys-changed"),
    ("a row number changed", _set(KEYS, "B1", "x"), "错误 keys-changed"),
    ("a key row deleted", _call(KEYS, "delete_rows", 1), "错误 keys-changed"),
    ("names lost", _lose_names, "错误 names-lost"),
    ("column inserted", _call(VALUES, "insert_cols", 3), ""),
    ("column inserted before the answers", _call(VALUES, "insert_cols", 11), ""),
    ("column inserted between the answers", _call(VALUES, "insert_cols", 12), ""),
    ("columns moved", _swap_columns, ""),
    ("locked column deleted", _call(VALUES, "delete_cols", 4), "指标!A3 错误 heads-changed"),
    ("answer column deleted", _call(VALUES, "delete_cols", 12), "指标!A3 错误 heads-changed"),
    ("head renamed", _set(VALUES, "K3", "完成数"), "指标!A3 错误 heads-changed"),
    ("head twice", _set(VALUES, "P3", "完成值"), "指标!A3 错误 heads-changed"),
    ("row inserted above", _call(VALUES, "insert_rows", 1), "指标!A5 提示 row-moved"),
    ("nine rows inserted above", _call(VALUES, "insert_rows", 1, 9), "指标!A13 提示 row-moved"),
    ("ten rows inserted above", _call(VALUES, "insert_rows", 1, 10), "指标!A1 错误 heads-changed"),
    ("row inserted between", _call(VALUES, "insert_rows", 4), "指标!A5 提示 row-moved"),
    ("row deleted", _call(VALUES, "delete_rows", 5), "指标!A5 错误 row-changed"),
    ("row copied with another figure", _copy_row, "指标!A6 错误 row-twice"),
    ("row added", _call(VALUES, "append", [None, "新的指标", *[None] * 8, 12]), "指标!A6 疑点 row-extra"),
    ("row filtered out", lambda book: setattr(book[VALUES].row_dimensions[4], "hidden", True), ""),
    ("locked cell overwritten", _set(VALUES, "B4", "别的指标"), "指标!A4 错误 row-changed"),
    ("locked text became a number", _set(VALUES, "A4", 1), ""),
    ("locked cell with breaks", _set(VALUES, "D4", "\r\n"), ""),
    ("locked cell with signs that nobody sees", _set(VALUES, "B4", "治理\u00a0河道长度\u200b"), ""),
    ("figures merged", _call(VALUES, "merge_cells", "K4:K5"), "指标!K4 疑点 merged"),
    ("states merged", _call(TASKS, "merge_cells", "G4:G5"), "任务!G4 疑点 merged"),
    ("reports merged", _call(TASKS, "merge_cells", "H4:H5"), "任务!G4 疑点 merged"),
    ("answers merged in a row", _call(VALUES, "merge_cells", "K4:N4"), ""),
    ("comment", _comment, "指标!K4 提示 comment"),
    ("part of a figure struck through", _strike, "指标!K4 疑点 struck"),
    ("figure struck through", _strike_all, "指标!K4 疑点 struck-whole"),
    ("part of a report struck through", _strike_words, ""),
    ("figure of kilometres in per cent", _percent, "指标!K4 错误 unit-other"),
    ("only a remark", _only_remark, "指标!K4 疑点 value-missing"),
    ("formula of a command", _set(VALUES, "K4", "=cmd|'/c calc'!A1"), "指标!K4 错误 formula-empty"),
    ("formula of a link", _set(TASKS, "H4", '=HYPERLINK("http://a.cn","b")'), "任务!H4 错误 formula-empty"),
    ("unknown answer", _set(COVER, "B10", "都完成了"), "填表说明!B10 错误 cover-unknown"),
    ("no change, and figures", _set(COVER, "B10", "无变化"), "填表说明!B10 疑点 no-change-and-values"),
    ("no change, moved down", _no_change_moved, ""),
]

PACKED: list[tuple[str, Callable[[], bytes], str]] = [
    ("size of a sheet as WPS says it", lambda: packed({FIGURES: (r'ref="[^"]*"', 'ref="A1"')}), ""),
    ("macros", lambda: packed(added={"xl/vbaProject.bin": b"x"}), ""),
    ("link to another file", lambda: packed(added={"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}), ""),
    ("binary workbook", lambda: packed(added={"xl/workbook.bin": b"x"}), "错误 not-workbook"),
    ("ODS", lambda: packed(added={"content.xml": b"<a/>"}, gone="xl/workbook.xml"), "错误 not-workbook"),
    ("sheet without its part", lambda: packed(gone=FIGURES), "错误 sheet-missing"),
    ("no relations", lambda: packed(gone="xl/_rels/workbook.xml.rels"), "错误 not-workbook"),
    ("no styles", lambda: packed(gone="xl/styles.xml"), "错误 not-workbook"),
    ("style that there is not", lambda: packed({FIGURES: (r' s="\d+"', ' s="999"')}), "错误 not-workbook"),
    ("XML cut off", lambda: packed({FIGURES: ("</sheetData>", "")}), "错误 not-workbook"),
    ("entities", lambda: packed({FIGURES: ("^", "<!DOCTYPE a [<!ENTITY x 'y'>]>")}), "错误 not-workbook"),
    (
        "cell in the last row and column",
        lambda: packed(
            {FIGURES: ("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')}
        ),
        "",
    ),
    (
        "all cells merged",
        lambda: packed(
            {FIGURES: ("<mergeCells.*</mergeCells>", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')}
        ),
        "错误 not-workbook",
    ),
    (
        "formula with its result",
        lambda: packed({FIGURES: (K4, '<c r="K4"><f>[1]A!A1</f><v>9.5</v></c>')}),
        "指标!K4 提示 formula",
    ),
    (
        "formula without a result",
        lambda: packed({FIGURES: (K4, '<c r="K4"><f>1+8.5</f></c>')}),
        "指标!K4 错误 formula-empty",
    ),
    (
        "formula with an error",
        lambda: packed({FIGURES: (K4, '<c r="K4" t="e"><f>1/0</f><v>#DIV/0!</v></c>')}),
        "指标!K4 错误 error-value",
    ),
    (
        "error among words",
        lambda: packed({WORDS: (H4, '<c r="H4" t="e"><f>A</f><v>#NAME?</v></c>')}),
        "任务!H4 错误 cell-error",
    ),
    ("number without end", lambda: packed({FIGURES: (K4, '<c r="K4"><v>1e999</v></c>')}), "指标!K4 错误 error-value"),
    ("no number", lambda: packed({FIGURES: (K4, '<c r="K4"><v>nan</v></c>')}), "错误 not-workbook"),
    ("empty file", lambda: b"", "错误 not-workbook"),
    ("text", "指标,完成值\n".encode, "错误 not-workbook"),
    ("page of the web", lambda: b"<html><table></table></html>", "错误 not-workbook"),
    ("old format", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "错误 not-workbook"),
    (
        "password",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "错误 not-workbook",
    ),
    ("cut off", lambda: returned()[: len(returned()) // 2], "错误 not-workbook"),
    ("zeros in the middle", lambda: returned()[:3000] + bytes(200) + returned()[3200:], "错误 not-workbook"),
    ("zeros behind it", lambda: returned() + bytes(10_000), ""),
]


@pytest.mark.parametrize(("change", "expected"), [row[1:] for row in CHANGED], ids=[row[0] for row in CHANGED])
def test_what_people_do_to_a_form(change: Change, expected: str) -> None:
    """Each change is told with its cell, or does no harm."""
    _holds(changed(change), expected)


@pytest.mark.parametrize(("content", "expected"), [row[1:] for row in PACKED], ids=[row[0] for row in PACKED])
def test_what_becomes_of_a_file(content: Callable[[], bytes], expected: str) -> None:
    """Files of other programs, damaged ones and those made to do harm."""
    _holds(content(), expected)


def _holds(content: bytes, expected: str) -> None:
    collection = read(content)
    if expected:
        assert expected in told(collection)
    else:
        assert told(collection) == []
    result = collection.results[0]
    assert result.taken != any(one.grade == "错误" for one in result.findings)
    assert bool(collection.contents) == result.taken


def test_struck_words_are_left_out() -> None:
    """What is struck through does not come into the ledger."""
    texts = b"".join(read(changed(_strike_words)).contents.values()).decode()
    assert "summary: 连通两条河道" in texts
    assert "没有做" not in texts


def test_columns_that_were_moved() -> None:
    """Answers are known by their heads."""
    for change in (_swap_columns, _call(VALUES, "insert_cols", 12), _call(VALUES, "insert_cols", 3)):
        assert read(changed(change)).results[0].values == 1
