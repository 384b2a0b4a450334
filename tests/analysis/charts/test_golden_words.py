"""What a reader is told of a target of every kind: its state with the arithmetic, and the words of its chart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.analysis.charts.chart_content import ChartContent, chart_content
from generator.analysis.charts.progress_bar import progress_bar
from generator.analysis.promises.still_needed import still_needed
from generator.analysis.state_explanation import explain, goal
from generator.analysis.target_spec import in_time
from generator.analysis.target_states import assess
from tests.analysis.charts.kinds_of_targets import KINDS, Kind
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
