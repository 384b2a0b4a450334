"""The responsibility matrix: what its cells say is what the ledger and the pages of units say."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.analysis.facts.unit import unit_facts
from generator.ledger.enums import Role
from generator.ledger.load import CheckedLedger, load
from generator.pages.overviews.lists.units import unit_row
from generator.pages.overviews.openness import responsibility_matrix
from generator.pages.overviews.openness.responsibility_matrix import MatrixRow, MatrixView, matrices_view
from generator.pages.records.unit import unit_view
from tests.conftest import ROOT
from tests.helpers.pages import context_of, specs_of
from tests.helpers.sites import DISTRICT

CONTRACT = ROOT / "datapackage.json"


@pytest.fixture(scope="module")
def district() -> CheckedLedger:
    return load(DISTRICT, CONTRACT)


@pytest.fixture(scope="module")
def real() -> CheckedLedger:
    return load(ROOT / "data", CONTRACT)


def units(matrix: MatrixView) -> dict[str, MatrixRow]:
    return {row.unit.path.split("/")[1]: row for group in matrix.groups for row in group.rows}


def columns(matrix: MatrixView) -> list[str]:
    return [area.ref.title for part in matrix.column_groups for area in part.areas]


def test_the_matrix_of_a_plan(district: CheckedLedger) -> None:
    """Areas with tasks in the order of the document, and each unit's leads and supports in them."""
    five, annual, *_ = matrices_view(context_of(district)).plans
    assert columns(five) == [
        "（一）预期性指标",
        "（二）约束性指标",
        "（一）守护绿水青山",
        "（二）壮大产业集群",
        "（一）加强宣传引导",
        "五、工作要求",
    ]
    found = {unit: [(c.leads, c.supports) for c in row.cells] for unit, row in units(five).items()}
    assert found["livelihood"] == [(1, 0), (1, 0), (1, 0), (0, 0), (0, 0), (0, 0)]
    assert found["water"] == [(0, 0), (1, 0), (3, 0), (0, 0), (0, 0), (0, 0)]
    assert found["tongting"] == [(0, 0), (0, 0), (0, 2), (0, 0), (0, 0), (1, 0)]
    assert found["all-towns"] == [(0, 0), (0, 0), (1, 0), (0, 0), (0, 0), (1, 0)]
    assert (five.units, five.collectives) == (13, 1) and "water-and-ecology" not in found
    assert columns(annual) == ["（一）治水添绿", "（二）稳岗惠民", "（三）强园兴业"]


def test_a_task_with_several_leads_counts_once_below(district: CheckedLedger) -> None:
    """Two units lead the one task of the requirements: its column says one, the row of each says one."""
    five = matrices_view(context_of(district)).plans[0]
    area = five.column_groups[-1].areas[0]
    assert (area.led, area.supported, area.unassigned) == (1, 0, 0)
    assert sum(row.cells[-1].leads for row in units(five).values()) == 2
    assert (five.led, five.supported, five.unassigned) == (11, 7, 0)


def test_a_heading_without_subheadings_is_a_column_of_its_own(district: CheckedLedger) -> None:
    """The requirements have tasks right below a heading of the first level, which has no column headings below it."""
    five = matrices_view(context_of(district)).plans[0]
    assert [part.alone for part in five.column_groups] == [False, False, False, True]


def test_tasks_that_name_nobody_are_said(district: CheckedLedger) -> None:
    """Of the annual plan's three tasks one names its unit: the other two are counted as unassigned in their areas."""
    annual = matrices_view(context_of(district)).plans[1]
    assert [area.unassigned for part in annual.column_groups for area in part.areas] == [1, 1, 0]
    assert (annual.tasks, annual.led, annual.unassigned) == (3, 1, 2)


def test_a_plan_that_assigns_nothing_is_named(real: CheckedLedger) -> None:
    """The annual plan prints no responsibility: no matrix of it, but a word about it."""
    found = matrices_view(context_of(real))
    assert [m.anchor for m in found.plans] == ["plan-2016-2020"]
    assert [ref.path for ref in found.without_assignments] == ["plans/plan-2018/"]


@pytest.mark.parametrize("of", ["district", "real"])
def test_rows_say_what_the_pages_of_units_say(of: str, request: pytest.FixtureRequest) -> None:
    """The cells of a unit's rows sum to the tasks on its page, its sums to its line in the list of units."""
    context = context_of(request.getfixturevalue(of))
    found = [units(m) for m in matrices_view(context).plans]
    for record in context.index.ledger.organizations:
        own = [rows[record.id] for rows in found if record.id in rows]
        facts = unit_facts(context.index, context.statuses, record.id)
        page, row = unit_view(context, facts), unit_row(context, record)
        cells = [c for row in own for c in row.cells]
        assert sum(c.leads for c in cells) == sum(r.leads for r in own) == page.leads == row.leads
        assert (
            sum(c.supports for c in cells) == sum(r.supports for r in own) == page.lists.supports.total == row.supports
        )


