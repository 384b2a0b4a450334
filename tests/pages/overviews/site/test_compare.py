"""The page of two indicators: what it offers by itself."""

from __future__ import annotations

from generator.pages.overviews.site.compare import compare_view
from tests.conftest import ROOT
from tests.helpers.pages import context_of


def test_both_of_a_pair_have_figures() -> None:
    """A figure beside nothing is no comparison."""
    context = context_of(ROOT / "data")
    for pair in compare_view(context).pairs:
        assert all(side.finding for side in pair.sides), pair.title
        for side in pair.sides:
            id_ = side.ref.path.split("/")[1]
            assert any(one.value is not None for one in context.index.results(id_, None)), id_
