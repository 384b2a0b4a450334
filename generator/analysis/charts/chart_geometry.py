"""The geometry of charts: where columns, lines and words stand in a drawing of a size, in whole units.

Every label is placed where it covers no other label and no column, and within the drawing; a label for which there is
no room is left out, since the words of the chart and the table beside it have its figure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from generator.analysis.charts.chart_content import ChartContent, Column, Line, Lines
from generator.language.charts import label_words


class Size(NamedTuple):
    """How large a drawing is."""

    name: str
    width: int
    plot: int
    """The height from the axis to the highest value."""
    silent_plot: int
    """The same, where no figure is known."""
    font: int
    column: int
    """The widest column."""
    full: bool = True
    """Whether there is room for the bar of a sum, and for words at years to come."""

    @property
    def line(self) -> int:
        """The height of a line of words, with what is left free below it."""
        return self.font + 2


WIDE = Size("wide", 800, 210, 100, 14, 84)
NARROW = Size("narrow", 358, 160, 90, 13, 40)
PAIR = Size("pair", 358, 120, 70, 13, 40, full=False)
SMALL = Size("small", 220, 80, 50, 12, 26, full=False)
"""On a page, on a phone, beside another and among many: text has about the same size in all."""

GAP = 10
"""The most between two columns of a year."""
AIR = 3
"""What is left free between a word and a line."""
BRACKET = 16
"""The width of the mark of a year without a figure."""


class Text(NamedTuple):
    """A line of words: the place of its middle, or of its start or end."""

    x: int
    y: int
    text: str
    kind: str
    """result, target, pace, goal-line, mean, note, year."""
    anchor: str = "middle"


class Box(NamedTuple):
    """A rectangle."""

    x: int
    y: int
    width: int
    height: int
    kind: str


class Span(NamedTuple):
    """A horizontal line."""

    x: int
    end: int
    y: int
    kind: str


class Drawing(NamedTuple):
    """A chart in a size, ready to print."""

    size: Size
    height: int
    axis: int
    boxes: tuple[Box, ...]
    spans: tuple[Span, ...]
    brackets: tuple[tuple[int, int], ...]
    """The middle and the foot of each mark of a year without a figure."""
    texts: tuple[Text, ...]


_Area = tuple[int, int, int, int]
"""Where something stands that no label may cover: left, top, right, bottom."""


@lru_cache(maxsize=4096)
def text_width(text: str, font: int) -> int:
    """The room that a line of words takes: a digit three fifths of its height, a Chinese character all of it."""
    wide = (len(text.encode()) - len(text)) // 2
    return (len(text) * 62 + wide * 42) * font // 100


class _Scale(NamedTuple):
    """From years and values to places."""

    size: Size
    first: int
    slots: int
    low: Decimal
    high: Decimal
    top: int
    plot: int

    def edge(self, year: int) -> int:
        """Where a year's slot begins."""
        return (year - self.first) * self.size.width // self.slots

    def middle(self, year: int) -> int:
        return (self.edge(year) + self.edge(year + 1)) // 2

    def y(self, value: Decimal) -> int:
        return self.top + int((self.high - value) * self.plot / (self.high - self.low))

    @property
    def axis(self) -> int:
        return self.y(Decimal())

    @property
    def foot(self) -> int:
        """The lowest place that values reach."""
        return self.top + self.plot


def reach(content: ChartContent) -> tuple[Decimal, Decimal]:
    """The lowest and the highest value of a chart; zero is always between them."""
    values = [Decimal(), *(line.value for line in content.lines)]
    for column in content.columns:
        values += (column.low, column.high)
    return min(values), max(values)


