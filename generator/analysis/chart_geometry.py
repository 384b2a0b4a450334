"""The geometry of pictures: places of years, targets, results and gaps, as texts that a template prints as they are.

Lengths are whole tenths of the picture's unit from beginning to end, so that the same figures give the same picture
everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.analysis import state_explanation
from generator.analysis.chart_data import ChartData, Mean, chart_data
from generator.analysis.target_spec import Assessment, DatedValue, TargetSpec
from generator.language import formatting
from generator.ledger.enums import Status

WIDTH, HEIGHT = 3600, 1760
"""About as wide as a phone, where a text of 12 stays readable."""

LEFT, RIGHT, TOP, BOTTOM, YEARS = 80, 3520, 260, 1500, 1700
"""The axis from left to right, the room for values, and where the years are written."""

DIGIT, WORD, LINE = 70, 125, 130
"""The width of a digit and of a Chinese character, and the height of a line of text."""

ABOVE, BELOW = 60, 140
"""From a place to the foot of the text over it and under it."""

BULLET_FULL, BULLET_MOST = 40, 46
"""Where the target of a small bar stands, and where a bar that goes beyond it is cut off."""


class Text(NamedTuple):
    """Words at a place; ``bound`` when they are a sum from which years are missing, ``annual`` when a year's target."""

    x: str
    y: str
    text: str
    bound: bool = False
    annual: bool = False


class Span(NamedTuple):
    """A horizontal line."""

    x: str
    end: str
    y: str


class Box(NamedTuple):
    """A rectangle; ``good`` unless its figure misses the target, ``soft`` when the figure is a bound or not final."""

    x: str
    y: str
    width: str
    height: str
    good: bool = True
    soft: bool = False


class Point(NamedTuple):
    """A level or a rate; ``soft`` when it is not final."""

    x: str
    y: str
    soft: bool


class Chart(NamedTuple):
    """A target over its years, what is known of them, and what is not, ready to print."""

    box: str
    span: str
    """The years of the axis in words."""
    goal: str
    annual_words: tuple[str, ...]
    """The targets of single years in words."""
    figure_words: tuple[str, ...]
    """The figures that are drawn in words."""
    total: str
    """The sum so far, where the picture shows one; ``bound`` and ``at_least`` say of which kind it is."""
    bound: bool
    at_least: bool
    mean_text: str
    missing: str
    """The years that are over without a figure, in words."""
    soft: bool
    """Whether a figure is not final."""
    cut: bool
    """Whether the vertical axis does not begin at zero."""
    years: tuple[Text, ...]
    axis: str
    target: Span
    target_text: Text | None
    """The target's words, where there is room for them on its line."""
    annual: tuple[Span, ...]
    gaps: tuple[Box, ...]
    gap_texts: tuple[Text, ...]
    steps: tuple[Box, ...]
    bars: tuple[Box, ...]
    lines: tuple[str, ...]
    """Runs of points of consecutive years."""
    path: str
    """The straight way from a base to the target."""
    mean: Span | None
    points: tuple[Point, ...]
    labels: tuple[Text, ...]


class ProgressBar(NamedTuple):
    """A share of the target as a small bar: how long, whether its end is open, whether it goes beyond the target."""

    width: str
    open: bool
    beyond: bool


def progress_bar(assessment: Assessment) -> ProgressBar | None:
    """The small bar of a share, None where a state has none."""
    share = assessment.share
    if share is None:
        return None
    beyond = share > 1
    width = BULLET_MOST if beyond else max(Decimal(), share * BULLET_FULL)
    return ProgressBar(_tenths(int(width * 10)), assessment.at_least and share < 1, beyond)


def draw_chart(
    spec: TargetSpec,
    assessment: Assessment,
    figures: Iterable[DatedValue],
    annual: Iterable[tuple[int, Decimal]],
    as_of: date,
) -> Chart | None:
    """The picture of a target; None where it has no number, or is of one year of which nothing is known.

    ``figures`` are of the target's indicator and organisation, ``annual`` the targets of single years.
    """
    content = chart_data(spec, assessment, figures, annual, as_of)
    return _drawn(spec, content) if content else None


