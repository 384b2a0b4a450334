"""Pictures as files: whole by themselves, the same drawing as on the page, made anew only when it changed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.downloads.output import make_all
from generator.downloads.pictures.svg import picture_outputs
from generator.downloads.pictures.svg_style import DARK, LIGHT, STYLE
from generator.downloads.pictures.svg_text import wrapped
from generator.ledger.load import CheckedLedger, load
from tests.analysis.charts.test_chart_geometry import EXAMPLES, example, svg
from tests.conftest import built, project
from tests.helpers.copying import dataset_of
from tests.helpers.sites import DISTRICT, edit, unsearched

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def files(real_site: Path, district_site: Path) -> list[Path]:
    """Every picture of both sites."""
    return [p for site in (real_site, district_site) for p in sorted(site.rglob("*.svg")) if "assets" not in p.parts]


def test_every_picture_of_a_page_has_its_file(files: list[Path], real_site: Path, district_site: Path) -> None:
    """The page of an indicator with a picture links to the file, and a file stands only where a page shows it."""
    shown = set()
    for site in (real_site, district_site):
        for path in (site / "indicators").glob("*/index.html"):
            tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
            linked = tree.css_first('a[href="picture.svg"][download]') is not None
            assert linked == (tree.css_first("figure.pl-picture") is not None), path
            shown |= {path.parent / "picture.svg"} if linked else set()
    assert shown == {p for p in files if p.name == "picture.svg"} and len(shown) > 10


def test_a_file_is_whole_by_itself(files: list[Path]) -> None:
    """It is XML, has title and description that the picture refers to, no script, and asks nobody for anything."""
    assert len(files) > 50
    for path in files:
        text = path.read_text(encoding="utf-8")
        tree = ElementTree.fromstring(text)
        names = {node.tag for node in tree.iter()}
        title, desc = (tree.find(f"{SVG}{name}") for name in ("title", "desc"))
        assert tree.tag == f"{SVG}svg" and tree.attrib["role"] == "img", path
        assert title is not None and title.text and desc is not None and desc.text, path
        assert tree.attrib["aria-labelledby"].split() == [title.attrib["id"], desc.attrib["id"]], path
        assert not names & {f"{SVG}{name}" for name in ("script", "image", "use", "foreignObject", "a")}, path
        assert "href" not in text and "url(" not in text and "@import" not in text and "style=" not in text, path


def test_a_file_says_where_it_comes_from(files: list[Path]) -> None:
    """Source, day and licence stand at its foot; the district's own words, not those of another place."""
    for path in files:
        words = "".join(ElementTree.fromstring(path.read_text(encoding="utf-8")).itertext())
        assert all(word in words for word in ("来源：", "截至", "许可：", "署名：")), path


def test_the_drawing_is_that_of_the_page(real_site: Path, district_site: Path) -> None:
    """But for the frame the file has what the wide drawing of the page has: its words, and each shape and number."""
    for site in (real_site, district_site):
        for path in (site / "indicators").glob("*/picture.svg"):
            file = path.read_text(encoding="utf-8")
            page = (path.parent / "index.html").read_text(encoding="utf-8")
            inline = re.search(
                r'<svg class="pl-picture__wide"[^>]*aria-label="([^"]*)">\n(.*?)\n</svg>', page, re.DOTALL
            )
            desc = re.search(r"<desc[^>]*>(.*?)</desc>", file)
            assert inline and desc, path
            assert desc[1] in inline[1] and inline[2] in file, path


def test_a_narrow_picture_stands_beside_each_wide_one(files: list[Path]) -> None:
    """It says the same, as wide as a phone."""
    wide = {path.parent for path in files if path.name == "picture.svg"}
    narrow = {path.parent for path in files if path.name == "picture-narrow.svg"}
    assert wide == narrow
    for folder in wide:
        one, other = (ElementTree.parse(folder / f"{name}.svg").getroot() for name in ("picture", "picture-narrow"))
        assert int(other.attrib["width"]) < 400 < int(one.attrib["width"])
        assert (one.findtext(f"{SVG}title"), one.findtext(f"{SVG}desc")) == (
            other.findtext(f"{SVG}title"),
            other.findtext(f"{SVG}desc"),
        )


def test_the_code_to_embed_shows_the_files_and_leads_to_the_page(district_site: Path, real_site: Path) -> None:
    """It can be copied as it stands where the site knows its address; it tells those who do not see what is drawn."""
    for path in (district_site / "indicators").glob("*/picture.svg"):
        page = LexborHTMLParser((path.parent / "index.html").read_text(encoding="utf-8"))
        code = "".join(node.text() for node in page.css("details.pl-embed pre"))
        copied = LexborHTMLParser(code)
        address = f"https://gongkai.example/zwgk/gh/indicators/{path.parent.name}/"
        link, image, narrow = (copied.css_first(name) for name in ("a", "img", "source"))
        assert link is not None and link.attributes["href"] == address
        assert image is not None and image.attributes["src"] == f"{address}picture.svg"
        assert narrow is not None and narrow.attributes["srcset"] == f"{address}picture-narrow.svg"
        finding = "".join(node.text() for node in page.css("p.pl-picture__finding"))
        assert finding and str(image.attributes["alt"]).endswith(finding) and "<script" not in code
    unknown = (real_site / "indicators/new-jobs/index.html").read_text(encoding="utf-8")
    assert "https://网址/indicators/new-jobs/picture.svg" in unknown and "本站还没有固定的网址" in unknown