def draw_chart(content: ChartContent, size: Size, shared: tuple[Decimal, Decimal] | None = None) -> Drawing:
    """A chart in a size; ``shared`` is the reach of all charts that have one scale."""
    scale = _scale(content, size, shared or reach(content))
    boxes, places = _columns(content, scale)
    hollow = [box for box in boxes if box.kind == "target"]
    filled = [box for box in boxes if box.kind != "target"]
    taken = [(box.x, box.y, box.x + box.width, box.y + box.height) for box in (*hollow, *filled)]
    spans = [span for line in content.lines for span in _spans(line, scale)]
    texts, brackets = _silent(content, scale, places, taken, spans)
    texts += _labels(content.columns, boxes, scale, taken, spans)
    texts += _coming(content, scale, taken, spans) if size.full else []
    texts += _line_words(content.lines, scale, taken, len(hollow))
    texts += _years(scale)
    height = scale.foot + 2 * size.font
    if content.sum_bar and size.full:
        more, words, height = _sum_bar(content, scale, height)
        boxes += more
        texts += words
    return Drawing(size, height, scale.axis, tuple(boxes), tuple(spans), tuple(brackets), tuple(texts))


def _scale(content: ChartContent, size: Size, values: tuple[Decimal, Decimal]) -> _Scale:
    """All values have room, and zero is always there."""
    low, high = values
    high = high if high > low else low + 1
    plot = size.plot if content.known else size.silent_plot
    if low < 0:
        low -= (high - low) * 2 * size.font / plot  # numbers stand under what is below zero
    slots = content.last - content.first + 1
    return _Scale(size, content.first, slots, low, high, 2 * size.font + 8, plot)


# -- columns


