"""Pictures stay within their frame, bridge no gap, and are told in words."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.analysis.chart_geometry import DIGIT, HEIGHT, WIDTH, WORD, Chart, draw_chart, progress_bar
from generator.analysis.target_spec import Assessment, DatedValue, TargetSpec
from generator.analysis.target_states import assess
from generator.ledger.enums import Basis, Measure, State, Status
from generator.pages.components.states import css_class
from generator.pages.environment import bare_environment
from tests.analysis.test_chart_data import NUMERIC, annual
from tests.analysis.test_target_states import days, figures, promises, sums, year
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden" / "pictures"
STYLES = (ROOT / "docs" / "assets" / "ledger.css").read_text(encoding="utf-8")
PAPER = {"light": "#fffdfb", "dark": "#29201e"}
"""What the theme's two palettes print on."""

huge = st.decimals(-(10**12), 10**12, places=3)


def of(
    promise: TargetSpec,
    told: list[DatedValue],
    as_of: date = date(2019, 2, 1),
    asked: list[tuple[int, Decimal]] | None = None,
    levels: list[DatedValue] | None = None,
) -> Chart | None:
    """The picture of a target with its verdict of a day."""
    return draw_chart(promise, assess(promise, told, as_of, levels=levels or []), told, asked or [], as_of)


def pairs(points: str) -> list[tuple[float, float]]:
    """The places of a polyline."""
    found = (pair.split(",") for pair in points.split())
    return [(float(x), float(y)) for x, y in found]


def places(drawn: Chart) -> list[tuple[float, float]]:
    """Every place that a picture prints, the ends of lines, the corners of boxes and of texts included."""
    found = [pair for points in (*drawn.lines, drawn.path) for pair in pairs(points)]
    boxes = [tuple(map(float, b[:4])) for b in (*drawn.gaps, *drawn.steps, *drawn.bars)]
    found += [place for x, y, w, h in boxes for place in ((x, y), (x + w, y + h))]
    spans = (drawn.target, *drawn.annual, *([drawn.mean] if drawn.mean else []))
    found += [(float(x), float(s.y)) for s in spans for x in (s.x, s.end)]
    found += [(float(p.x), float(p.y)) for p in drawn.points]
    for text in (*drawn.labels, *drawn.years):
        half = (len(text.text) * DIGIT + 2 * WORD * text.bound) / 20
        found += [(float(text.x) - half, float(text.y) - 10), (float(text.x) + half, float(text.y))]
    if goal := drawn.target_text:
        found += [(float(goal.x), float(goal.y) - 10), (float(goal.x), float(goal.y))]
    return [*found, (0, float(drawn.axis))]


@given(promises(NUMERIC), st.lists(figures(huge)), days, annual)
def test_everything_lies_within_the_frame(
    promise: TargetSpec, told: list[DatedValue], as_of: date, asked: list[tuple[int, Decimal]]
) -> None:
    """However large, small or negative the figures are."""
    if drawn := of(promise, told, as_of, asked):
        slack = 0.11  # half of a text's width may be half a tenth more
        assert all(-slack <= x <= WIDTH / 10 + slack and 0 <= y <= HEIGHT / 10 for x, y in places(drawn))


@given(promises(NUMERIC), st.lists(figures()), days, annual, st.data())
def test_pictures_hang_on_no_order(
    promise: TargetSpec, told: list[DatedValue], as_of: date, asked: list[tuple[int, Decimal]], data: st.DataObject
) -> None:
    """Whatever the order of the records, the picture is the same to the last digit."""
    assert of(promise, data.draw(st.permutations(told)), as_of, asked) == of(promise, told, as_of, asked)


@given(promises(NUMERIC), st.lists(figures()), days)
def test_no_line_bridges_a_missing_year(promise: TargetSpec, told: list[DatedValue], as_of: date) -> None:
    """No run of points passes the middle of a gap, and no sum covers one."""
    drawn = of(promise, told, as_of)
    if drawn is None:
        return
    for gap in drawn.gap_texts:
        middle = float(gap.x)
        runs = [[x for x, _ in pairs(points)] for points in drawn.lines]
        assert not any(min(xs) <= middle <= max(xs) for xs in runs)
        assert not any(float(s.x) < middle < float(s.x) + float(s.width) for s in (*drawn.steps, *drawn.bars))


@given(promises(NUMERIC), st.lists(figures(huge)), days)
def test_numbers_do_not_cover_each_other(promise: TargetSpec, told: list[DatedValue], as_of: date) -> None:
    """A number for which there is no room is left to the table."""
    drawn = of(promise, told, as_of)
    if drawn is None:
        return
    taken = sorted(
        (float(t.x) - half, float(t.x) + half)
        for t in drawn.labels
        for half in [(len(t.text) * DIGIT + 2 * WORD * t.bound) / 20 - 0.1]
    )
    assert all(one[1] <= other[0] for one, other in pairwise(taken))


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


def test_an_axis_that_does_not_begin_at_zero_is_told() -> None:
    """Levels far from zero are drawn without it, sums and changes never."""
    told = [year(2016, "96", basis=Basis.POINT), year(2017, "97", basis=Basis.POINT)]
    level, total = of(sums(measure=Measure.LEVEL, value=Decimal(100)), told), of(sums(value=Decimal(100)), told)
    assert level and level.cut and "纵轴不从 0 起" in svg(level)
    assert total and not total.cut
    change = of(sums(measure=Measure.CHANGE), [year(2018, "9", basis=Basis.SINCE, since=2016)])
    assert change and not change.cut


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


def svg(drawn: Chart) -> str:
    """A picture as it is printed."""
    source = '{% import "components/charts.html" as p %}{{ p.chart(view, "指标", "picture") }}'
    return bare_environment().from_string(source).render(view=drawn).strip() + "\n"


@pytest.mark.parametrize("name", EXAMPLES)
def test_pictures_are_as_they_were(name: str, request: pytest.FixtureRequest) -> None:
    """The picture of each measure equals its golden one, and is small."""
    promise, told, asked, levels = EXAMPLES[name]
    drawn = of(promise, told, asked=asked, levels=levels)
    assert drawn
    text, golden = svg(drawn), GOLDEN / f"{name}.html"
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
    assert len(text.encode()) < 3500


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_picture_is_told_in_words(name: str) -> None:
    """Target, every drawn figure and every gap stand in the description."""
    promise, told, asked, levels = EXAMPLES[name]
    drawn = of(promise, told, asked=asked, levels=levels)
    assert drawn
    words = words_of(LexborHTMLParser(svg(drawn)), "desc")
    assert all(
        part in words for part in (drawn.goal, drawn.missing, drawn.total, *drawn.figure_words, *drawn.annual_words)
    )
    assert ("至少" in words) == drawn.at_least


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
    """Every picture names its title and description, both are there, and no id stands twice on a page."""
    count = 0
    for path, article in pages(real_site / "indicators", district_site / "indicators"):
        ids = [str(n.attributes["id"]) for n in article.css("[id]")]
        assert len(ids) == len(set(ids)), path
        for drawn in article.css(".pl-picture svg"):
            title, desc = str(drawn.attributes["aria-labelledby"]).split()
            assert drawn.attributes["role"] == "img", path
            assert words_of(drawn, f"title#{title}") and words_of(drawn, f"desc#{desc}"), path
            count += 1
    assert count > 100


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
    assert f".pl-state--{css_class(state)}" in STYLES and f".pl-fill--{css_class(state)}" in STYLES


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