class _Scale(NamedTuple):
    """From years and values to places."""

    first: int
    slots: int
    low: Decimal
    high: Decimal
    cut: bool

    def x(self, year: int, month: int = 12) -> int:
        """The end of a month; the end of a year is the middle of its slot."""
        return LEFT + (12 * (year - self.first) + month - 6) * (RIGHT - LEFT) // (12 * self.slots)

    def edge(self, year: int) -> int:
        """Where a year's slot begins."""
        return LEFT + (year - self.first) * (RIGHT - LEFT) // self.slots

    def y(self, value: Decimal) -> int:
        return BOTTOM - int((value - self.low) * (BOTTOM - TOP) / (self.high - self.low))

    @property
    def floor(self) -> int:
        """Where bars stand and the axis lies."""
        return BOTTOM if self.cut else self.y(Decimal())

    @property
    def slot(self) -> int:
        """The width of a year."""
        return (RIGHT - LEFT) // self.slots


class _Label(NamedTuple):
    """Words in the middle of a place, with the room that they take."""

    x: int
    y: int
    half: int
    text: str
    bound: bool = False
    annual: bool = False

    def meets(self, left: int, right: int, foot: int) -> bool:
        """Whether a line of text between two places would run over it."""
        return self.x - self.half < right and left < self.x + self.half and abs(self.y - foot) < LINE

    @property
    def printed(self) -> Text:
        return Text(_tenths(self.x), _tenths(self.y), self.text, self.bound, self.annual)


