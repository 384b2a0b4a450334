"""The image of a shared page: name, figures as printed, source and day; nothing runs out of it."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from generator.downloads.pictures.share_image import HEIGHT, WIDTH, share_image
from generator.ledger.load import load
from tests.conftest import ROOT, project
from tests.helpers.copying import dataset_of, district
from tests.helpers.sites import DISTRICT

SVG = "{http://www.w3.org/2000/svg}"


def words(image: bytes) -> str:
    """All that an image says."""
    return "".join(text.text or "" for text in ElementTree.fromstring(image).iter(f"{SVG}text"))


def test_it_says_what_the_page_begins_with() -> None:
    """Name, target, newest figure, finding, source, day, licence; whole by itself."""
    image = share_image(district(), "forest-coverage")
    said = words(image)
    for part in ("澄溪区规划任务台账", "森林覆盖率", "31.5%", "2023 年完成值", "31.6%", "比 2025 年的目标 31.5 高 0.1"):
        assert part in said
    for part in ("来源：", "截至 2024 年 1 月 25 日", "许可：", "署名："):
        assert part in said
    assert b"<script" not in image and b"href" not in image and b"url(" not in image


def test_an_indicator_without_a_figure_says_so() -> None:
    """Its state stands where the figure would."""
    assert "完成情况暂无数据" in words(share_image(district(), "gdp-growth"))


def test_nothing_runs_out_of_the_frame(tmp_path: Path) -> None:
    """Also with a name of a hundred characters; every line begins and ends within."""
    folder = project(tmp_path, DISTRICT)
    for file in (folder / "data/indicators").rglob("*.yml"):
        file.write_text(
            file.read_text(encoding="utf-8").replace("name: ", f"name: {'很长的名称' * 20}"), encoding="utf-8"
        )
    dataset = dataset_of(load(folder / "data", ROOT / "datapackage.json"))
    for indicator in dataset.index.indicators:
        tree = ElementTree.fromstring(share_image(dataset, indicator))
        ys = [float(text.attrib["y"]) for text in tree.iter(f"{SVG}text")]
        own = [float(t.attrib["y"]) for t in tree.iter(f"{SVG}text") if t.attrib["class"] in ("figure", "finding")]
        foot = [float(t.attrib["y"]) for t in tree.iter(f"{SVG}text") if t.attrib["class"] == "foot"]
        assert max(own) < min(foot) - 20 and max(ys) < HEIGHT and tree.attrib["viewBox"] == f"0 0 {WIDTH} {HEIGHT}"
        assert len({(text.attrib["x"], text.attrib["y"]) for text in tree.iter(f"{SVG}text")}) == len(ys)


def test_pages_name_it_where_the_site_knows_its_address(district_site: Path, real_site: Path) -> None:
    """By its whole address; a site without one has neither tag nor file."""
    for page in (district_site / "indicators").glob("*/index.html"):
        named = re.search(r'<meta property="og:image" content="([^"]*)">', page.read_text(encoding="utf-8"))
        if (page.parent / "data.csv").exists():
            assert named and named[1] == f"https://gongkai.example/zwgk/gh/indicators/{page.parent.name}/share.svg", (
                page
            )
            assert (page.parent / "share.svg").is_file()
    assert not [*real_site.rglob("share.svg")]
    assert 'property="og:image"' not in (real_site / "indicators/new-jobs/index.html").read_text(encoding="utf-8")
