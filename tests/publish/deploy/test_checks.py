"""What is looked at before a site is public."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from generator.publish.deploy.checks import faults_of


@pytest.fixture
def site(district_site: Path, tmp_path: Path) -> Path:
    """A copy of the made-up district's site, whose files may be taken away."""
    return shutil.copytree(district_site, tmp_path / "site", copy_function=os.link)


def replace(file: Path, content: bytes) -> None:
    """Write a file anew; the one that it shares its content with stays as it is."""
    file.unlink()
    file.write_bytes(content)


def test_a_good_site_has_no_faults(site: Path, real_site: Path) -> None:
    """Neither the made-up district's nor our own; nor one that takes the place of itself."""
    assert faults_of(site, site) == []
    assert faults_of(real_site, None) == []


def test_each_record_has_its_page(site: Path) -> None:
    """The rows of the package say which pages there must be."""
    shutil.rmtree(site / "tasks")
    told = faults_of(site, None)
    assert "tasks/river-treatment/index.html: 应当有这一页，没有建成" in told
    assert all(line.startswith("tasks/") for line in told)


def test_a_page_that_was_cut_is_told(site: Path) -> None:
    """A full disk or a killed process leaves such pages, empty ones among them."""
    replace(site / "index.html", b"<html><body>half")
    replace(site / "404.html", b"")
    assert faults_of(site, None) == ["404.html: 这一页不完整", "index.html: 这一页不完整"]


def test_a_table_is_as_the_package_describes_it(site: Path) -> None:
    """What is validated is what is published."""
    replace(site / "data/targets.csv", (site / "data/targets.csv").read_bytes()[:-10])
    (site / "data/reports.csv").unlink()
    told = [f"data/{name}.csv: 与数据包的描述不符（大小或校验值）" for name in ("targets", "reports")]
    assert faults_of(site, None) == told
    replace(site / "datapackage.json", b"{")
    assert faults_of(site, None) == ["datapackage.json: 没有数据包的描述，或者读不出来"]


def test_a_release_that_is_public_stays_public(site: Path, tmp_path: Path) -> None:
    """A clone without tags has no releases: the words say how to fetch them."""
    (tmp_path / "old/releases/1.2.0").mkdir(parents=True)
    (tmp_path / "old/releases/1.2.0/index.html").touch()
    (told,) = faults_of(site, tmp_path / "old")
    assert told.startswith("releases/1.2.0/: ") and "git fetch --tags" in told
