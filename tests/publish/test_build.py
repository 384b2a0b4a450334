"""Building: complete or not at all, the same bytes each time, and nothing lost on the way."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.publish.build import BadLinks, build_site
from generator.publish.site_content import BuildOptions
from generator.publish.site_folder import MARK
from tests.conftest import ROOT, built, project
from tests.helpers.sites import FURTHER_FILE, snapshot


@pytest.fixture
def small(tmp_path: Path, district_site: Path) -> Path:
    """The made-up district's project with a site already built, to be spoilt."""
    folder = project(tmp_path, ROOT / "tests" / "district" / "data")
    subprocess.run(["cp", "-a", str(district_site), str(folder / "site")], check=True)
    return folder


def test_further_formats_can_be_left_out(small: Path) -> None:
    """A build with CSV and JSON alone has no other files and does not offer any; its data are as they are with them."""
    before = snapshot(small / "site")
    build_site(small / "mkdocs.yml", small / "site", BuildOptions(search=False, further=False))
    after = snapshot(small / "site")
    gone = {path for path in before.keys() - after.keys() if not path.startswith("pagefind/")}
    assert gone == {path for path in before if FURTHER_FILE.fullmatch(path)} != set()
    page = after["data/index.html"].decode()
    assert not any(form in page for form in (".xlsx", ".sqlite", ".parquet", "value_digits"))
    assert ".csv" in page and ".json" in page
    assert ".ics" not in after["supervision/index.html"].decode()
    tables = {path for path in after if path.startswith("data/") and not path.endswith(".html")}
    assert all(after[path] == before[path] for path in tables)


def test_a_faulty_ledger_leaves_the_old_site_as_it_was(
    small: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With faults in the data the build tells all of them, fails, and touches nothing."""
    before = snapshot(small / "site")
    documents = small / "data" / "documents.yml"
    documents.write_text(documents.read_text(encoding="utf-8").replace("validity: 有效", "validity: 有笑"), "utf-8")
    plans = small / "data" / "plans.yml"
    plans.write_text(plans.read_text(encoding="utf-8").replace("kind: 五年规划", "kind: 五年归化"), "utf-8")
    monkeypatch.chdir(small)
    assert main(["build"]) == 1
    told = capfd.readouterr()
    assert "data/documents.yml" in told.out and "“有笑”不在可选范围" in told.out
    assert "data/plans.yml" in told.out and "“五年归化”不在可选范围" in told.out
    assert "没有建站，原来的网站未动" in told.err
    assert snapshot(small / "site") == before
    assert not list(small.glob(".site-*"))


def test_a_warning_of_the_engine_leaves_the_old_site_as_it_was(
    small: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hand-written page with a dead link stops the build; the old site stays."""
    before = snapshot(small / "site")
    (small / "docs" / "about.md").write_text("# 说明\n\n[去哪里](nowhere.md)\n", encoding="utf-8")
    monkeypatch.chdir(small)
    assert main(["build"]) == 1
    assert "nowhere.md" in capfd.readouterr().out
    assert snapshot(small / "site") == before


def test_bad_links_leave_the_old_site_as_it_was(small: Path) -> None:
    """A dead link in raw HTML, which the engine does not look at, is found before the new site takes its place."""
    before = snapshot(small / "site")
    with (small / "docs" / "about.md").open("a", encoding="utf-8") as file:
        file.write('\n<p><a href="../nowhere/">x</a></p>\n')
    with pytest.raises(BadLinks) as error:
        build_site(small / "mkdocs.yml", small / "site")
    assert [str(b) for b in error.value.links] == ["about/index.html: ../nowhere/（没有这个文件）"]
    assert snapshot(small / "site") == before


def test_a_site_whose_build_was_killed_between_two_renames_comes_back(small: Path) -> None:
    """The old site that was set aside is put back by the next build, even when that build fails."""
    before = snapshot(small / "site")
    work = small / ".site-build"
    work.mkdir()
    (work / MARK).touch()
    (small / "site").rename(work / "old")
    with (small / "docs" / "about.md").open("a", encoding="utf-8") as file:
        file.write('\n<p><a href="../nowhere/">x</a></p>\n')
    with pytest.raises(BadLinks):
        build_site(small / "mkdocs.yml", small / "site")
    assert snapshot(small / "site") == before


def test_two_builds_of_the_same_ledger_are_equal_byte_for_byte(district_project: Path, tmp_path: Path) -> None:
    """Nothing in the site depends on the time, the folder or the order of files on the disk."""
    again = built(project(tmp_path, ROOT / "tests" / "district" / "data"))
    one, two = snapshot(district_project / "site"), snapshot(again)
    assert [name for name in one.keys() | two.keys() if one.get(name) != two.get(name)] == []


@pytest.mark.parametrize("name", [pytest.param("real_project", marks=pytest.mark.endurance), "district_project"])
def test_mkdocs_itself_builds_without_a_warning(name: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """``mkdocs build --strict`` passes and warns of nothing."""
    folder: Path = request.getfixturevalue(name)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)
    assert run.returncode == 0, run.stderr[-2000:]
    assert "WARNING" not in run.stderr and "ERROR" not in run.stderr
    assert (tmp_path / "site" / "indicators" / "index.html").is_file()
