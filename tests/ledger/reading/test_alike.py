"""Records that are written alike are read as libyaml reads them: the same texts, places and findings."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ledger.reading.alike import Alike
from generator.ledger.reading.nodes import Mapping, Node, Sequence
from generator.ledger.reading.yaml_reader import read_text
from generator.simulate import Size, simulate
from tests.conftest import ROOT

FILE = "data/file.yml"


def agree(*texts: str) -> None:
    """Texts, each of which may teach forms to those behind it, are read as each is read by itself."""
    alike = Alike()
    for text in texts:
        assert read_text(text, FILE, alike) == read_text(text, FILE), text


def records(*parts: str, times: int = 6) -> str:
    """A list of so many records, each with other words for ``@``."""
    return "".join(part.replace("@", f"{'词' * n}{n}") for n in range(1, times) for part in parts)


def test_forms_are_learnt_once() -> None:
    """libyaml reads one record of each form, and all files that have these forms only are filled from it."""
    asked: list[str] = []

    def parse(text: str, _depth: int) -> Node | None:
        asked.append(text)
        return read_text(text, "")[0]

    alike = Alike()
    text = records("- id: @\n  source: {locator: @, passage: @}\n", "- id: @\n", times=12)
    for _ in range(2):
        root = alike.read(text, FILE, parse)
        assert isinstance(root, Sequence)
        assert len(root.items) == 22
    assert sorted(asked) == ["- id: 词1\n", "- id: 词1\n  source: {locator: 词1, passage: 词1}\n"]


def test_a_form_of_small_files_is_learnt_in_the_second() -> None:
    alike = Alike()
    found = [alike.read(f"- id: {word}\n", FILE, lambda text, _: read_text(text, "")[0]) for word in "甲乙丙"]
    assert [node is None for node in found] == [True, False, False]


def test_places() -> None:
    """A cell behind words of another length stands where it is written."""
    alike = Alike()
    read_text(records("- id: @\n  source: {locator: @, passage: @}\n"), FILE, alike)
    root, _ = read_text(records("- id: @\n  source: {locator: @, passage: @}\n"), FILE, alike)
    assert isinstance(root, Sequence)
    third = root.items[2]
    assert isinstance(third, Mapping)
    source = third.get("source")
    assert isinstance(source, Mapping)
    assert str(third.key_mark("source")) == f"{FILE}:6:3"
    assert str(source.key_mark("passage")) == f"{FILE}:6:27"
    assert str(source.entries["passage"].value.mark) == f"{FILE}:6:36"


KINDS = {
    "plain": "- id: @\n  title: @ 与 @\n",
    "below keys": "targets:\n  - id: @\n    value: @\nresults:\n  - id: @\n    value: @\n",
    "lists": "- id: @\n  lead: [@, @]\n  support: [{name: @, scope: @}]\n",
    "nested": "- id: @\n  sections:\n    - id: @\n      title: @\n",
    "signs": "- id: -@\n  a: '@'\n  b: \"@\"\n  c: @, @\n  d: @:@\n  e: '@: @'\n  f: {g: @?, h: [@, '@, @]']}\n",
    "below the value": "- id: @\n  title: @\n    @\n  note:\n    @\n",
    "blocks": "- id: @\n  note: |\n    a: @\n    - b: @\n",
    "comments": "- id: @ # b: @\n  # c: @\n  title: @\n",
    "blank lines": "- id: @\n\n  title: @\n\n",
    "blanks": "- id: @ \n  title:  @\n",
    "no value": "- id: @\n  title:\n  note: ''\n",
    "empty": "- id: @\n  list: []\n  map: {}\n",
    "tabs": "- id: @\n  title:\t@\n",
    "carriage returns": "- id: @\r\n  title: @\r\n",
    "odd keys": "- {id: @}: @\n  ? title\n  : @\n",
    "texts": "- @\n- a: @\n",
    "twice": "- id: @\n  id: @\n",
    "null": "- id: @\n  title: ~\n  note: null\n",
    "anchors": "- id: &a @\n  title: *a\n",
    "tags": "- id: !!str @\n",
    "documents": "- id: @\n---\n- id: @\n",
    "open": "- id: '@\n- id: @'\n",
    "brackets": "- id: [@\n- id: @]\n",
    "bent": "- id: @\n   title: @\n",
    "outdent": "  - id: @\n- id: @\n",
    "long": "- id: @\n  title: {a: @ " + "很" * 1100 + ", b: @}\n",
    "deep": "- id: @\n  a: " + "[" * 9 + "{b: @}" + "]" * 9 + "\n",
    "too deep": "- id: @\n  a: " + "[" * 11 + "{b: @}" + "]" * 11 + "\n",
    "character": "- id: @\n  title: @\x07\n",
    "separator": "- id: @\n  title: @\u2028\n",
    "zero": "- id: @\n  title: @\0@\n",
}


@pytest.mark.parametrize("part", KINDS.values(), ids=KINDS)
def test_kinds_of_records(part: str) -> None:
    text = records(part)
    agree(text, text, records(part, times=9))


@pytest.mark.parametrize("part", KINDS.values(), ids=KINDS)
def test_a_fault_among_records_that_are_known(part: str) -> None:
    """Whatever one record has, it is found where the others are filled in."""
    plain = records("- id: @\n  title: @\n", times=40)
    agree(plain, plain + part.replace("@", "词"), plain)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: b\n",
        "- id: a",
        "a:\n  - id: b\na:\n  - id: c\n",
        "null:\n  - id: b\n",
        "a:\n  b: c\nd:\n  - id: e\n",
        "a:\n\n  - id: b\n",
        "a:\n  - id: b\nc: d\n",
        "# a\n- id: b\n",
    ],
)
def test_files_of_another_kind(text: str) -> None:
    agree(text, text, text)


PLACES = {
    "value": "- id: @\n  title: {word}\n  note: @\n",
    "last": "- id: @\n  title: {word}\n",
    "in braces": "- id: @\n  source: {{a: {word}, b: @}}\n",
    "in brackets": "- id: @\n  lead: [{word}, @]\n",
}
MEANT = [*"~-?:=|>", "null", "Null", "NULL", "--", "<<", "|-", "---", "true", "-5", ".5", "+1", "1e5"]
MEANT += ["-甲", "甲#乙", "甲:乙", "甲,", "甲]", "甲}", "甲:", "{甲}", "[甲]"]
MEANT += [sign + "甲" for sign in "#&*!|>%@`'\":-?=<~,[]{}"] + [f"'甲'{sign}" for sign in ":#,]}"]
MEANT += [f"甲 {sign}乙" for sign in "#&*!|>%@`'\":-?=<~,[]{} "] + [f"甲{sign} 乙" for sign in "#:,?-'\"]}"]
MEANT += [
    "",
    " ",
    "甲 ",
    " 甲",
    "甲\t",
    "甲\t乙",
    "甲\u3000乙",
    "甲\xa0乙",
    "甲\ufeff",
    "甲\x7f",
    "甲\n    乙",
    "甲\n\n",
    "甲\n乙",
]
MEANT += [f"甲{char}乙" for char in "\x01\x80\u200b\ud7ff\ufffd\ufffe\U0001f600"]


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_words_that_mean_something_else(place: str) -> None:
    """Where a known form has a word, another word stands that YAML takes otherwise, or not."""
    alike = Alike()
    plain = records(place.format(word="@"), times=9)
    for word in ["乙", *MEANT]:
        text = plain + place.format(word=word).replace("@", "甲")
        assert read_text(text, FILE, alike) == read_text(text, FILE), word


SIGNS = "甲乙a1 -:,.'\"[]{}#&*!|>%@`?=~<\n\t/—、（）"
TEXTS = st.text(SIGNS, max_size=6)
VALUES = TEXTS | st.sampled_from(
    ["[甲, 乙]", "{a: 甲, b: 乙}", "'甲'", "", "[{a: 甲}]", "-5", "\n    - 甲", "|\n    甲"]
)
RECORDS = st.lists(st.tuples(st.sampled_from("abc"), VALUES), min_size=1, max_size=3)


def written(fields: list[tuple[str, str]], indent: str) -> str:
    return f"{indent}- " + f"{indent}  ".join(f"{key}: {value}\n" for key, value in fields)


@given(st.lists(RECORDS, min_size=1, max_size=3), st.lists(TEXTS, min_size=1, max_size=6), st.booleans())
def test_any_records(forms: list[list[tuple[str, str]]], words: list[str], below: bool) -> None:
    """Records of some forms with any words are read as libyaml reads them, whatever was learnt before."""
    indent = "  " if below else ""
    head = "list:\n" if below else ""
    plain = head + "".join(written(form, indent) for form in forms)
    other = head + "".join(
        written([(key, value.replace("甲", word)) for key, value in form], indent) for word in words for form in forms
    )
    agree(plain, plain, other, plain)


def test_ledgers(tmp_path: Path) -> None:
    """Every file of our own ledger and of a simulated one."""
    simulate(tmp_path / "data", Size(60, 60, 30, 5, 3))
    for folder in (ROOT / "data", tmp_path / "data"):
        agree(*(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.yml"))))
