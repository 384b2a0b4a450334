"""The lists of units: how many tasks and targets each leads, and no column that is empty."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pages.overviews.lists.units import UnitRow, units_view
from tests.conftest import ROOT
from tests.helpers.pages import context_of
from tests.helpers.sites import DISTRICT


@pytest.mark.parametrize("territories", [False, True], ids=["departments", "towns"])
@pytest.mark.parametrize("data", [ROOT / "data", DISTRICT], ids=["real", "district"])
def test_no_column_of_a_list_of_units_is_empty(data: Path, territories: bool) -> None:
    """A column stands there when one row of the list has something in it, and only then."""
    groups = units_view(context_of(data), territories=territories).groups
    rows = [row for group in groups for row in group.rows if isinstance(row, UnitRow)]
    assert rows
    for columns in (group.columns for group in groups):
        assert columns.aliases is any(row.aliases for row in rows)
        assert columns.targets is any(row.targets for row in rows)
        assert columns.others is any(row.others for row in rows)
        assert columns.through is any(row.through for row in rows)
    assert all(row.disclosed <= row.targets for row in rows)
