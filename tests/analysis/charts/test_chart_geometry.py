"""Pictures stay within their frame, bridge no gap, and are told in words."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.analysis.charts.chart_content import ChartContent, chart_content
from generator.analysis.charts.chart_geometry import (
    BRACKET,
    NARROW,
    PAIR,
    SMALL,
    WIDE,
    Drawing,
    Size,
    draw_chart,
    text_width,
)
from generator.analysis.charts.progress_bar import progress_bar
from generator.analysis.target_spec import Assessment, DatedValue, TargetSpec
from generator.analysis.target_states import assess
from generator.ledger.enums import Basis, Measure, State, Status
from generator.pages.components.charts.chart_figure import chart_of, render_chart
from generator.pages.components.states import css_class
from tests.analysis.charts.test_chart_data import NUMERIC, annual
from tests.analysis.test_target_states import days, figures, promises, sums, year
from tests.conftest import ROOT
from tests.helpers.pages import context_of
from tests.helpers.sites import DISTRICT

GOLDEN = ROOT / "tests" / "golden" / "pictures"
LATE = date(2019, 2, 1)
STYLES = (ROOT / "docs" / "assets" / "ledger.css").read_text(encoding="utf-8")
PAPER = {"light": "#fffdfb", "dark": "#29201e"}
"""What the theme's two palettes print on."""

huge = st.decimals(-(10**12), 10**12, places=3)


SIZES = (WIDE, NARROW, PAIR, SMALL)


def of(
    promise: TargetSpec,
    told: list[DatedValue],
    as_of: date = date(2019, 2, 1),
    asked: list[tuple[int, Decimal]] | None = None,
    levels: list[DatedValue] | None = None,
) -> ChartContent | None:
    """The chart of a target with its verdict of a day."""
    return chart_content(promise, assess(promise, told, as_of, levels=levels or []), told, asked or [], as_of)


Area = tuple[int, int, int, int]


