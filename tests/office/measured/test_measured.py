"""Invented documents of other places and habits, each with a key that says what a careful reader finds in it.

They were made by people who did not know the rules of the readers, and were read once before anybody looked at them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest

from generator.cli.main import main
from tests.helpers.samples import needs_samples, scoring

DOCUMENTS: Final = Path(__file__).with_name("documents")
ASKED: Final = {"clauses": 0.93, "leads": 0.93, "supports": 0.91, "strict": 0.9, "lenient": 0.94}
"""Precision and recall."""
LEDGER_WITH_PARTS: Final = "huanxi-2023-ledger"
"""Gives the parts of towns in its cells, too, which its key does not count."""


@needs_samples
@pytest.mark.parametrize("name", sorted(path.name for path in DOCUMENTS.iterdir() if path.suffix != ".json"))
def test_what_a_careful_reader_finds_is_found(tmp_path: Path, name: str) -> None:
    """Clauses, who leads and supports, and figures."""
    path, out = DOCUMENTS / name, tmp_path / "out.json"
    assert main(["import" if path.suffix == ".xlsx" else "split", str(path), "--json", str(out)]) == 0
    key = json.loads((DOCUMENTS / f"{path.stem}.key.json").read_text(encoding="utf-8"))
    rates, missed = scoring(json.loads(out.read_text(encoding="utf-8")), key)
    asked = {
        what: rate
        for what, rate in ASKED.items()
        if path.stem != LEDGER_WITH_PARTS or what not in ("strict", "lenient")
    }
    low = {what: rates[what] for what, rate in asked.items() if min(rates[what]) < rate}
    assert low == {}, "\n".join(missed)