@pytest.mark.parametrize("of", ["district", "real"])
def test_every_task_stands_in_one_column(of: str, request: pytest.FixtureRequest) -> None:
    """The columns' totals sum to the plan's, and assigned and unassigned tasks to all of its tasks."""
    checked: CheckedLedger = request.getfixturevalue(of)
    for matrix in matrices_view(context_of(checked)).plans:
        areas = [area for part in matrix.column_groups for area in part.areas]
        tasks = {t.id for t in checked.ledger.tasks if t.plan == matrix.anchor}
        led = {a.task for a in checked.ledger.assignments if a.role is Role.LEAD} & tasks
        assert sum(a.led for a in areas) == matrix.led == len(led)
        assert sum(a.supported for a in areas) == matrix.supported
        assert sum(a.unassigned for a in areas) == matrix.unassigned == len(tasks) - len(led)
        assert all(len(row.cells) == len(areas) for row in units(matrix).values())


@pytest.mark.parametrize("of", ["district", "real"])
def test_darker_means_more(of: str, request: pytest.FixtureRequest) -> None:
    """A cell has a shade when it has tasks, the one whose range holds their number; the ranges have no gap."""
    for matrix in matrices_view(context_of(request.getfixturevalue(of))).plans:
        ranges = {s.shade: range(s.low, s.high + 1) for s in matrix.shades}
        assert [n for r in ranges.values() for n in r] == [*range(1, matrix.shades[-1].high + 1)]
        for cell in (c for row in units(matrix).values() for c in row.cells):
            tasks = cell.leads + cell.supports + cell.others
            assert tasks in ranges[cell.shade] if tasks else cell.shade == 0


def text(node: LexborNode) -> str:
    return node.text().strip()


def of_table(node: LexborNode, table: Callable[[LexborNode], int]) -> int:
    return sum(table(cell) for cell in node.css("th, td"))


def test_the_page_is_a_table_that_reads_without_colour(real_site: Path) -> None:
    """Every header has its scope, every row its width, every full cell its words."""
    tree = LexborHTMLParser((real_site / "matrix/index.html").read_text(encoding="utf-8"))
    frame = tree.css_first("div.pl-matrix--whole")
    assert frame is not None and "tabindex" not in frame.attributes, "nothing scrolls in it"
    assert all(th.attributes.get("scope") for th in frame.css("th"))
    width = sum(int(group.attributes.get("span") or 1) for group in frame.css("colgroup"))
    for row in frame.css("tbody tr, tfoot tr"):
        assert of_table(row, lambda cell: int(cell.attributes.get("colspan") or 1)) == width
    full = frame.css("td[class^='pl-shade']")
    assert full and all(re.fullmatch(r"牵 \d+|配 \d+|牵 \d+ 配 \d+", text(cell)) for cell in full)
    assert "只算一项" in tree.css_first("article").text()  # type: ignore[union-attr]  # every page has one


def test_a_matrix_with_too_many_columns_scrolls_in_a_frame(
    district: CheckedLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The frame has a name and is a stop of the keyboard: what scrolls must be within its reach."""
    monkeypatch.setattr(responsibility_matrix, "MOST_COLUMNS", 8)
    context = context_of(district)
    (page,) = [spec.make() for spec in specs_of(context) if spec.path == "matrix/"]
    frames = LexborHTMLParser(page.body).css("div.pl-matrix")
    assert [frame.attributes.get("tabindex") for frame in frames][:2] == ["0", None]
    assert "可以滚动" in str(frames[0].attributes["aria-label"])


def test_units_are_told_line_by_line_where_columns_have_no_room(real_site: Path) -> None:
    """The list for phones says of each unit what its row says: as many areas as full cells, with the same numbers."""
    tree = LexborHTMLParser((real_site / "matrix/index.html").read_text(encoding="utf-8"))
    rows = {text(tr.css_first("th")): tr for tr in tree.css(".pl-matrix tbody tr:not(.pl-matrix__kind)")}  # type: ignore[arg-type]  # each row has a head
    folded = tree.css(".pl-matrix-list details")
    assert len(folded) == len(rows) == 78
    for unit in folded:
        name, _, counts = text(unit.css_first("summary")).partition(" ")  # type: ignore[arg-type]  # each has one
        leads, supports = (int(number) for number in re.findall(r"\d+", counts))
        row, areas = rows[name], unit.css("li")[1:]
        assert [int(text(td)) for td in row.css("td")[:2]] == [leads, supports]
        cells = [text(td) for td in row.css("td[class^='pl-shade']")]
        assert [text(li).partition(" ")[2] for li in areas] == cells


def test_the_page_is_reached_from_lists_and_home(real_site: Path) -> None:
    """Home, units, towns, headings and plans lead to the matrix; each unit and area in it leads to its page."""
    for path, link in {
        "": "matrix/",
        "departments/": "../matrix/",
        "towns/": "../matrix/",
        "sections/": "../matrix/",
    }.items():
        tree = LexborHTMLParser((real_site / path / "index.html").read_text(encoding="utf-8"))
        assert tree.css_first(f'article a[href="{link}"]') is not None, path
    tree = LexborHTMLParser((real_site / "matrix/index.html").read_text(encoding="utf-8"))
    headers = tree.css("tbody th[scope=row], thead th[scope=col]")
    assert {text(th) for th in headers if th.css_first("a:not(.pl-word)") is None} == {"单位", "牵头", "配合"}
