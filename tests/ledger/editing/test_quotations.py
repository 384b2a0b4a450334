"""A quotation gives way to its passage and its fingerprint, where it is clear which words are meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.language.official_text import fingerprint, normalise
from generator.ledger.editing.evidence import document_of, evidence
from generator.ledger.editing.quotations import locate_quotations, passages_of, quotation_edits
from generator.ledger.editing.yaml_file import edited, read_file

TEXT = normalise("一、目标。治理河道120公里，其中甲镇60公里，乙镇60公里。（县水利局牵头，各镇配合）二、要求。")


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("治理河道120公里", ["治理河道120公里"]),
        ("治理河道 １２０公里，\n其中", ["治理河道120公里,其中"]),
        ("治理河道……各镇配合）", [TEXT[5 : TEXT.index(")") + 1]]),
        ("治理河道...配合)", [TEXT[5 : TEXT.index(")") + 1]]),
        ("60公里", ["60公里", "60公里"]),
        ("甲镇【60公里】", ["60公里"]),
        ("乙镇【60】公里", ["60"]),
        ("丙镇【60公里】", []),
        ("没有这句", []),
        ("目标……没有这句", []),
        ("……", []),
    ],
)
def test_words_are_found_as_an_editor_types_them(quote: str, expected: list[str]) -> None:
    """With any white space and width; words may be left out in the middle, and a part may be marked."""
    assert [TEXT[start:end] for start, end in passages_of(TEXT, quote)] == expected


def test_what_is_marked_is_the_place_meant() -> None:
    """Of two equal figures it is the one behind the words that stand with it."""
    first, second = TEXT.index("60公里"), TEXT.rindex("60公里")
    assert passages_of(TEXT, "甲镇【60公里】") == ((first, first + 4),)
    assert passages_of(TEXT, "乙镇【60公里】") == ((second, second + 4),)


def test_brackets_that_are_printed_mark_nothing() -> None:
    """Some documents print labels in such brackets."""
    assert passages_of("【牵头单位】县水利局", "【牵头单位】县水利局") == ((0, 10),)


DRAFT = """\
# 引文
- id: river  # 第一件
  source: {locator: 一-1, quote: 治理河道……各镇配合）}  # 待核
- id: share
  source:
    locator: 一-2
    quote: '甲镇【60公里】'
    note: 分解
- id: unclear
  source: {locator: 一-3, quote: 60公里}
- id: elsewhere
  source: {document: other, quote: 治理河道}
- id: done
  source: {locator: 一-4, passage: 1-2, fingerprint: 0123456789abcdef}
"""


def test_quotations_give_way_and_all_else_stays(tmp_path: Path) -> None:
    """Comments, order and the quotations that are not clear stay as they are."""
    path = tmp_path / "01.yml"
    path.write_text(DRAFT, encoding="utf-8")
    file = read_file(path)
    located = locate_quotations(evidence(file, "quote", "notice"), {"notice": TEXT})
    assert [len(one.passages) for one in located] == [1, 1, 2, 0]
    edits = [edit for one in located if len(one.passages) == 1 for edit in quotation_edits(one, TEXT)]
    task, share = TEXT[5 : TEXT.index(")") + 1], TEXT.index("60公里")
    expected = DRAFT.replace(
        "quote: 治理河道……各镇配合）", f"passage: 5-{5 + len(task)}, fingerprint: {fingerprint(task)}"
    ).replace(
        "quote: '甲镇【60公里】'\n",
        f"passage: {share}-{share + 4}\n    fingerprint: {fingerprint('60公里')}\n",
    )
    assert edited(file, edits) == expected


@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("tasks/plan-2024/01.yml", "report"),
        ("indicators/plan-2024/01.yml", "report"),
        ("tasks/other/01.yml", ""),
        ("disclosures/review.yml", "review"),
        ("exclusions/review.yml", "review"),
        ("organizations/towns.yml", ""),
        ("drafts.yml", ""),
    ],
)
def test_the_place_of_a_file_tells_its_document(name: str, document: str) -> None:
    """As in reading the ledger."""
    assert document_of(name, {"plan-2024": "report"}) == document
