"""What another office, or another year, might have in the place of a right ledger: edits, drawn by chance."""

from __future__ import annotations

from typing import Final

from tests.fuzz.plausible.any_row import again, cell, column, drop, drop_some, stopped
from tests.fuzz.plausible.figures import basis, compared, figure, measure, revised
from tests.fuzz.plausible.rows import Edit
from tests.fuzz.plausible.times import (
    all_years,
    asked,
    ended,
    leads,
    newest,
    one_plan,
    plan_years,
    shift,
    succeeded,
)

OF_ROWS: Final = (cell, cell, cell, column, drop, drop_some, again, stopped)
OF_FIGURES: Final = (figure, figure, measure, basis, basis, compared, revised)
OF_TIMES: Final = (shift, newest, all_years, plan_years, one_plan, ended, leads, succeeded, asked)

EDITS: Final[tuple[Edit, ...]] = (*OF_ROWS, *OF_FIGURES, *OF_TIMES)
