"""The fields of a form become what a person entered, record by record."""

from __future__ import annotations

import pytest

from generator.office.review.actions import Entry, Verdict
from generator.office.review.fields import Assigned, Members
from generator.office.review.forms import entries, first

FORM = {
    "verdict": ["accept", "reject"],
    "show": ["all"],
    "key.0": ["k0"],
    "value.0.title": ["  修桥 "],
    "value.0.summary": ["修一座\r\n  桥 \n", "第二个"],
    "value.0.source.locator": ["一(一)-3"],
    "value.0.note": [""],
    "reason.0": [" 核对过\n原文 "],
    "who.0": ["1"],
    "who.0.0.role": ["lead"],
    "who.0.0.name": [" 区交通局 "],
    "who.0.0.scope": ["桥面"],
    "who.0.0.printed_role": ["负责"],
    "who.0.0.post": ["局长"],
    "who.0.1.role": ["lead"],
    "who.0.1.name": [" "],
    "who.0.2.role": ["boss"],
    "who.0.2.name": ["区文化局"],
    "who.0.3.role": ["support"],
    "who.0.3.name": ["区文化局"],
    "key.1": ["k1"],
    "value.1.number": ["3"],
    "reject.1": ["1"],
    "members.1.names": ["甲局、 乙局 "],
    "members.1.words": ["甲局\n乙局"],
    "members.1.locator": [" 附件 "],
    "key.2": ["k2"],
    "value.10.title": ["别的"],
    "key.4": ["after a gap"],
}


def test_what_was_entered_of_each_record() -> None:
    """Each text on one line, rows of units that have a name and a role, who belongs to a collective, what is to go."""
    assert entries(FORM) == {
        "k0": Entry(
            Verdict.ACCEPT,
            {"title": "修桥", "summary": "修一座桥", "source.locator": "一(一)-3", "note": ""},
            [Assigned("lead", "区交通局", "桥面", "负责", "局长"), Assigned("support", "区文化局")],
            None,
            "核对过原文",
        ),
        "k1": Entry(Verdict.REJECT, {"number": "3"}, None, Members("甲局、 乙局", "甲局乙局", "附件")),
        "k2": Entry(Verdict.ACCEPT),
    }


@pytest.mark.parametrize("verdict", ["keep", "reject"])
def test_a_box_counts_only_where_the_others_are_accepted(verdict: str) -> None:
    """Whoever keeps drafts keeps all of them."""
    found = entries({"verdict": [verdict], "key.0": ["k0"], "key.1": ["k1"], "reject.1": ["1"]})
    assert found == {"k0": Entry(Verdict(verdict)), "k1": Entry(Verdict(verdict))}


def test_a_list_of_units_may_be_emptied() -> None:
    """No row has a name: that is another answer than none."""
    form = {"verdict": ["keep"], "key.0": ["k0"], "who.0": ["1"], "who.0.0.name": [""], "who.0.0.role": ["lead"]}
    assert entries(form) == {"k0": Entry(Verdict.KEEP, {}, [])}


def test_a_form_without_a_verdict_is_none() -> None:
    """Or with one that there is not; a field that is not there is empty."""
    forms: list[dict[str, list[str]]] = [{}, {"verdict": ["burn"]}, {"verdict": []}]
    for form in forms:
        with pytest.raises(ValueError):
            entries(form)
    assert first({"a": ["1", "2"], "b": []}, "a") == "1" and first({"b": []}, "b") == first({}, "c") == ""