def words_areas(drawing: Drawing) -> list[Area]:
    """The room that each line of words takes: left, top, right, bottom."""
    found, font = [], drawing.size.font
    for text in drawing.texts:
        width = text_width(text.text, font)
        left = text.x - {"middle": (width + 1) // 2, "start": 0, "end": width}[text.anchor]
        found.append((left, text.y - font + 1, left + width, text.y))
    return found


def filled(drawing: Drawing) -> list[Area]:
    """The room of columns of figures, without the bar of a sum."""
    above = [b for b in drawing.boxes if b.kind in ("result", "soft", "base") and b.y <= drawing.axis]
    return [(b.x, b.y, b.x + b.width, b.y + b.height) for b in above]


def meet(one: Area, other: Area) -> bool:
    """Whether two rooms have a place in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
@given(promise=promises(NUMERIC), told=st.lists(figures(huge)), as_of=days, asked=annual)
def test_everything_lies_within_the_frame(
    size: Size, promise: TargetSpec, told: list[DatedValue], as_of: date, asked: list[tuple[int, Decimal]]
) -> None:
    """However large, small or negative the figures are."""
    content = of(promise, told, as_of, asked)
    if content is None:
        return
    drawing = draw_chart(content, size)
    corners = [(x, y) for left, top, right, bottom in words_areas(drawing) for x, y in ((left, top), (right, bottom))]
    corners += [place for b in drawing.boxes for place in ((b.x, b.y), (b.x + b.width, b.y + b.height))]
    corners += [place for s in drawing.spans for place in ((s.x, s.y), (s.end, s.y))]
    corners += [(x + side * BRACKET // 2, y) for x, y in drawing.brackets for side in (-1, 1)]
    assert all(-1 <= x <= size.width + 1 and 0 <= y <= drawing.height for x, y in corners), drawing


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
@given(promise=promises(NUMERIC), told=st.lists(figures(huge)), as_of=days, asked=annual)
def test_words_cover_neither_words_nor_figures(
    size: Size, promise: TargetSpec, told: list[DatedValue], as_of: date, asked: list[tuple[int, Decimal]]
) -> None:
    """A label for which there is no room is left to the table."""
    content = of(promise, told, as_of, asked)
    if content is None:
        return
    drawing = draw_chart(content, size)
    areas = words_areas(drawing)
    assert [(a, b) for a, b in combinations(areas, 2) if meet(a, b)] == []
    above = [a for a, text in zip(areas, drawing.texts, strict=True) if text.kind != "note"]
    assert [(a, b) for a in above for b in filled(drawing) if meet(a, b)] == []
    notes = [a for a, text in zip(areas, drawing.texts, strict=True) if text.kind == "note" and text.y < drawing.axis]
    lines = [(span.x, span.y - 2, span.end, span.y + 2) for span in drawing.spans]
    assert [(a, b) for a in notes for b in lines if meet(a, b)] == []


@given(promises(NUMERIC), st.lists(figures(huge)), days, annual)
def test_every_number_is_printed_as_it_was_told(
    promise: TargetSpec, told: list[DatedValue], as_of: date, asked: list[tuple[int, Decimal]]
) -> None:
    """The number over a column is the document's, to the last digit, or the sum of such."""
    content = of(promise, told, as_of, asked)
    if content is None:
        return
    for column in content.columns:
        if column.kind != "target":
            assert {form[-1].rpartition(" ")[2] for form in column.forms} == {format(column.high, "f")}
    known = {k.value for k in told}
    sums_so_far = promise.measure is Measure.CUMULATIVE and {c.high for c in content.columns if c.kind != "target"}
    assert all(c.high in known for c in content.columns if c.kind in ("result", "soft", "base")) or sums_so_far


@given(promises(NUMERIC), st.lists(figures()), days, annual, st.data())
def test_charts_hang_on_no_order(
    promise: TargetSpec, told: list[DatedValue], as_of: date, asked: list[tuple[int, Decimal]], data: st.DataObject
) -> None:
    """Whatever the order of the records, the chart is the same to the last digit."""
    assert of(promise, data.draw(st.permutations(told)), as_of, asked) == of(promise, told, as_of, asked)


@given(promises(NUMERIC), st.lists(figures()), days, annual)
def test_a_missing_year_has_no_column(
    promise: TargetSpec, told: list[DatedValue], as_of: date, asked: list[tuple[int, Decimal]]
) -> None:
    """A year without a figure has a mark on the axis, and no column but that of a target."""
    content = of(promise, told, as_of, asked)
    if content is None:
        return
    known = {column.year for column in content.columns if column.kind != "target"}
    assert not known & {*content.silent, *content.coming}
    assert len(draw_chart(content, WIDE).brackets) == len(content.silent)


@given(promises(NUMERIC), st.lists(figures()), days, annual)
def test_every_column_stands_on_zero(
    promise: TargetSpec, told: list[DatedValue], as_of: date, asked: list[tuple[int, Decimal]]
) -> None:
    """The axis is zero; only the target of a range hangs between its ends."""
    content = of(promise, told, as_of, asked)
    if content is None:
        return
    drawing = draw_chart(content, WIDE)
    for column, box in zip(content.columns, drawing.boxes, strict=False):
        assert column.low or drawing.axis in (box.y, box.y + box.height)


@given(promises((Measure.CUMULATIVE,)), st.lists(figures()), days, annual)
def test_what_is_still_needed_is_left_out_over_years_with_a_figure(
    promise: TargetSpec, told: list[DatedValue], as_of: date, asked: list[tuple[int, Decimal]]
) -> None:
    """The dashed line lies over years that nothing is known of."""
    content = of(promise, told, as_of, asked)
    for line in content.lines if content else ():
        known = {column.year for column in content.columns if column.kind != "target"} if content else set()
        assert line.kind == "pace" and not known & {*line.years}


@given(promises(NUMERIC), st.lists(figures()), days)
def test_a_small_bar_is_as_long_as_its_share(promise: TargetSpec, told: list[DatedValue], as_of: date) -> None:
    """It stands only where a share does, ends open where the share is a bound, and goes beyond where the share does."""
    verdict = assess(promise, told, as_of)
    bar = progress_bar(verdict)
    assert (bar is None) == (verdict.share is None)
    if bar and verdict.share is not None:
        assert 0 <= float(bar.width) <= 46
        assert bar.beyond == (verdict.share > 1) and (bar.open or not (verdict.at_least and verdict.share < 1))
        if 0 <= verdict.share <= 1:
            assert abs(Decimal(bar.width) - verdict.share * 40) <= Decimal("0.1")


# -- what a reader gets

EXAMPLES: dict[str, tuple[TargetSpec, list[DatedValue], list[tuple[int, Decimal]], list[DatedValue]]] = {
    "level": (
        sums(measure=Measure.LEVEL, value=Decimal(100), unit="个"),
        [year(2015, "50"), year(2016, "62"), year(2018, "80", status=Status.FLASH)],
        [(2018, Decimal(82))],
        [],
    ),
    "cumulative-bound": (sums(unit="万人"), [year(2017, "4.15")], [(2018, Decimal("2.35"))], []),
    "cumulative": (sums(unit="万人"), [year(2016, "2"), year(2017, "4"), year(2018, "3")], [], []),
    "growth": (
        sums(measure=Measure.ANNUAL_GROWTH, unit="%"),
        [year(2016, "12"), year(2018, "-1.5")],
        [],
        [],
    ),
    "growth-by-levels": (
        sums(measure=Measure.ANNUAL_GROWTH, unit="%"),
        [],
        [],
        [year(2015, "100", basis=Basis.POINT), year(2017, "121", basis=Basis.POINT)],
    ),
    "annual": (sums(measure=Measure.ANNUAL, unit="件"), [year(2016, "10"), year(2018, "9")], [], []),
    "change": (
        sums(measure=Measure.CHANGE, value=Decimal(30), unit="%"),
        [year(2016, "5", basis=Basis.SINCE, since=2016), year(2017, "14", basis=Basis.SINCE, since=2016)],
        [],
        [],
    ),
    "silent": (sums(measure=Measure.LEVEL, unit="个"), [], [], []),
}
"""A target of each measure as of the beginning of 2019."""


def svg(content: ChartContent) -> str:
    """A chart as it is printed."""
    return f"{render_chart(content, '指标')}\n"


@pytest.mark.parametrize("name", EXAMPLES)
def test_pictures_are_as_they_were(name: str, request: pytest.FixtureRequest) -> None:
    """The picture of each measure equals its golden one, and is small."""
    content = example(name)
    text, golden = svg(content), GOLDEN / f"{name}.html"
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
    assert len(text.encode()) < 5200


def example(name: str) -> ChartContent:
    """One of the examples."""
    promise, told, asked, levels = EXAMPLES[name]
    content = of(promise, told, asked=asked, levels=levels)
    assert content
    return content


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_picture_is_told_in_words(name: str) -> None:
    """Finding, target, every drawn figure and every gap stand in the words of both drawings."""
    content = example(name)
    drawings = LexborHTMLParser(svg(content)).css("svg")
    assert len(drawings) == 2
    parts = (content.goal, content.missing, content.total, *content.figure_words, *content.annual_words)
    for drawing in drawings:
        words = str(drawing.attributes["aria-label"])
        assert all(part in words for part in (content.finding, *parts))
        assert ("至少" in words) == (content.at_least and content.bound)


def test_the_target_of_one_year_is_not_called_that_of_each() -> None:
    """Nor is anything said of a figure where a target that ended has none."""
    one = of(sums(measure=Measure.ANNUAL, start=2018, end=2018, unit="件"), [year(2018, "9")])
    assert one and one.finding == "2018 年完成 9，比目标 10 少 1（件）"
    done = of(sums(), [year(y, "2") for y in range(2016, 2021)], date(2021, 2, 1))
    assert done and done.finding == "2016—2020 年合计 10，与五年的目标 10 相同"
    ended = [
        chart_content(sums(), assess(sums(), told, LATE)._replace(state=State.ENDED), told, [], LATE)
        for told in ([year(2017, "4")], [])
    ]
    assert [one.finding for one in ended if one] == ["目标已终止；2017 年完成 4", "目标已终止"]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_the_number_of_nothing_stands_over_the_axis(size: Size) -> None:
    """As the numbers of all columns that do not go down."""
    content = of(sums(measure=Measure.LEVEL, unit="个"), [year(2016, "0", basis=Basis.POINT), year(2017, "5")])
    assert content
    drawing = draw_chart(content, size)
    assert [text.y < drawing.axis for text in drawing.texts if text.kind == "result"] == [True, True]


def words_of(tree: LexborHTMLParser | LexborNode, selector: str) -> str:
    """The text of the one node that a selector finds."""
    (found,) = tree.css(selector)
    return found.text()


def pages(*sites: Path) -> list[tuple[Path, LexborNode]]:
    """The articles of all pages of records and lists."""
    found = []
    for path in (p for site in sites for p in sorted(site.rglob("index.html"))):
        article = LexborHTMLParser(path.read_text(encoding="utf-8")).css_first("article.md-content__inner")
        found += [(path, article)] if article else []
    return found


def test_every_picture_of_the_sites_has_its_words(real_site: Path, district_site: Path) -> None:
    """Every drawing names the finding over it and what it shows."""
    count = 0
    for path, article in pages(real_site / "indicators", district_site / "indicators"):
        for picture in article.css(".pl-picture"):
            finding = words_of(picture, ".pl-picture__finding")
            for drawn in picture.css("svg"):
                assert drawn.attributes["role"] == "img", path
                assert finding and finding in str(drawn.attributes["aria-label"]), path
            count += 1
    contexts = context_of(ROOT / "data"), context_of(DISTRICT)
    charts = [chart_of(context, r) for context in contexts for r in context.index.ledger.indicators]
    assert (
        count == sum(chart is not None and chart.is_informative for chart in charts) > 12
    )  # the others have no picture


def test_the_small_bars_stand_beside_their_share(district_site: Path) -> None:
    """Hidden from readers of the text, who get the share itself."""
    bars = [n for _, article in pages(district_site) for n in article.css("svg.pl-bullet")]
    assert bars
    for bar in bars:
        assert bar.attributes["aria-hidden"] == "true"
        assert bar.parent is not None and bar.parent.css_first(".pl-share") is not None


def test_no_page_has_a_style_of_its_own(real_site: Path, district_site: Path) -> None:
    """All looks are in the stylesheet."""
    assert [path for path, article in pages(real_site, district_site) if article.css_first("[style]")] == []


@pytest.mark.parametrize("state", State)
def test_every_state_has_its_looks(state: State) -> None:
    """A colour for its word, and a fill for its part of a bar."""
    missing = [name for kind in ("state", "fill") if (name := f".pl-{kind}--{css_class(state)}") not in STYLES]
    assert missing == [], "a new state needs its looks: docs/assets/ledger.css"


@pytest.mark.parametrize("palette", PAPER)
@pytest.mark.parametrize("state", State)
def test_states_can_be_read(state: State, palette: str) -> None:
    """The word of a state stands out from the paper by 4.5 to 1 at least, by day and by night."""
    rules = re.findall(r"([^{}]*)\{([^{}]*)\}", STYLES)
    own = next(body for selector, body in rules if re.search(rf"\.pl-state--{css_class(state)}\b(?!-)", selector))
    name = re.search(r"color: var\((--pl-[a-z]+)\)", own)
    assert name
    selector = ":root" if palette == "light" else '[data-md-color-scheme="slate"]'
    colours = next(body for head, body in rules if head.strip().endswith(selector) and "--pl-ink" in body)
    colour = re.search(rf"{name[1]}: (#[0-9a-f]+);", colours)
    assert colour and contrast(colour[1], PAPER[palette]) >= 4.5


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as the accessibility guidelines count it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * c for c in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_verdict_without_a_share_has_no_bar() -> None:
    """A bar stands only where a share stands."""
    assert progress_bar(Assessment(State.NO_DATA, "silent")) is None


def test_a_sum_of_one_year_has_no_pace() -> None:
    """What is left of one year is no number a year; of two years it is."""
    months = year(2018, "4", month=9, whole=False, basis=Basis.YEAR_TO_DATE)
    for end, kinds in ((2018, list[str]()), (2019, ["pace"])):
        drawn = of(sums(start=2018, end=end), [months], as_of=date(2018, 10, 20))
        assert drawn is not None and [line.kind for line in drawn.lines] == kinds


CROWDED: dict[str, tuple[TargetSpec, list[DatedValue]]] = {
    "below zero and not final": (
        sums(measure=Measure.ANNUAL),
        [year(y, "-10", status=Status.FLASH) for y in range(2016, 2021)],
    ),
    "far below zero and not final": (
        sums(measure=Measure.ANNUAL),
        [year(y, "-1000.25", status=Status.FLASH) for y in range(2016, 2021)],
    ),
    "fifteen years": (sums(start=2006, end=2020, measure=Measure.LEVEL), [year(2006, "1"), year(2019, "2")]),
    "twenty years": (sums(start=2001, end=2020, measure=Measure.LEVEL), [year(2001, "1"), year(2019, "2")]),
    "thirty years": (sums(start=1991, end=2020, measure=Measure.LEVEL), [year(1991, "1"), year(2019, "2")]),
    "sixty years": (sums(start=1961, end=2020, measure=Measure.LEVEL), [year(1991, "1"), year(2019, "2")]),
    "a sum of some digits": (sums(value=Decimal("12345.5"), unit="个"), [year(2017, "1234.25")]),
    "a sum of more digits": (sums(value=Decimal("1234567.5"), unit="个"), [year(2017, "123456.25")]),
    "a sum of many digits": (sums(value=Decimal("1234567890.5"), unit="个"), [year(2017, "123456789.25")]),
    "a sum of too many digits": (sums(value=Decimal("1" * 20), unit="个"), [year(2017, "1" * 19)]),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
@pytest.mark.parametrize("name", CROWDED)
def test_where_there_is_little_room_words_keep_apart(name: str, size: Size) -> None:
    """They stay within the frame, and the last year is always named."""
    content = of(*CROWDED[name])
    assert content
    drawing = draw_chart(content, size)
    areas = words_areas(drawing)
    assert [(a, b) for a, b in combinations(areas, 2) if meet(a, b)] == []
    assert [a for a in areas if a[0] < 0 or a[2] > size.width] == []
    years = [text for text in drawing.texts if text.kind == "year"]
    assert years[0].text == "2020"
    lowest = max((t.y for t in drawing.texts if t.kind in ("result", "target") and t.anchor == "middle"), default=0)
    assert lowest < years[0].y - size.font


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_words_of_a_line_that_are_wider_than_the_drawing_are_left_out(size: Size) -> None:
    """The words beside the drawing have them."""
    told = [year(2016, "1")]
    for digits in (3, 9, 27, 81):
        content = of(sums(measure=Measure.ANNUAL, value=Decimal("1" * digits)), told)
        assert content
        words = [text for text in draw_chart(content, size).texts if text.kind == "goal-line"]
        room = text_width(content.lines[0].words, size.font)
        assert [text.x - room >= 0 and text.x <= size.width for text in words] == [True] * (room <= size.width)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_what_the_last_year_still_needs_has_no_line_once_it_has_begun(size: Size) -> None:
    """Its column stands there; the finding says what is left."""
    told = [*(year(y, "2") for y in range(2016, 2020)), year(2020, "1", month=6, whole=False, basis=Basis.YEAR_TO_DATE)]
    content = of(sums(), told, date(2020, 7, 20))
    assert content and content.finding.endswith("须有 1")
    assert draw_chart(content, size).spans == ()


@pytest.mark.parametrize("as_of", [date(2019, 2, 1), date(2020, 2, 1), date(2021, 2, 1)])
def test_a_sum_without_gaps_that_is_no_longer_the_newest_is_told_in_words(as_of: date) -> None:
    """Documents told the sum up to 2018, later ones none: it is no bound, though the whole is at least as much."""
    told = [DatedValue(2018, Decimal(7), Basis.SINCE, since=2016)]
    content = of(sums(), told, as_of)
    assert content and "合计 7。" in content.description
    assert ("2019 年" in content.description) == (as_of.year > 2019)
