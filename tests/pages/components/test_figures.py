"""Figures in words: nothing is printed twice."""

from __future__ import annotations

from generator.ledger.enums import Status
from generator.pages.components.figures import observation_figure
from tests.conftest import ROOT
from tests.helpers.pages import context_of


def test_a_forecast_is_called_one_once() -> None:
    """The word stands before the figure: no tag says it again, and the printed figure is not repeated."""
    context = context_of(ROOT / "data")
    records = [o for o in context.index.ledger.observations if o.status is Status.FORECAST]
    figures = [observation_figure(context, record) for record in records]
    assert figures
    for figure in figures:
        assert (figure.text + " ".join(figure.remarks)).count(Status.FORECAST) == 1, figure
        assert figure.wording == "", figure
