"""Hand-written pages that would take very long, are in no encoding that is read, or have an address of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ledger.reading.findings import Finding
from generator.publish.policy.own_files import own_findings


def found_in(folder: Path, *pages: tuple[str, str | bytes], generated: frozenset[str] = frozenset()) -> list[Finding]:
    """What is found in a folder with these pages."""
    for name, text in pages:
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return own_findings(folder / "docs", folder / "mkdocs.yml", "", generated)


COSTLY = {
    "nested": ("[" * 5000 + "]" * 5000, 1, "“[”没有配上另一半"),
    "pictures": ("甲\n\n" + "![" * 500, 3, "“[”没有配上另一半"),
    "many lines": ("\n".join(["甲" + "[" * 10] * 20), 11, "“[”没有配上另一半"),
    "addresses": ("[甲](" * 500, 1, "“(”没有配上另一半"),
    "attributes": ("甲 {" * 500, 1, "“{”没有配上另一半"),
    "tags": ("甲\n" + "<a " * 500, 2, "“<”没有配上另一半"),
    "declarations": ("<!ELEMENT " * 500, 1, "“<”没有配上另一半"),
    "lists": ("\n".join("    " * layer + "- 甲" for layer in range(80)), 51, "套了 51 层"),
    "list in a line": ("甲\n\n" + "- " * 500 + "甲", 3, "套了 500 层"),
    "quotes": (">" * 500 + "甲", 1, "套了 500 层"),
    "rows": ("甲\n\n|甲|乙|\n|-|-|\n" + "|1|2|\n" * 6000, 3, "没有空行的超过 5000 行"),
    "underlines": ("甲\n=\n" * 3000, 1, "没有空行的超过 5000 行"),
    "a line": ("# 甲" + " " * 30_000 + "乙", 1, "超过 20000 个字"),
    "behind a fence that is not closed": ("```\n甲\n" + "[" * 500, 3, "“[”没有配上另一半"),
    "tildes": ("~" * 4_000_000, 1, "超过 20000 个字"),
    "emphasis in emphasis": ("*甲 _乙 " * 1200 + " 乙_ 甲*" * 1200, 1, "星号、下划线等一层套一层"),
    "signs": ("*甲* \n\n" * 20_000, 1, "行和符号有"),
}


@pytest.mark.parametrize("name", COSTLY)
def test_what_would_take_very_long_is_told_with_its_line(name: str, tmp_path: Path) -> None:
    """Before anything is made of it: it would need seconds to hours, or end in an error of Python."""
    text, line, words = COSTLY[name]
    (found,) = found_in(tmp_path, ("page.md", f"{text}\n\n<b>字</b>\n"))
    assert str(found).startswith(f"docs/page.md:{line}:1: ") and words in str(found)


def test_what_pages_usually_hold_is_taken(tmp_path: Path) -> None:
    """Large tables, long lists, code with brackets, HTML, lists in lists, and a paragraph with a bracket too many."""
    rows = "|[甲](a.md)|**1**|<b>二</b>|\n" * 1000
    code = "```\n" + "[<a {" * 2000 + "\n```\n"
    lists = "\n".join("    " * layer + "1. - 甲" for layer in range(8))
    text = f"# 甲\n\n{code}\n|甲|乙|丙|\n|-|-|-|\n{rows}\n{lists}\n\n" + "- [ 甲 (1) < 2\n" * 40 + "* * * *\n" * 3
    assert found_in(tmp_path, ("page.md", text)) == []


def test_a_page_in_another_encoding_is_told(tmp_path: Path) -> None:
    """Of every ending of which the engine makes pages; the mark at the beginning that Windows writes is fine."""
    pages = ("a.md", "# 甲".encode("gbk")), ("b.mkd", "# 乙".encode("gbk")), ("c.md", "# 丙".encode("utf-8-sig"))
    assert [str(one) for one in found_in(tmp_path, *pages)] == [
        f"docs/{name}:1:1: 这一页不是 UTF-8 编码，读不出来。请用编辑器另存为 UTF-8。" for name in ("a.md", "b.mkd")
    ]


@pytest.mark.parametrize("name", ["tasks.md", "tasks/index.md", "tasks/README.md", "tasks/index.html", "tasks.mkd"])
def test_a_page_with_the_address_of_a_generated_one_is_told(name: str, tmp_path: Path) -> None:
    """However its file is called: readers would see one of both alone, and nobody would say which."""
    found = found_in(tmp_path, (name, "字"), ("more.md", "字"), generated=frozenset({"tasks/index.html"}))
    assert [str(one) for one in found] == [
        f"docs/{name}:1:1: 网址 /tasks/ 已经有程序生成的页面，这一页读者看不到。请改文件名。"
    ]


def test_two_pages_with_one_address_are_told(tmp_path: Path) -> None:
    """The engine says so in English, or leaves one of them out without a word; it takes no name with a dot first."""
    names = ("a.md", "a/README.md", "b.md", ".b.md", "b.html.md")
    found = found_in(tmp_path, *((name, "字") for name in names))
    assert [str(one) for one in found] == [
        "docs/a.md:1:1: 网址和 docs/a/README.md 相同，读者只看得到其中一页。请改一个文件名，或者合成一页。"
    ]
