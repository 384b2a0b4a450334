"""How the newest reports on a task are told: of one thing each, the same on every page."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.helpers.pages import context_of

GREENING = "2017 年有进展 2 条，其中 1 条说的事已完成"


def article(page: Path) -> LexborNode:
    """The article of a page."""
    found = LexborHTMLParser((page / "index.html").read_text(encoding="utf-8")).css_first("article")
    assert found is not None
    return found


def test_a_task_of_several_reports_is_told_alike_everywhere(real_site: Path, real_project: Path) -> None:
    """One report says 推进中, one 完成: the list, the page and the reader's margin say how many, none a bare 完成."""
    (task,) = (t for t in context_of(real_project / "data").index.ledger.tasks if t.title == "林木绿化目标")
    assert GREENING in article(real_site / "tasks" / task.id).text()
    (row,) = (tr for tr in article(real_site / "tasks").css("tr") if f"tasks/{task.id}/" in (tr.html or ""))
    assert GREENING in row.text() and not row.css(".pl-tag--done")
    pages = [path.parent for path in (real_site / "documents").glob("**/index.html")]
    margins = [one for page in pages for one in article(page).css(".pl-clause__margin")]
    assert any(GREENING in margin.text() for margin in margins)
