"""The text of a document is read whatever its form; what cannot be read is told in Chinese, and nothing breaks."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.office import split_words
from generator.office.documents import document_file
from generator.office.documents.document_file import read_document
from generator.office.documents.refused import DocumentRefused
from tests.helpers.office_documents import docx, numbered, numbering, paragraph, table

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512


def text_of(folder: Path, name: str, content: bytes) -> str:
    """The text of a file with this content."""
    path = folder / name
    path.write_bytes(content)
    return read_document(path).text


# -- what is read


def test_plain_text_in_every_encoding(tmp_path: Path) -> None:
    """UTF-8 with and without its mark, UTF-16, and GB 18030, of which a person is told."""
    words = "一、守好河堤\n（县水利局牵头）"
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert text_of(tmp_path, f"{encoding}.txt", words.encode(encoding)) == words
        assert read_document(tmp_path / f"{encoding}.txt").notes == ()
    path = tmp_path / "old.txt"
    path.write_bytes(words.encode("gb18030"))
    assert read_document(path).text == words
    assert read_document(path).notes == (split_words.READ_AS_GB18030,)


def test_signs_that_nobody_sees_are_left_out(tmp_path: Path) -> None:
    """They would be in ids and titles, and no editor could find them."""
    assert text_of(tmp_path, "a.txt", "守\u200b好\ufeff河\x07堤\n".encode()) == "守好河堤\n"


def test_paragraphs_and_tables_of_word(tmp_path: Path) -> None:
    """A row is a line of cells between tabs; a cell that stands for several rows is told in each."""
    rows = [
        ("序号", "任务", "牵头单位"),
        ("1", "修渠", "v:县水利局"),
        ("2", "栽树", "^"),
        ("合计<", "2项"),
        ("3", "修桥", ""),
    ]
    content = docx(paragraph("任务分解表") + table(rows) + paragraph("完"))
    assert text_of(tmp_path, "a.docx", content).split("\n") == [
        "任务分解表",
        "序号\t任务\t牵头单位",
        "1\t修渠\t县水利局",
        "2\t栽树\t县水利局",
        "合计\t\t2项",
        "3\t修桥",
        "完",
    ]


def test_automatic_numbers_of_word_are_counted(tmp_path: Path) -> None:
    """They are not in the text, and without them nobody knows where a task begins."""
    items = [("主要任务", 0), ("修渠", 1), ("栽树", 1), ("保障措施", 0), ("督查", 1)]
    body = "".join(numbered(words, level) for words, level in items)
    forms = numbering(("chineseCounting", "%1、"), ("decimal", "（%2）"))
    lines = text_of(tmp_path, "a.docx", docx(body, {"word/numbering.xml": forms})).split("\n")
    assert lines == ["一、主要任务", "（1）修渠", "（2）栽树", "二、保障措施", "（1）督查"]


def test_deleted_words_are_left_out(tmp_path: Path) -> None:
    """A paper with its corrections still in it is read as it was corrected."""
    run = "<w:r><w:t>{}</w:t></w:r>"
    deleted = "<w:del><w:r><w:delText>桥</w:delText></w:r></w:del>"
    content = docx(f"<w:p>{run.format('修')}{deleted}{run.format('渠')}</w:p>")
    assert text_of(tmp_path, "a.docx", content) == "修渠"


def test_hidden_words_are_left_out(tmp_path: Path) -> None:
    """What nobody sees on paper is no part of the notice; a mark that is switched off hides nothing."""
    run = "<w:r><w:rPr><w:vanish{}/></w:rPr><w:t>{}</w:t></w:r>"
    content = docx(f"<w:p>{run.format('', '内部稿')}{run.format(' w:val=' + chr(34) + '0' + chr(34), '修渠')}</w:p>")
    assert text_of(tmp_path, "a.docx", content) == "修渠"


def test_web_pages(tmp_path: Path) -> None:
    """Paragraphs are lines, rows have their cells between tabs; scripts and what is hidden are no text."""
    page = """<html><head><meta charset="gb2312"><title>栏目</title><script>alert(1)</script></head><body>
      <nav>首页</nav><h1>任务<br>分解</h1><p>第一段，<span>接着说</span>&nbsp;完。</p><p style="display:none">看不见</p>
      <table><tr><td rowspan="2">1</td><td>修渠</td></tr><tr><td>栽树<p>两行</p></td></tr></table>
      <img src="http://example.org/a.png"></body></html>"""
    lines = text_of(tmp_path, "a.html", page.encode("gb18030")).split("\n")
    assert lines == ["任务", "分解", "第一段，接着说\xa0完。", "1\t修渠", "1\t栽树 两行"]


def test_a_table_that_only_lays_out_a_page_is_no_table(tmp_path: Path) -> None:
    """Old sites put the whole text into one cell."""
    page = "<body><table><tr><td><p>一、修渠</p><p>（水利局牵头）</p></td></tr></table></body>"
    assert text_of(tmp_path, "a.htm", page.encode()) == "一、修渠\n（水利局牵头）"


# -- what is refused

ENTITY = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
REFUSED: dict[str, tuple[str, bytes | None]] = {
    "document-missing": ("no.txt", None),
    "document-suffix": ("a.zip", b"x"),
    "document-doc": ("a.doc", OLE),
    "document-wps": ("a.wps", OLE),
    "document-pdf": ("a.pdf", b"%PDF-1.4"),
    "document-ofd": ("a.ofd", b"PK"),
    "document-rtf": ("a.rtf", b"{\\rtf1}"),
    "document-xlsx": ("a.xlsx", b"PK"),
    "document-xls": ("a.xls", OLE),
    "document-picture": ("a.txt", b"\x89PNG\r\n"),
    "document-other-form": ("a.docx", "不是压缩包".encode()),
    "document-no-word": ("a.docx", docx("").replace(b"word/document.xml", b"word/documents.xm")),
    "document-encrypted": ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le")),
    "document-broken": ("a.docx", docx(paragraph("修渠"))[:-40]),
    "document-entity": ("a.docx", docx(paragraph("修渠"), declaration=ENTITY)),
    "document-deep": ("a.html", b"<body>" + b"<div>" * 900 + "修渠".encode()),
    "document-long": ("a.txt", "渠".encode() * 500_001),
    "document-empty": ("a.txt", b" \n\t\n"),
    "document-empty/of Word": ("a.docx", b""),
    "document-binary": ("a.txt", "修渠\n\0".encode()),
    "document-broken/a part that is no XML": ("a.docx", docx("<w:p>")),
    "document-encoding/half a character of UTF-16": ("a.txt", "\ufeff修渠".encode("utf-16-le")[:-1]),
    "document-encoding": ("a.txt", "修渠\n".encode() + b"\xff\xff\xff"),
}


@pytest.mark.parametrize("code", REFUSED)
def test_what_cannot_be_read_is_told(code: str, tmp_path: Path) -> None:
    """The words name the file, say what is wrong and what to do."""
    name, content = REFUSED[code]
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DocumentRefused) as refused:
        read_document(path)
    problem = split_words.FINDINGS[code.partition("/")[0]][0].partition("{")[0]
    assert str(refused.value).startswith(name)
    assert problem in str(refused.value)
    assert "请" in str(refused.value)


def test_a_large_file_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told how large a file may be."""
    path = tmp_path / "a.txt"
    for size, told in ((30 * 1024 * 1024, "不是文字的内容"), (30 * 1024 * 1024 + 1, "文件超过 30 MB")):
        with path.open("wb") as file:
            file.truncate(size)
        with pytest.raises(DocumentRefused, match=rf"^a\.txt.*{told}"):
            read_document(path)
    monkeypatch.setattr(document_file, "LONGEST_TEXT", 20_000)
    path.write_text("渠" * 20_000, encoding="utf-8")
    assert read_document(path).text == "渠" * 20_000
    path.write_text("渠" * 20_001, encoding="utf-8")
    with pytest.raises(DocumentRefused, match="正文超过 2 万字"):
        read_document(path)


