"""Whoever unpacks a zip reads first what it is, how to open it, and under which licence it is."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from generator.publish.offline_zip import archive

FACTS = ("澄溪区规划任务台账", "数据版本号：1.2.0", "数据截至：2024-01-25", "许可名称：", "署名方式：", "来源文件：")


@pytest.fixture(params=["site", "data"])
def readme(request: pytest.FixtureRequest, district_site: Path) -> str:
    """The text in the zip of the whole site, and in that of the data package."""
    data = next((district_site / "data").glob("*.zip"))
    packed = archive(district_site) if request.param == "site" else data.read_bytes()
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        return opened.read("README.txt").decode()


def test_it_tells_what_the_zip_is(readme: str) -> None:
    """Name, how to open it, version, day, licence and documents; no setting that is empty leaves a label."""
    assert readme.startswith("澄溪区规划任务台账") and "怎样打开" in readme
    assert all(fact in readme for fact in FACTS)
    assert not [line for line in readme.splitlines() if line.endswith("：")]


def test_the_words_fit_the_zip(district_site: Path) -> None:
    """The site's begins at its home page; the package's names the descriptor that stands beside it."""
    with zipfile.ZipFile(next((district_site / "data").glob("*.zip"))) as opened:
        names, words = opened.namelist(), opened.read("README.txt").decode()
    assert "datapackage.json" in words and "datapackage.json" in names
    assert "index.html" in (district_site / "README.txt").read_text(encoding="utf-8")
