"""Hand-written pages: what is folded, and where a reader finds it."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.publish.build import build_site
from generator.publish.handwritten_pages import refuse_unfit, refuse_unreadable
from generator.publish.site_content import BuildOptions
from generator.publish.site_writer import BuildStopped
from tests.helpers.ledger import LEDGER, write

LONG = ("methods", "glossary")
"""Pages that begin with their contents."""


def page(site: Path, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / name / "index.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", LONG)
def test_contents_name_every_section(real_site: Path, name: str) -> None:
    """In their order, by their titles."""
    tree = page(real_site, name)
    heads = [(f"#{head.id}", head.text(strip=True)) for head in tree.css("article h2")]
    assert [(link.attributes["href"], link.text()) for link in tree.css(".pl-toc a")] == heads


@pytest.mark.parametrize("name", LONG)
def test_nothing_that_is_linked_is_folded(real_site: Path, name: str) -> None:
    """A link to a word or a section lands on it in every browser, without a script."""
    assert page(real_site, name).css("article details [id]") == []


def test_examples_are_folded_and_counted(real_site: Path) -> None:
    """The rule is read first; the line above the examples says how many there are."""
    folds = page(real_site, "methods").css("article details.pl-fold")
    assert len(folds) > 5
    for fold in folds:
        summary, rows = fold.css_first("summary"), fold.css("table.pl-table tbody tr")
        assert summary is not None
        assert re.findall(r"\d+", summary.text()) == [str(len(rows))], summary.text()


def test_what_cannot_be_read_is_told_before_it_is_waited_for(tmp_path: Path) -> None:
    """A pipe hangs a build, a link to nowhere ends it, a link out of the folder publishes what nobody meant to."""
    docs, outside = tmp_path / "docs", tmp_path / "secret.txt"
    (docs / "more").mkdir(parents=True)
    outside.write_text("secret", encoding="utf-8")
    (docs / "page.md").write_text("# page", encoding="utf-8")
    (docs / "more" / "same.md").symlink_to("../page.md")
    refuse_unreadable(docs)
    refuse_unreadable(tmp_path / "none")
    os.mkfifo(docs / "pipe.md")
    (docs / "nowhere.md").symlink_to("missing")
    (docs / "out.txt").symlink_to(outside)
    with pytest.raises(BuildStopped) as stopped:
        refuse_unreadable(docs)
    assert str(stopped.value) == (
        "docs 里的这些打不开，或者不是普通的文件，或者通往文件夹外面；请移走，或者检查权限："
        "docs/nowhere.md、docs/out.txt、docs/pipe.md"
    )


def test_names_that_are_no_address_are_told_as_they_are(tmp_path: Path) -> None:
    """Signs that nobody sees, that break the line or turn it round, and bytes that are no text: written in ASCII."""
    docs = tmp_path / "docs"
    docs.mkdir()
    for name in (b"\xff.md", b"a\nb.md", "看\u202e.md".encode(), "图　一.png".encode()):
        Path(os.fsdecode(os.fsencode(docs) + b"/" + name)).write_text("x", encoding="utf-8")
    with pytest.raises(BuildStopped) as stopped:
        refuse_unreadable(docs)
    assert str(stopped.value) == (
        "docs 里这些文件的名字里有看不见或者认不出的字符，不能做网址，请改名："
        r"docs/a\nb.md、docs/看\u202e.md、docs/\udcff.md"
    )


def test_what_is_far_too_large_is_not_opened(tmp_path: Path) -> None:
    """A page, a picture, any other file: each has its limit, below which nothing is said."""
    docs = tmp_path / "docs"
    docs.mkdir()
    for name, size in (
        ("page.md", 4),
        ("big.md", 5),
        ("map.png", 20),
        ("big.PNG", 21),
        ("plan.pdf", 99),
        ("x.zip", 101),
    ):
        (docs / name).touch()
        os.truncate(docs / name, size * 1024 * 1024)
    with pytest.raises(BuildStopped) as stopped:
        refuse_unreadable(docs)
    assert str(stopped.value) == (
        "docs 里的这些文件太大，没有打开，请缩小或者移走（手写页面和别的文字最多 4 MB，图片最多 20 MB，"
        "其他文件最多 100 MB）：docs/big.PNG、docs/big.md、docs/x.zip"
    )


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    """The engine would say so in English."""
    (tmp_path / "docs").write_text("x", encoding="utf-8")
    with pytest.raises(BuildStopped, match="docs 应当是放手写页面的文件夹，现在是一个文件；请改名，或者移走"):
        refuse_unreadable(tmp_path / "docs")


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
    "signs": ("*甲* \n\n" * 20_000, 1, "行和符号有"),
}


@pytest.mark.parametrize("name", COSTLY)
def test_what_would_take_very_long_is_told_with_its_line(name: str, tmp_path: Path) -> None:
    """Before the engine begins with it: it would need seconds to hours, or end in an error of Python."""
    text, line, words = COSTLY[name]
    (tmp_path / "page.md").write_text(text, encoding="utf-8")
    with pytest.raises(BuildStopped) as stopped:
        refuse_unfit({"page.md": tmp_path / "page.md"}, ())
    head, found = str(stopped.value).splitlines()
    assert head == "手写页面里有要转换很久的地方，没有建站："
    assert found.startswith(f"docs/page.md:{line}: ") and words in found


def test_what_pages_usually_hold_is_taken(tmp_path: Path) -> None:
    """Large tables, long lists, code with brackets, HTML, lists in lists, and a paragraph with a bracket too many."""
    rows = "|[甲](a.md)|**1**|<b>二</b>|\n" * 1000
    code = "```\n" + "[<a {" * 2000 + "\n```\n"
    lists = "\n".join("    " * layer + "1. - 甲" for layer in range(8))
    text = f"# 甲\n\n{code}\n|甲|乙|丙|\n|-|-|-|\n{rows}\n{lists}\n\n" + "- [ 甲 (1) < 2\n" * 40 + "* * * *\n" * 3
    (tmp_path / "page.md").write_text(text, encoding="utf-8")
    refuse_unfit({"page.md": tmp_path / "page.md"}, ())


def test_emphasis_that_is_too_deep_is_told(tmp_path: Path) -> None:
    """The engine goes a step deeper for each: its error of Python names no page."""
    write(tmp_path, LEDGER)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/deep.md").write_text("*甲 _乙 " * 1200 + " 乙_ 甲*" * 1200, encoding="utf-8")
    with pytest.raises(BuildStopped, match=r"docs/deep\.md:1: 这一页里的星号、下划线等一层套一层"):
        build_site(tmp_path / "mkdocs.yml", tmp_path / "site", BuildOptions(search=False, further=False))
