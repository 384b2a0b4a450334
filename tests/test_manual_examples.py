"""Examples of the manual are true: what stands there as right stands in the made-up district, and what stands there as
wrong, in its place, gives the finding of the example's row."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.language.finding_words import WORDS
from generator.language.official_text import read_documents, read_layouts
from generator.ledger.load import InvalidLedger, load
from generator.ledger.reading.findings import Finding
from generator.ledger.verify import verify
from tests.conftest import DISTRICT_DATA, DISTRICT_TEXTS, ROOT
from tests.helpers.pages import CONTRACT

EXAMPLE = re.compile(r"^\| `([a-z-]+)` \| (.+) \| (.+) \|$", re.M)
"""A row of a table of examples: code, lines before, lines after."""
EXAMPLES = EXAMPLE.findall((ROOT / "manual" / "findings.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("code", "wrong", "right"), EXAMPLES, ids=[code for code, _, _ in EXAMPLES])
def test_an_example_of_a_finding_is_true(code: str, wrong: str, right: str, tmp_path: Path) -> None:
    """Whoever makes the mistake of an example meets the finding of its row."""
    data = shutil.copytree(DISTRICT_DATA, tmp_path / "data")
    places = list(_places(data, _lines(right)))
    assert places, f"not in the made-up district: {right}"
    for file, at in places:
        text = file.read_text(encoding="utf-8")
        file.write_text(_spoiled(text, at, _lines(right), _lines(wrong)), encoding="utf-8")
        if any(finding.code == code for finding in _findings(data, texts=code.startswith("verify"))):
            return
        file.write_text(text, encoding="utf-8")
    pytest.fail(f"{wrong} in the place of {right} does not give {code}")


def test_there_are_examples_for_what_happens_often() -> None:
    """Each group of findings has some."""
    assert {code for code, _, _ in EXAMPLES} <= set(WORDS)
    assert len(EXAMPLES) > 50


def _lines(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def _places(data: Path, right: list[str]) -> Iterator[tuple[Path, int]]:
    """Where lines stand one after the other, whatever stands before them."""
    for file in sorted(data.rglob("*.yml")):
        lines = [line.strip().removeprefix("- ") for line in file.read_text(encoding="utf-8").splitlines()]
        for at in range(len(lines) - len(right) + 1):
            if lines[at : at + len(right)] == right:
                yield file, at


def _spoiled(text: str, at: int, right: list[str], wrong: list[str]) -> str:
    """A text with other lines in a place; a line that has no model is indented as the last one."""
    lines = text.splitlines()
    before = [line[: len(line) - len(line.strip().removeprefix("- "))] for line in lines[at : at + len(right)]]
    before += [before[-1].replace("-", " ")] * (len(wrong) - len(right))
    lines[at : at + len(right)] = [start + line for start, line in zip(before, wrong, strict=False)]
    return "\n".join(lines) + "\n"


def _findings(data: Path, *, texts: bool) -> list[Finding]:
    """What check says of a ledger, or what verify says of it."""
    try:
        checked = load(data, CONTRACT)
    except InvalidLedger as invalid:
        return invalid.findings
    if not texts:
        return list(checked.notes)
    ids = [document.id for document in checked.ledger.documents]
    wordings, layouts = read_documents(DISTRICT_TEXTS, ids), read_layouts(DISTRICT_TEXTS, ids)
    return verify(checked.tables, wordings, layouts).findings
