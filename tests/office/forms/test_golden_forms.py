"""The forms that units get, cell by cell as they see and print them, to be read line by line."""

from __future__ import annotations

import pytest

from tests.helpers.breakdown_forms import made
from tests.helpers.filled_forms import empty_forms
from tests.helpers.golden import compare
from tests.helpers.workbooks import as_text


@pytest.mark.parametrize(("name", "unit"), [("town", "鹭汀镇"), ("department", "区水利生态局")])
def test_the_form_of_a_round(name: str, unit: str, pytestconfig: pytest.Config) -> None:
    """What is asked, what was told last, what may be changed, and how it is printed."""
    compare(f"forms/{name}", as_text(empty_forms()[unit]), pytestconfig.getoption("--update-golden"), "txt")


@pytest.mark.parametrize(
    ("name", "unit", "indicators"),
    [
        ("breakdown", "区民生局", ()),
        (
            "breakdown-there",
            "区水利生态局",
            ("river-length", "water-use-reduction", "forest-coverage", "riverside-trail-length"),
        ),
    ],
)
def test_the_form_of_a_break_down(
    name: str, unit: str, indicators: tuple[str, ...], pytestconfig: pytest.Config
) -> None:
    """Targets with the parts that are asked for, those that are there, and the sums beside them."""
    content = made(*indicators)[unit][1]
    compare(f"forms/{name}", as_text(content), pytestconfig.getoption("--update-golden"), "txt")
