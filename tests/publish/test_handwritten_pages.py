"""Hand-written pages: what is folded, and where a reader finds it."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.publish.handwritten_pages import refuse_unreadable, unreadable
from generator.publish.site_writer import BuildStopped

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
    with pytest.raises(BuildStopped, match="docs_dir 写着 none，没有这个文件夹"):
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


def test_all_that_cannot_be_read_is_told_at_once(tmp_path: Path) -> None:
    """A line for each kind: nobody learns of the next one when the first is mended."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "nowhere.md").symlink_to("missing")
    (docs / "big.md").touch()
    os.truncate(docs / "big.md", 5 * 1024 * 1024)
    assert [line.rpartition("：")[2] for line in unreadable(docs)] == ["docs/nowhere.md", "docs/big.md"]


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
