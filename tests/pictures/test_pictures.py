"""The pictures of the papers show what the program does today, and each one has its recipe."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.pictures.recipes import DIGESTS, FOLDER, PICTURES

HEAVIEST = 120_000
"""Bytes of a picture: a copy of the project stays small, a page of the manual opens at once."""
AGAIN = "this picture is older than what it shows: run make pictures"


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_as_old_as_what_it_shows(name: str, tmp_path: Path) -> None:
    """The words of the page are the words of which the picture was made."""
    assert PICTURES[name](tmp_path).digest() == json.loads(DIGESTS.read_bytes()).get(name), AGAIN


def test_pictures_of_papers_are_those_that_have_recipes() -> None:
    """No chapter shows a picture that nobody can make again, no recipe makes one that nobody sees."""
    papers = [ROOT / "README.md", *(ROOT / "manual").glob("*.md")]
    shown = {
        (paper.parent / name).resolve()
        for paper in papers
        for name in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", paper.read_text(encoding="utf-8"))
    }
    made = {FOLDER / f"{name}.png" for name in PICTURES}
    assert shown == made == set(FOLDER.glob("*.png"))


def test_pictures_are_light() -> None:
    """A picture is a few colours of text."""
    assert {file.name: file.stat().st_size for file in FOLDER.iterdir() if file.stat().st_size > HEAVIEST} == {}