def _columns(content: ChartContent, scale: _Scale) -> tuple[list[Box], dict[int, tuple[int, int]]]:
    """A box for each column, and of each year that has some where they begin and end."""
    boxes, places = [], {}
    for year, group in groupby(content.columns, key=lambda column: column.year):
        columns = [*group]
        shares = len(columns) + (year in content.silent)
        room = scale.edge(year + 1) - scale.edge(year)
        width = min(scale.size.column, room * 4 // (5 * shares))
        gap = min(width // 3, GAP)
        left = scale.middle(year) - (shares * (width + gap) - gap) // 2
        places[year] = (left, width)
        left += width + gap if year in content.silent else 0
        for column in columns:
            top, foot = scale.y(max(column.high, column.low)), scale.y(min(column.low, column.high))
            boxes.append(Box(left, top, max(width, 1), foot - top, column.kind))
            left += width + gap
    return boxes, places


def _labels(
    columns: tuple[Column, ...], boxes: list[Box], scale: _Scale, taken: list[_Area], spans: list[Span]
) -> Iterator[Text]:
    """The number of each column over it, or in it where a line is in the way; the newest figure first, then targets."""
    lines = [(span.x - AIR, span.y - 1, span.end + AIR, span.y + 1) for span in spans]
    years = Counter(column.year for column in columns)
    drawn = sorted(zip(columns, boxes, strict=True), key=lambda pair: (pair[0].kind == "target", -pair[1].x))
    for column, box in drawn:
        kind = "target" if column.kind == "target" else "result"
        forms = column.forms[1:] if scale.size is SMALL and column.kind == "result" else column.forms
        if years[column.year] > 1:  # its neighbours need room, too
            forms = tuple(sorted(forms, key=lambda form: _widest(form, scale) > box.width + GAP))
        x, below = box.x + box.width // 2, column.high < column.low
        if below:
            yield from _placed(forms, x, box.y + box.height + 4, kind, scale, taken)
            continue
        over = _placed(forms, x, box.y - 4, kind, scale, taken, lines, above=True)
        if not over and kind == "target":
            fitting = [form for form in forms if _fits_into(form, box, scale)]
            others = [area for area in taken if area[:2] != (box.x, box.y)]
            over = _placed(fitting, x, box.y + 4, kind, scale, others, lines)  # no other label comes into its column
        if not over:
            over = _over_lines(forms, x, kind, scale, taken, lines, spans)
        if not over and lines:
            over = _placed(forms, x, box.y - 4, kind, scale, taken, above=True)
        yield from over


def _over_lines(
    forms: tuple[Lines, ...],
    x: int,
    kind: str,
    scale: _Scale,
    taken: list[_Area],
    lines: list[_Area],
    spans: list[Span],
) -> list[Text]:
    """A label over the line that runs there, or that begins or ends beside it: then the shortest form is enough."""
    for span in spans:
        fitting = forms if span.x <= x <= span.end else forms[-1:]
        half = max((_widest(form, scale) for form in fitting), default=0) // 2 + AIR
        if span.x - half <= x <= span.end + half:
            over = _placed(fitting, x, span.y - AIR, kind, scale, taken, lines, above=True)
            if over:
                return over
    return []


def _fits_into(form: Lines, box: Box, scale: _Scale) -> bool:
    """Whether a label has room in a hollow column, clear of its foot."""
    return _widest(form, scale) <= box.width - 2 and len(form) * scale.size.line + 2 * 4 <= box.height


def _widest(form: Lines, scale: _Scale) -> int:
    font = scale.size.font
    return text_width(form[0], font) if len(form) == 1 else max([text_width(line, font) for line in form])


def _placed(
    forms: Iterable[Lines],
    x: int,
    edge: int,
    kind: str,
    scale: _Scale,
    taken: list[_Area],
    lines: Iterable[_Area] = (),
    *,
    above: bool = False,
) -> list[Text]:
    """The longest form of a label that has room under an edge, or over it; nothing where none has."""
    font, width, foot = scale.size.font, scale.size.width, scale.foot
    for form in forms:
        half = (_widest(form, scale) + 1) // 2
        middle = max(half, min(x, width - half))
        height = len(form) * scale.size.line
        top = edge - height if above else edge
        area = (middle - half, top, middle + half, top + height)
        if 2 * half <= width and top >= 0 and top + height <= foot and not _hit(area, taken) and not _hit(area, lines):
            taken.append(area)
            return [Text(middle, top + font + n * scale.size.line, line, kind) for n, line in enumerate(form)]
    return []


def _hit(area: _Area, others: Iterable[_Area]) -> bool:
    """Whether something stands where an area is."""
    left, top, right, bottom = area
    for a, b, c, d in others:  # noqa: SIM110 asked a hundred times for each chart: any() takes twice as long
        if a < right and left < c and b < bottom and top < d:
            return True
    return False


# -- years without a figure


def _silent(
    content: ChartContent, scale: _Scale, places: dict[int, tuple[int, int]], taken: list[_Area], spans: list[Span]
) -> tuple[list[Text], list[tuple[int, int]]]:
    """A small bracket on the axis for each year that is over without a figure, and one word for years in a row."""
    brackets, texts = [], []
    for year in content.silent:
        left, width = places.get(year, (scale.middle(year), 0))
        brackets.append((left + width // 2, scale.axis))
        taken.append((left + (width - BRACKET) // 2, scale.axis - 12, left + (width + BRACKET) // 2, scale.axis))
    forms = tuple((word,) for word in label_words.SILENT)
    for run in _runs(content.silent):
        x = sum(brackets[content.silent.index(year)][0] for year in run) // len(run)
        texts += _note(forms, x, scale.axis - 12, scale, taken, spans)
    return texts, brackets


def _note(
    forms: Iterable[Lines], x: int, edge: int, scale: _Scale, taken: list[_Area], spans: list[Span]
) -> list[Text]:
    """A word over an edge or, where a line runs there, over the line; it touches neither line nor column."""
    beside = [(left - AIR, top, right + AIR, foot) for left, top, right, foot in taken]
    beside += [(span.x, span.y - AIR, span.end, span.y + AIR) for span in spans]
    edges = (edge, *(span.y - AIR for span in spans if span.x <= x <= span.end))
    tried = (_placed(forms, x, edge, "note", scale, taken, beside, above=True) for edge in edges)
    return next(filter(None, tried), [])


def _coming(content: ChartContent, scale: _Scale, taken: list[_Area], spans: list[Span]) -> list[Text]:
    """One word over years in a row that have no target of their own yet."""
    texts = []
    for run in _runs(content.coming):
        middle = (scale.edge(run[0]) + scale.edge(run[-1] + 1)) // 2
        room = scale.edge(run[-1] + 1) - scale.edge(run[0])
        forms = tuple((word,) for word in label_words.TO_COME if text_width(word, scale.size.font) <= room)
        if forms:
            texts += _note(forms, middle, scale.axis - 4, scale, taken, spans)
    return texts


def _runs(years: Iterable[int]) -> list[list[int]]:
    """Years in a row."""
    groups = groupby(enumerate(years), key=lambda pair: pair[1] - pair[0])
    return [[year for _, year in group] for _, group in groups]


# -- lines and years


def _spans(line: Line, scale: _Scale) -> Iterator[Span]:
    for run in _runs(line.years):
        yield Span(scale.edge(run[0]), scale.edge(run[-1] + 1), scale.y(line.value), line.kind)


def _line_words(lines: tuple[Line, ...], scale: _Scale, taken: list[_Area], hollow: int) -> Iterator[Text]:
    """The words of each line over it or under it, at its end or at its beginning, where nothing is in their way.

    The first ``hollow`` areas are hollow columns, which words may cross where they have no other place.
    """
    font = scale.size.font
    for line in lines:
        y, width = scale.y(line.value), text_width(line.words, font)
        left, right = scale.edge(line.years[0]), scale.edge(line.years[-1] + 1)
        if width > scale.size.width:
            continue
        ends = (max(right, width), max(width, min(left + width, scale.size.width)))
        areas = [(end - width, top, end, top + scale.size.line) for top in (y - font - 6, y + 4) for end in ends]
        inside = [area for area in areas if area[1] >= 0 and area[3] <= scale.foot]
        free = [area for area in inside if not _hit(area, taken)] or [a for a in inside if not _hit(a, taken[hollow:])]
        if free:
            taken.append(free[0])
            yield Text(free[0][2], free[0][1] + font, line.words, line.kind, "end")


def _years(scale: _Scale) -> Iterator[Text]:
    """Every year, or every second, third … where they are many; the last always."""
    slot, room = max(scale.size.width // scale.slots, 1), text_width("2020", scale.size.font) + 4
    step = -(-(room + max(room - slot, 0) // 2) // slot)  # the last stands within the drawing, nearer to the one before
    last = scale.first + scale.slots - 1
    for year in range(last, scale.first - 1, -step):
        half = (text_width(str(year), scale.size.font) + 1) // 2
        x = max(half, min(scale.middle(year), scale.size.width - half))
        yield Text(x, scale.foot + scale.size.font + 4, str(year), "year")


# -- the bar of a sum


def _sum_bar(content: ChartContent, scale: _Scale, top: int) -> tuple[list[Box], list[Text], int]:
    """How much of the target of all years is known, below the years; and where the drawing ends."""
    bar, font, width = content.sum_bar, scale.size.font, scale.size.width
    assert bar, "there is a sum"
    most = max(bar.total, bar.goal)
    done, whole = int(bar.total * width / most), int(bar.goal * width / most)
    foot = top + font + 14
    boxes = [Box(0, foot, whole, font + 6, "target"), Box(0, foot, done, font + 6, "result")]
    boxes += [Box(whole - 1, foot - 3, 3, font + 12, "tick")] if done > whole else []
    room = width - text_width(bar.goal_words, font) - font
    words = next((form for form in bar.total_forms if text_width(form, font) <= room), "")
    texts = [Text(0, foot - 6, words, "result", "start")] if words else []
    if text_width(bar.goal_words, font) <= width:
        texts.append(Text(width, foot - 6, bar.goal_words, "target", "end"))
    if bar.rest_words and text_width(bar.rest_words, font) + font < whole - done:
        texts.append(Text((done + whole) // 2, foot + font + 1, bar.rest_words, "note"))
    return boxes, texts, foot + font + 10
