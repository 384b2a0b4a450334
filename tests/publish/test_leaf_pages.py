"""Leaf pages made by several processes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.pages.page import PageContent
from generator.publish import leaf_pages
from generator.publish.build import build_site
from generator.publish.leaf_pages import processes_for
from generator.publish.site_content import BackgroundChecks, BuildOptions, SiteContent, SiteInputs, load_content
from generator.publish.site_writer import BuildStopped
from generator.support.stopwatch import Stopwatch
from tests.conftest import project
from tests.helpers.sites import DISTRICT, different, snapshot, unsearched


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The made-up district's project, not built yet."""
    return unsearched(project(tmp_path, DISTRICT))


def test_the_bytes_do_not_depend_on_the_number_of_processes(folder: Path) -> None:
    """One process, three, and three beside an old site make the same files and say the same of them."""
    alone = build_site(folder / "mkdocs.yml", folder / "one", BuildOptions(jobs=1))
    three = build_site(folder / "mkdocs.yml", folder / "three", BuildOptions(jobs=3))
    assert different(snapshot(folder / "one"), snapshot(folder / "three")) == []
    assert three == alone
    before = snapshot(folder / "three")
    with (folder / "data/plans.yml").open("a", encoding="utf-8") as file:
        file.write("# 注\n")
    again = build_site(folder / "mkdocs.yml", folder / "three", BuildOptions(jobs=3))
    assert again.written == ["ledger/plans.yml"]
    assert different(before, snapshot(folder / "three")) == ["ledger/plans.yml"]


@pytest.mark.parametrize("jobs", [1, 3])
def test_an_error_in_any_process_ends_the_build(folder: Path, jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that cannot be made leaves no site, whichever process was to make it."""

    def fails() -> PageContent:
        raise ZeroDivisionError

    def with_a_bad_page(inputs: SiteInputs, watch: Stopwatch, checks: BackgroundChecks | None) -> SiteContent:
        content = load_content(inputs, watch, checks)
        *good, last = content.specs
        return replace(content, specs=(*good, replace(last, content=fails)))

    monkeypatch.setattr("generator.publish.mkdocs_plugin.load_content", with_a_bad_page)
    with pytest.raises(BuildStopped, match="ZeroDivisionError"):  # told, since it is in no file of the program
        build_site(folder / "mkdocs.yml", folder / "site", BuildOptions(jobs=jobs))
    assert not (folder / "site").exists()


def test_few_pages_are_not_worth_a_process() -> None:
    """A small site is made by one process unless more are asked for."""
    assert processes_for(leaf_pages.FEW - 1, 0) == 1
    assert processes_for(10, 2) == 2
    assert processes_for(10, 1) == 1
