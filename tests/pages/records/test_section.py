"""The page of a heading: what stands under the headings below it."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.pages.records import section
from tests.helpers.pages import context_of, specs_of


def article(site: Path, id_: str) -> LexborNode:
    """The article of the page of a heading."""
    page = LexborHTMLParser((site / "sections" / id_ / "index.html").read_text(encoding="utf-8"))
    found = page.css_first("article")
    assert found is not None
    return found


def linked(node: LexborNode, folder: str) -> set[str]:
    """The records of a folder that a part of a page links to."""
    return {str(a.attributes["href"]).rstrip("/").rpartition("/")[2] for a in node.css(f"a[href*='/{folder}/']")}


def test_a_heading_lists_the_tasks_and_indicators_below_it(real_site: Path, real_project: Path) -> None:
    """All 17 tasks and 25 indicators of an area, under the headings of the document."""
    index, page = context_of(real_project / "data").index, article(real_site, "s2016-3-6")
    below = index.subsections["s2016-3-6"]
    assert [h.text() for h in page.css("h3[id^='s2016-3-6-']")] == [f"{one.number}{one.title}" for one in below]
    tasks = {task.id for one in below for task in index.tasks_of_section[one.id]}
    indicators = {i.id for task in tasks for i in index.indicators_of_task.get(task, ())}
    assert (len(tasks), len(indicators)) == (17, 25)
    assert tasks <= linked(page, "tasks") and indicators <= linked(page, "indicators")
    assert "区人力社保局牵头，区农经委配合" in page.text()


def test_a_task_below_a_heading_has_its_clause_and_its_newest_report(district_site: Path) -> None:
    """Where it stands in the document, and what was told of it last."""
    page = article(district_site, "s2021-3-1")
    (row,) = (li for li in page.css(".pl-brief > li") if "tasks/river-treatment/" in (li.html or ""))
    links = [str(a.attributes["href"]) for a in row.css("a[href*='#c-']")]
    assert links[0].endswith("documents/chengxi-145-task-assignment-2021/#c-3-1-1-1")
    assert "2023 年有进展 1 条，说的事还在推进" in " ".join(row.text().split())


def test_a_heading_of_too_many_tasks_lists_the_headings_below(
    district_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With how many tasks and indicators each has."""
    monkeypatch.setattr(section, "MOST_BELOW", 2)
    specs = {spec.path: spec for spec in specs_of(context_of(district_project / "data"))}
    body = specs["sections/s2021-3/"].make().body
    assert 'id="below"' not in body and "sections/s2021-3-1-1/" in body and "任务 3，指标" in body


def test_a_target_that_the_name_says_is_not_said_twice(real_site: Path) -> None:
    """基本实现教育现代化 is both the name and the target."""
    page = article(real_site, "s2016-3-6")
    (row,) = (li for li in page.css(".pl-brief ul > li") if "基本实现教育现代化" in li.text())
    assert row.text().count("基本实现教育现代化") == 1
