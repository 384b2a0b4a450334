"""The file of words that the search boxes load."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from generator.language.search import question_words
from generator.language.search.everyday_words import EVERYDAY
from generator.language.search.unit_names import FIELDS
from generator.publish.search.lexicon import FILE


def words(site: Path) -> dict[str, list[list[str]]]:
    """The file of a built site."""
    content: dict[str, list[list[str]]] = json.loads(gzip.decompress((site / "pagefind" / FILE).read_bytes()))
    return content


def test_every_page_that_a_question_may_ask_for_is_there(district_site: Path) -> None:
    """An address that is no longer one would never be found."""
    lost = [path for path in question_words.ASKED if not (district_site / path / "index.html").is_file()]
    assert lost == []
    assert len(words(district_site)["asked"]) == len(question_words.ASKED)


def test_the_file_is_small(real_site: Path) -> None:
    """It is loaded at the first search of every visitor: no more than a twentieth of what that may move."""
    assert (real_site / "pagefind" / FILE).stat().st_size < 15_000


def test_the_file_does_not_depend_on_python_or_system(district_site: Path) -> None:
    """The head of a gzip file has a time and a system: neither is noted."""
    head = (district_site / "pagefind" / FILE).read_bytes()[:10]
    assert (head[4:8], head[9]) == (bytes(4), 255)


@pytest.mark.parametrize(
    "expression",
    [*question_words.QUESTIONS, *question_words.PARTICLES, *(one for one, _ in question_words.ASKED.values() if one)],
)
def test_expressions_are_read_and_never_take_a_whole_text(expression: str) -> None:
    """Each says something: none fits the empty text or a word that asks nothing."""
    compiled = re.compile(expression)
    assert compiled.fullmatch("") is None
    assert compiled.search("污水集中处理率") is None


def test_everyday_words_and_names_are_said_once() -> None:
    """A word of documents stands once behind an everyday word; a name once in its field."""
    assert [word for word, all_ in EVERYDAY.items() if len(set(all_.split())) != len(all_.split())] == []
    assert [names for names in FIELDS if len(set(names)) != len(names)] == []
