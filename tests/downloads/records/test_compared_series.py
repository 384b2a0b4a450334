"""The file behind the page that compares: digits of the ledger, no indicator without a figure, warnings."""

from __future__ import annotations

import json
from typing import Any

from generator.downloads.output import make_all
from generator.downloads.records.compared_series import compared_outputs
from generator.ledger.load import load
from tests.conftest import ROOT
from tests.helpers.copying import dataset_of, district


def content() -> dict[str, Any]:
    """The file of the made-up district."""
    (made,) = make_all(compared_outputs(district())).values()
    loaded: dict[str, Any] = json.loads(made)
    return loaded


def test_each_indicator_has_a_figure_of_the_ledger() -> None:
    """Every digit of a result is an observation's, or the sum that the indicator's page shows."""
    index = district().index
    for id_, name, unit, plan, points in content()["indicators"]:
        record = index.indicators[id_]
        assert (name, unit, plan) == (record.name, record.unit or "", index.plans[record.plan].title)
        results = [value for _, value, kind, *_ in points if kind in ("result", "soft")]
        assert results
        if not any("合计" in label or "已知" in label or "至少" in label for _, _, _, label, *_ in points):
            known = {format(o.value, "f") for o in index.observations_of[id_] if o.value is not None}
            assert {*results} <= known


def test_indicators_without_figures_are_left_out() -> None:
    """Of them there is nothing to compare."""
    ids = {one[0] for one in content()["indicators"]}
    assert "forest-coverage" in ids and "gdp-growth" not in ids


def test_a_part_of_a_year_keeps_its_words() -> None:
    """Even its short label says which part it is of."""
    points = next(points for id_, *_, points in content()["indicators"] if id_ == "new-jobs")
    assert [2023, "0.3", "result", "1—6 月 0.3", "1—6 月 0.3"] in points


def test_a_target_of_a_year_without_a_figure_is_there() -> None:
    """It stands beside the figure of the year before: "—" would say that there is no target."""
    real = dataset_of(load(ROOT / "data", ROOT / "datapackage.json"))
    (made,) = make_all(compared_outputs(real)).values()
    points = {one[0]: one[4] for one in json.loads(made)["indicators"]}
    for id_, value in (
        ("2018-afforestation", "1.38"),
        ("2018-key-project-investment", "210"),
        ("2018-new-private-firms", "1500"),
    ):
        assert [(year, number) for year, number, kind, *_ in points[id_] if kind == "target"] == [(2018, value)]