def _drawn(spec: TargetSpec, content: ChartData) -> Chart:
    scale = _scale(spec, content)
    goal, labels, line = state_explanation.goal(spec), _labels(content, scale), _goal(content)
    points = [(scale.x(k.year, k.month), scale.y(k.value or Decimal()), k) for k in content.points]
    gap_texts = [_Label(scale.x(y), BOTTOM - ABOVE, WORD // 2, "") for y in content.gaps]
    taken = (*labels, *gap_texts, *(_Label(x, y + 40, 50, "") for x, y, _ in points))
    last = content.steps[-1] if content.steps else None
    return Chart(
        box=f"0 0 {WIDTH // 10} {HEIGHT // 10}",
        span=formatting.years(scale.first, spec.end),
        goal=goal,
        annual_words=tuple(state_explanation.planned(year, value, spec.unit) for year, value in content.annual),
        figure_words=tuple(state_explanation.figure(k, spec.unit) for k in content.figures),
        total=formatting.amount(state_explanation.plain(last.total), spec.unit) if last else "",
        bound=last.bound if last else False,
        at_least=content.at_least,
        mean_text=formatting.amount(state_explanation.short(content.mean.value), spec.unit) if content.mean else "",
        missing=formatting.AND.join(map(formatting.year, content.gaps)),
        soft=any(k.status is not Status.FINAL for k in content.figures),
        cut=scale.cut,
        years=_years(scale),
        axis=_tenths(scale.floor),
        target=_span(scale.edge(spec.start), RIGHT, scale.y(line)),
        target_text=_target_text(goal, spec, scale, line, taken),
        annual=tuple(_span(*_middle(y, scale), scale.y(v)) for y, v in content.annual),
        gaps=tuple(_gap(y, content, scale) for y in content.gaps),
        gap_texts=tuple(t.printed for t in gap_texts),
        steps=tuple(
            _box(scale.edge(s.start), scale.edge(s.end + 1), s.total, scale, soft=s.bound) for s in content.steps
        ),
        bars=tuple(_bar(k, good, scale) for k, good in content.bars),
        lines=_lines(points) if content.joined else (),
        path=_path(content, spec, scale),
        mean=_mean(content.mean, spec, scale),
        points=tuple(Point(_tenths(x), _tenths(y), k.status is not Status.FINAL) for x, y, k in points),
        labels=tuple(x.printed for x in labels),
    )


def _scale(spec: TargetSpec, content: ChartData) -> _Scale:
    """All values have room; only levels far from zero are shown without it, and the picture says so."""
    values = [_goal(content), *(v for _, v in content.annual), *(s.total for s in content.steps)]
    known = (*content.points, *(k for k, _ in content.bars), *([content.base] if content.base else []))
    values += [k.value for k in known if k.value is not None]
    values += [content.mean.value] if content.mean else []
    low, high = min(values), max(values)
    cut = content.joined and low > high - low > 0
    if cut:
        return _Scale(content.first, spec.end - content.first + 1, low - (high - low) / 4, high, cut)
    low, high = min(low, Decimal()), max(high, Decimal())
    low -= (high - low) / 8 if low < 0 else 0  # numbers stand under what is below zero
    return _Scale(content.first, spec.end - content.first + 1, low, high if high > low else low + 1, cut)


def _labels(content: ChartData, scale: _Scale) -> list[_Label]:
    """Numbers beside what they belong to: the newest first, each only where there is room for it."""
    found = [(scale.x(k.year, k.month), k.value or Decimal(), False, False) for k in content.points]
    if content.steps:
        found = [(scale.x(s.end), s.total, s.bound, False) for s in content.steps]
    else:
        found += [(scale.x(k.year), k.value or Decimal(), False, False) for k, _ in content.bars]
    taken = {place[0] for place in found}
    found += [(x, v, False, True) for y, v in content.annual if (x := scale.x(y)) not in taken]
    labels: list[_Label] = []
    free = WIDTH
    for x, value, bound, annual in sorted(found, reverse=True):
        text = state_explanation.plain(value)
        half = (len(text) * DIGIT + (2 * WORD if bound else 0)) // 2
        middle = max(half, min(x, WIDTH - half))
        if middle + half <= free:
            foot = scale.y(value) + (BELOW if value < 0 else -ABOVE)
            labels.append(_Label(middle, foot, half, text, bound, annual))
            free = middle - half - DIGIT // 2
    return labels


def _target_text(goal: str, spec: TargetSpec, scale: _Scale, line: Decimal, taken: Iterable[_Label]) -> Text | None:
    """The target's words over its line, at the end or at the beginning, where nothing is in their way."""
    width = sum(DIGIT if c.isascii() else WORD for c in goal) + 3 * WORD
    foot = scale.y(line) - ABOVE
    for left in (RIGHT - width, scale.edge(spec.start)):
        if left >= 0 and left + width <= WIDTH and not any(x.meets(left, left + width, foot) for x in taken):
            return Text(_tenths(left), _tenths(foot), goal)
    return None


def _years(scale: _Scale) -> tuple[Text, ...]:
    """Every year, or every second, third … where they are many; the last always."""
    step = -(-5 * DIGIT // scale.slot)
    last = scale.first + scale.slots - 1
    years = range(last, scale.first - 1, -step)
    return tuple(Text(_tenths(scale.x(y)), _tenths(YEARS), str(y)) for y in reversed(years))


def _lines(points: list[tuple[int, int, DatedValue]]) -> tuple[str, ...]:
    """Runs of points; a year without one ends a run."""
    runs: list[list[tuple[int, int, DatedValue]]] = []
    for point in points:
        if runs and point[2].year - runs[-1][-1][2].year <= 1:
            runs[-1].append(point)
        else:
            runs.append([point])
    return tuple(" ".join(f"{_tenths(x)},{_tenths(y)}" for x, y, _ in run) for run in runs if len(run) > 1)


def _goal(content: ChartData) -> Decimal:
    """The height of the target's line."""
    return content.goal or Decimal()


def _path(content: ChartData, spec: TargetSpec, scale: _Scale) -> str:
    base = content.base
    if base is None:
        return ""
    start = scale.x(base.year, base.month), scale.y(base.value or Decimal())
    end = scale.x(spec.end), scale.y(_goal(content))
    return " ".join(f"{_tenths(x)},{_tenths(y)}" for x, y in (start, end))


def _mean(mean: Mean | None, spec: TargetSpec, scale: _Scale) -> Span | None:
    return _span(scale.edge(spec.start), scale.edge(mean.end + 1), scale.y(mean.value)) if mean else None


def _gap(year: int, content: ChartData, scale: _Scale) -> Box:
    """The room that a figure would have."""
    inset = 0 if content.steps else scale.slot // 6
    left, right = scale.edge(year) + inset, scale.edge(year + 1) - inset
    return Box(_tenths(left), _tenths(TOP), _tenths(right - left), _tenths(BOTTOM - TOP))


def _bar(known: DatedValue, good: bool, scale: _Scale) -> Box:
    soft = known.status is not Status.FINAL
    return _box(*_middle(known.year, scale), known.value or Decimal(), scale, good=good, soft=soft)


def _middle(year: int, scale: _Scale) -> tuple[int, int]:
    """The middle half of a year's slot."""
    x = scale.x(year)
    return x - scale.slot // 4, x + scale.slot // 4


def _box(left: int, right: int, value: Decimal, scale: _Scale, *, good: bool = True, soft: bool = False) -> Box:
    """From the axis to a value, above it or below."""
    top, foot = sorted((scale.y(value), scale.floor))
    return Box(_tenths(left), _tenths(top), _tenths(right - left), _tenths(foot - top), good, soft)


def _span(left: int, right: int, y: int) -> Span:
    return Span(_tenths(left), _tenths(right), _tenths(y))


def _tenths(length: int) -> str:
    return f"{length // 10}.{length % 10}" if length % 10 else str(length // 10)