def test_the_finding_and_the_key_are_those_of_the_page(district_site: Path) -> None:
    """The title of the page's chart, and the line below it, stand in the file, too."""
    for path in (district_site / "indicators").glob("*/picture.svg"):
        tree = LexborHTMLParser((path.parent / "index.html").read_text(encoding="utf-8"))
        finding, key = (
            "".join(n.text() for n in tree.css(f"figure.pl-picture {part}")) for part in ("p", "figcaption")
        )
        words = ElementTree.fromstring(path.read_text(encoding="utf-8")).iter(f"{SVG}text")
        texts = [(word.attrib.get("class"), word.text or "") for word in words]
        assert finding in "".join(text for kind, text in texts if kind == "head"), path
        assert "".join(text for kind, text in texts if kind == "key") == key, path


def test_every_class_of_a_drawing_has_a_style() -> None:
    """What the stylesheet of the site draws, the file draws without it, by day and by night."""
    drawn = [svg(example(name)) for name in EXAMPLES]
    used = {name for text in drawn for words in re.findall(r'class="(pl-[ct][^"]*)"', text) for name in words.split()}
    plain = {"pl-t-year"}
    assert len(used) > 10 and [name for name in used - plain if f".{name}" not in STYLE] == []
    assert LIGHT.keys() == DARK.keys() and "prefers-color-scheme:dark" in STYLE


def test_the_areas_of_a_plan_are_told_in_words(real_site: Path) -> None:
    """Each area of the page's table has its bar, its number and its states; the bars are as long as they are many."""
    tree = LexborHTMLParser((real_site / "plans/plan-2016-2020/index.html").read_text(encoding="utf-8"))
    areas, counts = (tree.css(f"table.pl-areas tbody:last-child {cell}") for cell in ("th a", "td[data-label=目标值]"))
    told = [(area.text(), count.text()) for area, count in zip(areas, counts, strict=True)]
    picture = ElementTree.fromstring((real_site / "plans/plan-2016-2020/areas.svg").read_text(encoding="utf-8"))
    words = "".join(picture.itertext())
    assert len(told) == 10 and all(f"{area}{targets} 个目标：" in words for area, targets in told)
    widths = [sum(float(bar.attrib["width"]) for bar in g) for g in picture.iter(f"{SVG}g")]
    most = max(int(targets) for _, targets in told)
    assert all(abs(w - 624 * int(n) / most) < 0.1 for w, (_, n) in zip(widths, told, strict=True))


def test_the_table_of_areas_adds_up(real_site: Path) -> None:
    """The natures of a plan, and its areas with what stands elsewhere, come to the plan's targets."""
    for path in (real_site / "plans").glob("plan-*/index.html"):
        tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
        counts = (body.css("td[data-label=目标值]") for body in tree.css("table.pl-areas tbody"))
        bodies = [sum(int(count.text()) for count in own) for own in counts]
        elsewhere = re.search(r"另有 (\d+) 个目标值沿用别的规划", tree.text())
        if bodies:
            assert bodies[0] == bodies[1] + (int(elsewhere[1]) if elsewhere else 0), path


def pictures(checked: CheckedLedger) -> dict[str, bytes]:
    """Every picture of a ledger."""
    return make_all(picture_outputs(dataset_of(checked)))


def test_one_value_changes_the_pictures_that_show_it(tmp_path: Path) -> None:
    """A result that was corrected changes its own picture; that of an area changes only when a state changes."""
    folder = project(tmp_path, DISTRICT)
    before = pictures(load(folder / "data", folder / "datapackage.json"))
    review = folder / "data/disclosures/chengxi-145-midterm-review-2023.yml"
    edit(review, "value: 31.6", "value: 31.7")
    edit(review, "31.6%", "31.7%")
    after = pictures(load(folder / "data", folder / "datapackage.json"))
    folder_of = "indicators/forest-coverage"
    changed = [f"{folder_of}/picture.svg", f"{folder_of}/picture-narrow.svg", f"{folder_of}/share.svg"]
    assert [path for path in before if before[path] != after[path]] == changed


def test_an_unchanged_picture_keeps_its_time(district_project: Path, tmp_path: Path) -> None:
    """A second build writes no picture."""
    folder = unsearched(shutil.copytree(district_project, tmp_path / "project"))
    site = folder / "site"
    before = {p: p.stat().st_mtime_ns for p in site.rglob("*.svg")}
    built(folder)
    assert before and {p: p.stat().st_mtime_ns for p in site.rglob("*.svg")} == before


def test_long_texts_are_broken_into_lines() -> None:
    """No line is wider than the frame, and no letter is lost."""
    text = "关于印发城西区国民经济和社会发展第十四个五年规划纲要主要目标和任务分工的通知 2021"
    lines = wrapped(text, 100, 10)
    assert "".join(lines) == text
    assert all(sum(7 if c.isascii() else 12.5 for c in line) * 10 / 12 <= 100 for line in lines)
    assert wrapped("", 100, 10) == []


def test_no_line_begins_with_a_closing_sign() -> None:
    """A stop, a closing bracket or a per cent sign stands in the line of the letter before it; no letter is lost."""
    text = "森林覆盖率：2020 年 42.1，此后没有披露（%）。须有 0.37。"
    for width in range(80, 400, 4):
        lines = wrapped(text, width, 12)
        assert "".join(lines) == text
        assert not [line for line in lines if line.startswith(tuple("，、；：。）%"))], (width, lines)
