"""What a careful reader finds in two invented documents, the program finds too: measured by their keys."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import pytest

from generator.language.official_text import normalise
from generator.ledger.enums import LeadMode, Role
from generator.ledger.wording.clauses import how_assigned
from generator.ledger.wording.printed_figures import read_figures
from tests.helpers.samples import NOTICE, REPORT, needs_samples, sample, scored

pytestmark = needs_samples

ENOUGH: Final = 0.95
"""Precision and recall that are asked for."""


def wrapped(width: int) -> Callable[[str], str]:
    """A way to lay a document out: every line is broken after so many characters, wherever that is."""
    return lambda raw: "\n".join(
        line[at : at + width] for line in raw.split("\n") for at in range(0, max(len(line), 1), width)
    )


LAYOUTS: Final[dict[str, Callable[[str], str]]] = {
    "as it is": str,
    **{f"lines of {width}": wrapped(width) for width in (19, 23, 28, 33, 41)},
    "without indents": lambda raw: re.sub(r"(?m)^[ \u3000]+", "", raw),
    "every line indented": lambda raw: re.sub(r"(?m)^(?=\S)", "\u3000\u3000", raw),
    "empty lines between": lambda raw: raw.replace("\n", "\n\n"),
    "line breaks of another system": lambda raw: raw.replace("\n", "\r\n"),
    "half-width signs": lambda raw: raw.replace("：", ":").replace("；", "; ").replace("，", ", "),
    "other labels": lambda raw: (
        raw.replace("牵头单位", "牵头部门").replace("配合单位", "协办单位").replace("责任单位", "责任部门")
    ),
    "stop behind the parenthesis": lambda raw: re.sub("。([（〔［])", r"\1", raw),
    "label in the line of the clause": lambda raw: raw.replace("。\n责任", "。责任"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", [NOTICE, REPORT])
def test_clauses_units_deadlines_and_figures_are_found(name: str, layout: str) -> None:
    """However the lines run and the signs are typed: nearly all are found, and nearly nothing else."""
    rates, missed = scored(sample(name), LAYOUTS[layout](sample(name).raw))
    low = {what: rate for what, rate in rates.items() if what != "strict" and min(rate) < ENOUGH}
    assert low == {}, "\n".join(missed)
    assert {"clauses", "leads", "supports", "figures", "lenient"} <= set(rates)
    assert ("deadlines" in rates) is (name == REPORT)


def test_a_preface_says_how_lists_are_meant() -> None:
    """One document lets the first of a list lead, the other all of them."""
    assert how_assigned(sample(NOTICE).text) == "首位牵头"
    assert how_assigned(sample(REPORT).text) == "全部牵头"


@pytest.mark.parametrize("name", [NOTICE, REPORT])
def test_clauses_stand_where_the_key_says(name: str) -> None:
    """Words begin behind their number and end before the responsibility, and a clause ends with that."""
    document = sample(name)
    expected = [
        (document.place(c["start"]), normalise(c["text"]), normalise(c["resp_raw"]).rstrip("。"))
        for c in document.key["clauses"]
    ]
    found = [
        (c.start, document.text[c.start : c.text_end], document.text[c.text_end : c.end]) for c in document.clauses()
    ]
    assert found == expected


@pytest.mark.parametrize("name", [NOTICE, REPORT])
def test_titles_and_the_items_above(name: str) -> None:
    """A clause is titled by the sentence that it opens with; one that is a part of an item knows its title."""
    document = sample(name)
    expected = [(normalise(c["title"]), normalise(c.get("parent_title", ""))) for c in document.key["clauses"]]
    found = [(c.title, c.parent) for c in document.clauses()]
    assert [title for title, _ in found] == [title for title, _ in expected]
    assert [pair for pair, (_, parent) in zip(found, expected, strict=True) if parent] == [
        pair for pair in expected if pair[1]
    ]


@pytest.mark.parametrize("name", [NOTICE, REPORT])
def test_how_units_lead_and_support(name: str) -> None:
    """Mode of the leads, and the printed words of supporting."""
    document = sample(name)
    for clause, expected in zip(document.clauses(), document.key["clauses"], strict=True):
        leads = len(expected["leads"])
        printed = {one.printed_role or one.role for one in clause.said.assignees if one.role is not Role.LEAD}
        if word := expected.get("support_role"):
            assert printed == {word}, clause.title
        if "按职责分工" in expected["resp_raw"]:
            assert clause.said.mode == LeadMode.BY_DUTY
        else:
            assert clause.said.mode == (LeadMode.SINGLE if leads == 1 else LeadMode.SEVERAL), clause.title
        if expected["mode"] == "same_as_above":
            assert {one.printed_role for one in clause.said.assignees} == {"责任单位同上"}
        if expected["mode"] == "listed_first_lead":
            assert {one.printed_role for one in clause.said.assignees} == {"责任单位"}


def test_a_second_lead_has_its_part() -> None:
    """The words before 由 are the part that is hers."""
    scopes = {one.name: one.scope for clause in sample(NOTICE).clauses() for one in clause.said.assignees if one.scope}
    assert scopes == {"区卫健委": "婴幼儿照护"}


def test_deadlines_are_those_of_the_key() -> None:
    """Date, printed words, recurrence, steps, and the post of the leader; a quarter has no date of its own."""
    document = sample(REPORT)
    for clause, expected in zip(document.clauses(), document.key["clauses"], strict=True):
        assert clause.deadline is not None
        assert clause.deadline.due == ("" if expected["recurrence"] == "每季" else expected["due"] or "")
        assert clause.deadline.due_text == normalise(expected["due_text"])
        assert clause.deadline.recurrence == expected["recurrence"]
        assert [step.due for step in clause.deadline.milestones] == [m["due"] for m in expected.get("milestones", [])]
        assert clause.said.post == "、".join(expected["posts"])


@pytest.mark.parametrize("name", [NOTICE, REPORT])
def test_figures_know_where_they_start_and_whose_they_are(name: str) -> None:
    """Starting level, place and tier of each figure that the key gives one."""
    document = sample(name)
    found = [
        figure
        for clause in document.clauses()
        for figure in read_figures(document.text[clause.start : clause.text_end], document.years)
    ]
    wanted = document.key["figures"]
    bases = [normalise(f["baseline"]["raw"]) for f in wanted if f["baseline"] and f["baseline"]["raw"]]
    assert [figure.baseline for figure in found if figure.baseline] == bases
    assert [f.scope for f in found if f.scope] == [f["scope"] for f in wanted if "scope" in f]
    assert [f.tier for f in found if f.tier == "基本"] == [f["tier"] for f in wanted if f.get("tier") == "基本"]
    striving = [normalise(f["raw"]) for f in wanted if f.get("stance")]
    assert [f.value_text.removeprefix("达到") for f in found if f.qualifier in ("力争", "争取")] == striving
