"""What a project adds in docs/: pages, and files that this program would make, too."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.publish.build import build_site
from generator.publish.site_writer import BuildStopped
from tests.conftest import project
from tests.helpers import ledger
from tests.helpers.sites import edit, unsearched

PAGES = {
    "none": "只有一段话。\n",
    "title": "# 只有标题\n\n一段话。\n",
    "many": "# 标题很多\n\n" + "".join(f"## 第{n}节\n\n### 细目{n}\n\n#### 更细{n}\n\n字。\n\n" for n in range(12)),
    "two": "# 甲\n\n字。\n\n# 乙\n\n字。\n",
    "low": "### 从第三级开始\n\n字。\n",
    "table": "字。\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n",
}
"""Name → a page with its own number and order of headings."""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project with the small ledger, not built yet."""
    (tmp_path / "project").mkdir()
    return unsearched(project(tmp_path / "project", ledger.write(tmp_path, ledger.LEDGER)))


def test_a_page_may_have_any_number_of_headings(small: Path) -> None:
    """Each is built, stands in the navigation under the explanations, and has a way home."""
    for name, text in PAGES.items():
        (small / "docs" / f"{name}.md").write_text(text, encoding="utf-8")
    (small / "docs" / "guide").mkdir()
    (small / "docs" / "guide" / "deep.md").write_text("# 深处\n", encoding="utf-8")
    build_site(small / "mkdocs.yml", small / "site")
    for name in (*PAGES, "guide/deep"):
        tree = LexborHTMLParser((small / "site" / name / "index.html").read_text(encoding="utf-8"))
        assert len(tree.css("h1")) >= 1 or name == "none", name
        trail = [node.text() for node in tree.css(".pl-trail li")]
        assert trail[:2] == ["首页", "说明"] and len(trail) == 3, name
        assert tree.css_first("article") is not None
    menu = LexborHTMLParser((small / "site" / "about" / "index.html").read_text(encoding="utf-8"))
    links = {node.attributes.get("href") for node in menu.css("nav a")}
    assert {f"../{name}/" for name in (*PAGES, "guide/deep")} <= links


def test_aligned_columns_are_aligned_by_a_class(small: Path) -> None:
    """The policy of pages allows no style in a cell; the cell keeps its label."""
    (small / "docs" / "table.md").write_text("# 表\n\n| 甲 | 乙 |\n|---|--:|\n| 1 | 2 |\n", encoding="utf-8")
    build_site(small / "mkdocs.yml", small / "site")
    tree = LexborHTMLParser((small / "site" / "table" / "index.html").read_text(encoding="utf-8"))
    cells = [(cell.attributes.get("class"), cell.attributes.get("data-label")) for cell in tree.css("article td")]
    assert cells == [(None, "甲"), ("pl-right", "乙")]
    assert [head.attributes.get("scope") for head in tree.css("article th")] == ["col", "col"]
    assert not tree.css("article [style]")


def test_a_script_in_a_page_stops_the_build(small: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The policy would block it in every browser, and no reader would know."""
    (small / "docs" / "notes.md").write_text("# 说明\n\n<script>go()</script>\n", encoding="utf-8")
    with pytest.raises(BuildStopped, match="台账有 1 处问题"):
        build_site(small / "mkdocs.yml", small / "site")
    assert "docs/notes.md:3:1: 这里直接写着脚本（go()）" in caplog.text


def test_a_page_outside_the_navigation_is_built_too(small: Path) -> None:
    """``not_in_nav`` keeps a page out of the menu, not out of the site."""
    (small / "docs" / "hidden.md").write_text("# 另一页\n", encoding="utf-8")
    with (small / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("\nnot_in_nav: hidden.md\n")
    build_site(small / "mkdocs.yml", small / "site")
    tree = LexborHTMLParser((small / "site/hidden/index.html").read_text(encoding="utf-8"))
    assert [node.text() for node in tree.css(".pl-trail li")] == ["首页", "另一页"]
    assert "/hidden/" not in (small / "site/about/index.html").read_text(encoding="utf-8")


def test_a_file_in_docs_is_published_as_it_is(small: Path) -> None:
    """An own robots.txt is not written over, nor is any other file that this program would make."""
    own = {"robots.txt": "User-agent: *\nDisallow: /\n", "data/indicators.csv": "甲\n"}
    for name, text in own.items():
        (small / "docs" / name).parent.mkdir(exist_ok=True)
        (small / "docs" / name).write_text(text, encoding="utf-8")
    build_site(small / "mkdocs.yml", small / "site")
    assert {name: (small / "site" / name).read_text(encoding="utf-8") for name in own} == own


def test_pages_that_cannot_be_made_stop_the_build(small: Path, caplog: pytest.LogCaptureFixture) -> None:
    """All of them are named: another encoding, and the address of a generated page, of which none takes the place of
    the other in silence."""
    (small / "docs" / "indicators.md").write_text("# 指标\n", encoding="utf-8")
    for name in ("notes.md", "about-us.md"):
        (small / "docs" / name).write_bytes("# 说明\n".encode("gb18030"))
    with pytest.raises(BuildStopped, match="台账有 3 处问题"):
        build_site(small / "mkdocs.yml", small / "site")
    told = [record.getMessage().partition(": ")[0] for record in caplog.records if "docs/" in record.getMessage()]
    assert told == ["docs/indicators.md:1:1", "docs/about-us.md:1:1", "docs/notes.md:1:1"]


def test_a_page_with_a_number_of_a_person_stops_the_build(small: Path, caplog: pytest.LogCaptureFixture) -> None:
    """What stands in docs/ is as public as the ledger."""
    (small / "docs" / "notes.md").write_text("# 说明\n\n联系张某 138 1234 5678\n", encoding="utf-8")
    with pytest.raises(BuildStopped, match="台账有 1 处问题"):
        build_site(small / "mkdocs.yml", small / "site")
    assert "docs/notes.md:3:6: 这里有像手机号码的“138********78”" in caplog.text


def test_an_address_without_a_site_stays_out_of_the_sitemap(small: Path) -> None:
    """Extra pages stand in the sitemap as all others do."""
    (small / "docs" / "extra.md").write_text("# 另一页\n", encoding="utf-8")
    edit(small / "data/site.yml", "demonstration: true\n", "demonstration: true\nnoindex: false\n")
    build_site(small / "mkdocs.yml", small / "site")
    assert "https://ledger.example/extra/" in (small / "site/sitemap.xml").read_text(encoding="utf-8")
    edit(small / "data/site.yml", "url: https://ledger.example/\n", "")
    build_site(small / "mkdocs.yml", small / "site")
    assert "extra" not in (small / "site/sitemap.xml").read_text(encoding="utf-8")
