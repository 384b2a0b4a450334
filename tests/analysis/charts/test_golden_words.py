"""What a reader is told of a target of every kind: its state with the arithmetic, and the words of its chart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

import pytest

from generator.analysis.charts.chart_content import ChartContent, chart_content
from generator.analysis.charts.progress_bar import progress_bar
from generator.analysis.promises.still_needed import still_needed
from generator.analysis.state_explanation import explain, goal
from generator.analysis.target_spec import DatedValue, in_time
from generator.analysis.target_states import assess
from tests.analysis.charts.kinds_of_targets import KINDS, Kind, part, since
from tests.analysis.test_target_states import sums, year
from tests.helpers.golden import compare


def content_of(kind: Kind) -> ChartContent | None:
    """The chart of a target."""
    assessment = assess(kind.spec, kind.told, kind.as_of, levels=kind.levels, ended=kind.ended)
    return chart_content(kind.spec, assessment, kind.told, kind.asked, kind.as_of)


def _told(kind: Kind) -> Iterator[str]:
    assessment = assess(kind.spec, kind.told, kind.as_of, levels=kind.levels, ended=kind.ended)
    yield f"{goal(kind.spec)}: {assessment.state}"
    yield explain(kind.spec, assessment)
    if share := progress_bar(assessment):
        yield f"share: {share}"
    if needed := still_needed(kind.spec, in_time(kind.told), kind.as_of, kind.asked):
        yield f"needed: {', '.join(f'{name} {one}' for name, one in needed._asdict().items())}"
    if content := content_of(kind):
        yield f"known {content.known}, informative {content.is_informative}, bound {content.bound}"
        yield content.description
        yield content.key
        for column in content.columns:
            forms = " | ".join(" / ".join(form) for form in column.forms)
            yield f"{column.year} {column.kind} {column.low}–{column.high}: {forms}"
        yield from (f"{line.kind} {', '.join(map(str, line.years))}: {line.words}" for line in content.lines)
        if content.coming:
            yield f"coming: {', '.join(map(str, content.coming))}"
        if bar := content.sum_bar:
            yield f"bar: {' | '.join((*bar.total_forms, bar.goal_words, bar.rest_words))}"


def test_words_are_as_they_were(pytestconfig: pytest.Config) -> None:
    """All of them equal their golden ones."""
    paragraphs = ("\n".join((f"# {name}", *filter(None, _told(kind)))) for name, kind in KINDS.items())
    compare("pictures/words", "\n\n".join(paragraphs) + "\n", pytestconfig.getoption("--update-golden"), "txt")


@pytest.mark.parametrize("name", KINDS)
def test_one_year_has_no_mean(name: str) -> None:
    """What a single year needs is no mean; and a number and a Chinese word stand apart."""
    content = content_of(KINDS[name])
    words = f"{content.finding}。{content.description}{content.key}" if content else ""
    assert re.findall(r"(?:^|[^—])[0-9]{4} 年的?平均|[高低等]于[0-9]|是[0-9]", words) == []


@pytest.mark.parametrize(
    ("newest", "words"),
    [
        (since(2018, "9", month=6, whole=False), "2016—2018 年 6 月底合计 9"),
        (since(2018, "9"), "2016—2018 年合计 9"),
        (part(2018, "9", 9), "2016—2018 年 9 月底合计 11"),
        (since(2016, "9", month=6, whole=False), "2016 年 6 月底完成 9"),
    ],
)
def test_a_sum_says_how_far_it_goes(newest: DatedValue, words: str) -> None:
    """Up to the month where it ends within a year."""
    told = [newest] if newest.since else [year(2016, "1"), year(2017, "1"), newest]
    content = content_of(Kind(sums(unit="个"), told, date(2018, 10, 20)))
    assert content and words in content.finding


def test_what_ended_without_a_figure_has_no_unit() -> None:
    """There is no number that it could be of."""
    content = content_of(KINDS["a sum that ended, nothing told"])
    assert content and content.finding == "目标已终止"


@pytest.mark.parametrize(
    ("told", "asked", "finding", "line"),
    [
        ([year(2017, "4")], (), "2017 年完成 4，2018 年须有 6（个）", "2018 年须有 6"),
        ([year(2017, "4")], [(2018, Decimal(6))], "2018 年的目标 6，与须有的 6 相同（个）", "2018 年须有 6"),
        ([year(2017, "4")], [(2018, Decimal(5))], "2018 年的目标 5，比须有的 6 少 1（个）", "2018 年须有 6"),
        ([year(2017, "4")], [(2018, Decimal(8))], "2018 年的目标 8，比须有的 6 多 2（个）", "2018 年须有 6"),
        ([year(2017, "4"), part(2018, "1", 6)], (), "2017 年完成 4，2018 年余下的时间须有 5（个）", ""),
    ],
)
def test_what_the_last_year_needs(
    told: list[DatedValue], asked: Sequence[tuple[int, Decimal]], finding: str, line: str
) -> None:
    """It is the number that is left; what the year has already is taken from it."""
    content = content_of(Kind(sums(start=2017, end=2018, unit="个"), told, date(2018, 7, 20), asked))
    assert content and content.finding == finding
    assert "".join(one.words for one in content.lines) == line
