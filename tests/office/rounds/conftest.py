"""What several tests of rounds begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import rounds
from tests.helpers.rounds import FORM, ingest


@pytest.fixture(name="office")
def _office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office that has collected one form."""
    rounds.as_person(monkeypatch)
    office = rounds.place(tmp_path)
    assert ingest(office, FORM) == 0
    return office
