"""The normal form of a text, passages in it, fingerprints, and the folder of texts."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.official_text import digest, fingerprint, normalise, read_documents, read_layouts, span

WHITE: Final = " \t\n\r\v\f\u00a0\u2003\u2028\u3000"
HALF: Final = "".join(chr(code) for code in range(0x21, 0x7F))
FULL: Final = str.maketrans(HALF, "".join(chr(ord(char) + 0xFEE0) for char in HALF))
"""Half-width → full-width: a block of Unicode repeats ASCII 0xFEE0 characters further on."""

WORDS: Final = st.text(f"{HALF}一二三亿元牵头配合河道。、《》〔〕“”", max_size=30)
SPACED: Final = st.text(f"{WHITE}{HALF}：，；（）％０１２３ 一二三亿元牵头。、", max_size=40)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        (" \n\u3000\u00a0", ""),
        ("达到３１．５％", "达到31.5%"),
        ("（区水务局牵头，\n　　鹭汀镇配合）", "(区水务局牵头,鹭汀镇配合)"),
        ("名　称：通知；", "名称:通知;"),
        ("㈠ 总则①", "(一)总则1"),
        ("⽔利", "水利"),
        ("5㎡", "5m2"),
        ("澄政发〔２０２３〕２号。", "澄政发〔2023〕2号。"),
        ("“十四五”、《纲要》", "“十四五”、《纲要》"),
    ],
)
def test_the_normal_form(text: str, expected: str) -> None:
    """Characters that only look different become the plain one, white space of every kind goes, other marks stay."""
    assert normalise(text) == expected


@given(SPACED)
def test_the_normal_form_is_stable(text: str) -> None:
    """The normal form of a normal form is itself, and has no white space."""
    once = normalise(text)
    assert normalise(once) == once
    assert not any(char.isspace() for char in once)


@given(WORDS, st.data())
def test_white_space_does_not_matter(text: str, data: st.DataObject) -> None:
    """Wherever a line is broken or a space is set, the normal form is the same."""
    at = data.draw(st.integers(0, len(text)))
    white = data.draw(st.text(WHITE, min_size=1, max_size=5))
    assert normalise(text[:at] + white + text[at:]) == normalise(text)


@given(WORDS)
def test_width_does_not_matter(text: str) -> None:
    """A text typed in full-width characters has the normal form of the half-width one."""
    assert normalise(text.translate(FULL)) == normalise(text)


@given(WORDS, WORDS)
def test_joined_texts_have_joined_normal_forms(first: str, second: str) -> None:
    """No character changes because of its neighbour, so offsets behind an untouched stretch stay what they were."""
    assert normalise(f"{first}\n{second}") == normalise(first) + normalise(second)


@pytest.mark.parametrize(("passage", "expected"), [("0-1", (0, 1)), ("9-10", (9, 10)), ("680-697", (680, 697))])
def test_a_passage_has_its_ends(passage: str, expected: tuple[int, int]) -> None:
    """A passage is two offsets, the second behind the last character."""
    assert span(passage) == expected


MALFORMED: Final = ("", "-", "5", "5-", "-5", "01-3", "1-03", " 1-3", "1-3 ", "1-3\n", "1 - 3", "1-2-3", "-1-3", "+1-3")
FOREIGN: Final = ("１-３", "1–3", "1—3", "a-b", "1_0-30", "1.0-3")
EMPTY: Final = ("5-5", "9-5", "0-0")


@pytest.mark.parametrize("passage", [*MALFORMED, *FOREIGN, *EMPTY])
def test_what_is_no_passage_is_refused(passage: str) -> None:
    """Anything but two plain offsets in their order is refused, and the error says what was given."""
    with pytest.raises(ValueError, match=f"^{re.escape(passage)}$") as caught:
        span(passage)
    assert caught.value.args == (passage,)


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_passages_are_read_back_when_in_order(start: int, end: int) -> None:
    """Any two offsets in their order come back; an empty or reversed stretch is refused."""
    passage = f"{start}-{end}"
    if start < end:
        assert span(passage) == (start, end)
    else:
        with pytest.raises(ValueError, match=passage):
            span(passage)


def test_digest_and_fingerprint_are_sha_256_of_utf_8() -> None:
    """Anybody can compute them: SHA-256 over the UTF-8 bytes, the fingerprint its first 16 hexadecimal digits."""
    assert digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert digest("一") == hashlib.sha256(b"\xe4\xb8\x80").hexdigest()
    assert fingerprint("一") == "51a75f4634dfa859"


@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")))
def test_fingerprints_tell_texts_apart(first: str, second: str) -> None:
    """A fingerprint begins the digest, and two texts share one only when they are the same."""
    assert digest(first).startswith(fingerprint(first))
    assert len(fingerprint(first)) == 16
    assert (fingerprint(first) == fingerprint(second)) == (first == second)


def test_texts_are_read_in_normal_form(tmp_path: Path) -> None:
    """Texts are read by the id of their document, with or without a byte order mark, and come in normal form."""
    (tmp_path / "plain.txt").write_text("１．\n治理　河道", encoding="utf-8")
    (tmp_path / "marked.txt").write_text("（牵头）\r\n", encoding="utf-8-sig")
    (tmp_path / "unknown.txt").write_text("别的", encoding="utf-8")
    assert read_documents(tmp_path, ["marked", "missing", "plain"]) == {"marked": "(牵头)", "plain": "1.治理河道"}


def test_without_a_folder_there_are_no_texts(tmp_path: Path) -> None:
    """A folder that is absent holds no text, and a folder named like a text is none."""
    (tmp_path / "odd.txt").mkdir()
    assert read_documents(tmp_path, ["odd"]) == {}
    assert read_documents(tmp_path / "absent", ["odd"]) == {}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_is_read_in_the_encodings_of_offices(encoding: str, tmp_path: Path) -> None:
    """However the file was saved, the text is the same."""
    (tmp_path / "a.txt").write_text("一、建好步道。\n二、修好桥。", encoding=encoding)
    assert read_documents(tmp_path, ["a"]) == {"a": "一、建好步道。二、修好桥。"}
    assert sorted(read_layouts(tmp_path, ["a"])["a"].breaks) == [0, 7]


def test_a_file_that_is_no_text_stops_nothing(tmp_path: Path) -> None:
    """Its fingerprints will not fit, and that is told."""
    (tmp_path / "a.txt").write_bytes(b"\xff\x00\x81")
    assert read_documents(tmp_path, ["a"])["a"]