@pytest.mark.skipif(os.name == "nt", reason="no such files there")
def test_what_is_no_file_of_a_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe is not waited for; a file that the disk does not give back is told."""

    def broken(*_: object) -> bytes:
        raise OSError(5, "Input/output error")

    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(DocumentRefused, match=r"^pipe\.txt"):
        read_document(tmp_path / "pipe.txt")
    monkeypatch.setattr(document_file, "read_plain", broken)
    with pytest.raises(DocumentRefused, match=r"^a\.txt"):
        read_document(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("suffix", "content", "told"),
    [
        (".txt", b"%PDF-1.7", "PDF"),
        (".html", b"{\\rtf1", "RTF"),
        (".docx", OLE, "旧式的 Word"),
    ],
)
def test_files_of_another_form_than_their_name(suffix: str, content: bytes, told: str, tmp_path: Path) -> None:
    """A renamed file is told by what it is."""
    path = tmp_path / f"a{suffix}"
    path.write_bytes(content)
    with pytest.raises(DocumentRefused, match=told):
        read_document(path)


def test_the_line_of_a_fault(tmp_path: Path) -> None:
    """An editor finds the place."""
    path = tmp_path / "a.txt"
    for wrong, line in ((b"\xff\xff\xff", 3), (b"\0", 3), (b"\n\n\xff\xff\xff", 5), (b"\n\n\0", 5)):
        for before, lines in (("一\n二\n", 0), ("\n二\n", 0), ("", -2)):
            path.write_bytes(before.encode() + wrong)
            with pytest.raises(DocumentRefused, match=rf"a\.txt:{line + lines}: "):
                read_document(path)


def test_half_a_character_of_another_encoding_is_told(tmp_path: Path) -> None:
    """Nobody knows its line, so the first one is named."""
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffa甲".encode("utf-16-le")[:-1])
    with pytest.raises(DocumentRefused, match=r"^a\.txt:1: 从这一行起"):
        read_document(path)


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    """It is told, not read."""
    with pytest.raises(DocumentRefused, match="文件夹"):
        read_document(tmp_path)


def test_an_encrypted_part_of_an_archive(tmp_path: Path) -> None:
    """The flag of encryption is looked at before the part is opened."""
    content = bytearray(docx(paragraph("修渠")))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        names = archive.namelist()
    at = -1
    for _ in range(names.index("word/document.xml") + 1):
        at = content.index(b"PK\x01\x02", at + 1)
    content[at + 8] |= 1
    path = tmp_path / "a.docx"
    path.write_bytes(bytes(content))
    with pytest.raises(DocumentRefused, match="密码"):
        read_document(path)


@given(st.binary(max_size=400), st.sampled_from([".txt", ".docx", ".html"]))
def test_no_bytes_break_the_readers(tmp_path_factory: pytest.TempPathFactory, content: bytes, suffix: str) -> None:
    """Whatever a file holds, its text is read, or it is refused in Chinese."""
    path = tmp_path_factory.getbasetemp() / f"a{suffix}"
    path.write_bytes(content)
    try:
        assert read_document(path).text
    except DocumentRefused as refused:
        assert str(refused).startswith("a.")


@given(st.data())
def test_no_damage_breaks_the_reader_of_word(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """A Word file of which bytes are changed or cut off is read, or it is refused."""
    whole = docx(paragraph("修渠") + table([("1", "v:栽树"), ("2", "^")]))
    content = bytearray(whole[: data.draw(st.integers(5, len(whole)))])
    for _ in range(data.draw(st.integers(0, 3))):
        content[data.draw(st.integers(4, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "a.docx"
    path.write_bytes(bytes(content))
    try:
        read_document(path)
    except DocumentRefused as refused:
        assert str(refused).startswith("a.docx")
