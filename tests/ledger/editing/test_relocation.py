"""Passages are found again wherever their words went, by nothing but their fingerprints."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.language.official_text import digest, fingerprint, read_documents
from generator.ledger.editing.relocated_files import relocate_ledger
from generator.ledger.editing.relocation import Passage, read_passage, relocate
from generator.ledger.reading.rows import Row
from generator.ledger.verify import verify
from tests.helpers.ledger import tables_of
from tests.helpers.verify import DISTRICT, Sample, district

NOTICE = "chengxi-145-task-assignment-2021"


def passage(text: str, words: str, start: int = 0) -> Passage:
    """The passage of words in a text."""
    at = text.index(words, start)
    return Passage(at, at + len(words), fingerprint(words))


OLD = "第一句话说明目标是什么。治理河道一百二十公里,甲镇60公里。修建步道八公里,乙镇60公里。最后一句话说明要求。"
WORDS = tuple(f"{sentence}。" for sentence in OLD.split("。")[:-1])


def test_words_at_the_head_move_everything() -> None:
    """What stands behind has the same distance, equal short words too."""
    passages = [*(passage(OLD, words) for words in WORDS), passage(OLD, "60"), passage(OLD, "60", OLD.index("乙镇"))]
    found = relocate(passages, f"网站新加的一行字{OLD}")
    assert [found[one] - one.start for one in passages] == [8] * 6


def test_a_sentence_that_changed_is_gone_and_the_others_are_found() -> None:
    """Figures in a sentence that is as it was go with it."""
    new = OLD.replace("治理河道一百二十公里", "治理河道一百三十公里").replace("第一句话", "开头第一句话")
    passages = [passage(OLD, words) for words in WORDS]
    share = passage(OLD, "60", OLD.index("乙镇"))
    found = relocate([*passages, share], new)
    assert [one in found for one in passages] == [True, False, True, True]
    assert new[found[share] - 2 : found[share] + 4] == "乙镇60公里"


def test_sentences_that_change_places_are_found() -> None:
    """Each takes the figures in it along."""
    new = "".join((WORDS[3], WORDS[2], WORDS[1], WORDS[0]))
    passages = [passage(OLD, words) for words in WORDS]
    shares = [passage(OLD, "60"), passage(OLD, "60", OLD.index("乙镇"))]
    found = relocate([*passages, *shares], new)
    assert [new[found[one] : found[one] + one.length] for one in passages] == [*WORDS]
    assert [new[found[one] - 2 : found[one]] for one in shares] == ["甲镇", "乙镇"]


def test_short_words_that_may_be_several_are_not_guessed() -> None:
    """Nobody can say which of two equal numbers is meant when all around them changed."""
    assert relocate([Passage(1, 3, fingerprint("60"))], "甲镇得60,乙镇得60") == {}
    assert relocate([Passage(1, 3, fingerprint("60"))], "只有甲镇得60") != {}


def test_what_is_no_passage_is_left_alone() -> None:
    """A passage that is written wrongly is the checks' matter."""
    assert read_passage("9-5", "0123456789abcdef") is None
    assert read_passage("5-9", "0123456789abcdef") == Passage(5, 9, "0123456789abcdef")


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 400), st.text("网站新加字,。", min_size=1, max_size=9)), max_size=4))
def test_wherever_characters_are_put_in_whole_passages_are_found(insertions: list[tuple[int, str]]) -> None:
    """A passage that is not touched is found at its words; one that is cut through is gone."""
    own = district()
    text = own.texts[NOTICE]
    passages = {p for row in _rows(own) if (p := read_passage(row["passage"], row["fingerprint"])) and p.length > 11}
    new = text
    for at, words in sorted(insertions, reverse=True):
        new = new[:at] + words + new[at:]
    found = relocate(passages, new)
    for one in passages:
        cut = any(one.start < at < one.end for at, _ in insertions)
        assert cut or one in found
        if one in found:
            assert new[found[one] : found[one] + one.length] == text[one.start : one.end]


def _rows(own: Sample) -> list[Row]:
    return [r for rows in own.tables.rows.values() for r in rows if r["document"] == NOTICE and r["passage"]]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the district's ledger."""
    return Path(shutil.copytree(DISTRICT / "data", tmp_path / "data"))


def verified(data: Path, text: str) -> tuple[int, int]:
    """How many fingerprints agree with a text of the notice, and how many do not."""
    tables = tables_of(data)
    texts = read_documents(DISTRICT / "sources", sorted(tables.ids("documents"))) | {NOTICE: text}
    result = verify(tables, texts)
    assert [str(f) for f in result.findings] == []
    return result.fingerprints, result.mismatches


def test_a_whole_ledger_is_written_anew(data: Path) -> None:
    """Characters at the head break every passage of a document; afterwards all agree, and nothing else is touched."""
    before = {path: path.read_text(encoding="utf-8") for path in data.rglob("*.yml")}
    text = f"首页>政务公开>{district().texts[NOTICE]}"
    done = relocate_ledger(data, NOTICE, text)
    assert (done.moved, done.gone, done.renewed) == (done.count, [], True)
    assert done.count > 30
    assert verified(data, text)[1] == 0
    assert digest(text) in (data / "documents.yml").read_text(encoding="utf-8")
    changed = {path.relative_to(data).as_posix() for path, old in before.items() if path.read_text("utf-8") != old}
    assert "disclosures/chengxi-annual-plan-2023.yml" not in changed
    back = relocate_ledger(data, NOTICE, district().texts[NOTICE])
    assert back.moved == done.count
    assert {path: path.read_text(encoding="utf-8") for path in data.rglob("*.yml")} == before


def test_what_is_gone_is_told_and_its_file_keeps_it(data: Path) -> None:
    """A sentence with other words has no passage any more; its checksum is for the editor to decide."""
    text = district().texts[NOTICE].replace("修建滨河步道。", "修好滨河步道。")
    done = relocate_ledger(data, NOTICE, f"首页>{text}")
    assert {item.text("passage") for item in done.gone} >= {"647-697"}
    assert not done.renewed
    assert digest(text) not in (data / "documents.yml").read_text(encoding="utf-8")
