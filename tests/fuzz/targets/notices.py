"""Notices in every form that is read: each becomes a draft that passes the checks, or is refused."""

from __future__ import annotations

import contextlib
import io
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from generator.cli.main import main
from generator.language.official_text import read_documents, read_layouts
from generator.ledger.enums import Grade
from generator.ledger.load import load, read
from generator.ledger.reading.findings import those_of
from generator.ledger.reading.rows import Tables
from generator.ledger.verify import verify
from generator.ledger.verify.proved_texts import proved_texts
from tests.fuzz import mutations
from tests.fuzz.target import CONTRACT, Target, contents
from tests.helpers.office_documents import docx, numbered, numbering, paragraph, table
from tests.helpers.verify import DISTRICT
from tests.office.splitting.test_any_text import PIECES

TABLE: Final = (
    ("序号", "任务", "牵头单位", "配合单位", "完成时限"),
    ("1", "修渠30公里", "v:县水利局", "县财政局", "2025年9月底前"),
    ("2", "栽树10万亩", "^", "县林业局", "每季度"),
    ("合计<", "2项"),
)
CHANGE: Final = mutations.text(PIECES)
DOCUMENT: Final = "chengxi-145-task-assignment-2021"
HTML_PIECES: Final = (
    *("<table>", "</table>", "<tr>", "<td>", "<td colspan=9999999>", "<td rowspan='0'>", "<p>", "<br>", "<div hidden>"),
    *("<!--", "-->", "<script>", "<meta charset=gbk>", "&#0;", "&#xD800;", "&nbsp;", "<svg>", "<template>", "<body>"),
)


def _split(name: str, data: bytes) -> None:
    """Run the command ``split``; what it writes has no fault."""
    with TemporaryDirectory() as place, contextlib.redirect_stdout(io.StringIO()):
        folder = Path(place)
        (folder / name).write_bytes(data)
        said = io.StringIO()
        with contextlib.redirect_stderr(said):
            status = main(["--contract", str(CONTRACT), "split", str(folder / name), "--into", str(folder / "to")])
        if status:
            assert status == 1, status
            assert said.getvalue().strip()
            return
        found = read(folder / "to" / "data", CONTRACT).findings()
        assert [str(finding) for finding in those_of(Grade.FAULT, found)] == []


def plain(data: bytes) -> None:
    """A notice as plain text."""
    _split("a.txt", data)


def word(data: bytes) -> None:
    """A notice as a Word file."""
    _split("a.docx", data)


def web(data: bytes) -> None:
    """A notice as a web page."""
    _split("a.html", data)


@cache
def _district() -> Tables:
    return load(DISTRICT / "data", CONTRACT).tables


def official(data: bytes) -> None:
    """The official text of a document: its records are compared with it, and it is shown where it holds."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        (folder / f"{DOCUMENT}.txt").write_bytes(data)
        texts_, layouts = read_documents(folder, [DOCUMENT]), read_layouts(folder, [DOCUMENT])
        proved = proved_texts(_district(), folder)
        assert all(map(str, (*verify(_district(), texts_, layouts).findings, *proved.findings)))


def texts() -> list[bytes]:
    """Notices of made-up places."""
    return contents("*.txt", "tests/**/sources/*.txt", "tests/office/measured/documents/*.txt")


def _lines() -> list[list[str]]:
    return [text.decode("utf-8-sig").splitlines()[:60] for text in texts()]


def _word_seeds() -> list[bytes]:
    forms = {"word/numbering.xml": numbering(("chineseCounting", "%1、"), ("decimal", "（%2）"))}
    items = "".join(
        numbered(words, level) for words, level in (("主要任务", 0), ("修渠（县水利局牵头）", 1), ("督查", 0))
    )
    whole = [docx("".join(map(paragraph, lines)) + table(TABLE)) for lines in _lines()]
    return [docx(items + table(TABLE), forms), *whole]


def _web_seeds() -> list[bytes]:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in TABLE)
    table_ = f"<table>{rows}</table>"
    pages = ["".join(f"<p>{line}</p>" for line in lines) for lines in _lines()]
    return [f"<html><head><meta charset='utf-8'></head><body>{page}{table_}</body></html>".encode() for page in pages]


TARGETS: Final = {
    "notice-txt": Target(plain, texts, CHANGE),
    "notice-docx": Target(word, _word_seeds, mutations.archive(PIECES, r"^word/")),
    "official-text": Target(official, lambda: [(DISTRICT / "sources" / f"{DOCUMENT}.txt").read_bytes()], CHANGE),
    "notice-html": Target(web, _web_seeds, mutations.text((*PIECES, *HTML_PIECES))),
}
