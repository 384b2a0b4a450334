"""What becomes of a draft changes its own lines; every other byte of the file stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.official_text import fingerprint
from generator.ledger.contract import load_contract
from generator.ledger.editing.record_places import RecordPlace, record_places
from generator.ledger.editing.yaml_file import Edit, EditRefused, YamlFile, edited
from generator.ledger.reading.findings import Mark
from generator.ledger.reading.nodes import Mapping, Sequence
from generator.ledger.reading.rows import Row
from generator.ledger.reading.yaml_reader import read_ends, read_text
from generator.office.review.actions import Entry, Verdict, member_records, outermost, record_edits, text_at
from generator.office.review.fields import Assigned, Members, assigned
from tests.conftest import ROOT
from tests.helpers.drafts import DRAFTS

COLUMNS = load_contract(ROOT / "datapackage.json").tables["tasks"].columns
TASKS, EXCLUSIONS = DRAFTS["tasks/five/01-industry.yml"], DRAFTS["exclusions/doc-five.yml"]
GROW, PARKS, BRIDGE = TASKS.split("\n\n", 1)[1].split("\n\n")


def file_of(text: str) -> YamlFile:
    """A file with a text."""
    root, findings = read_text(text, "a.yml")
    assert root is not None and not findings
    return YamlFile(Path("a.yml"), "a.yml", text.encode(), text, root, read_ends(text))


def places(file: YamlFile) -> list[RecordPlace]:
    """The records of a file, none of those that are nested in others."""
    return [place for place in record_places(file).values() if place.items is file.root]


def after(text: str, number: int, entry: Entry) -> str:
    """A text after what was entered for one of its records."""
    file = file_of(text)
    return edited(file, record_edits(places(file)[number], entry, COLUMNS))


def test_an_accepted_draft_loses_its_mark() -> None:
    """One line goes, and with it what a reader was not sure of; comments of others stay."""
    accepted = after(TASKS, 0, Entry(Verdict.ACCEPT))
    assert accepted == TASKS.replace("- id: grow\n  draft: true\n", "- id: grow\n")
    accepted = after(TASKS, 1, Entry(Verdict.ACCEPT))
    assert accepted == TASKS.replace(
        "# 疑点：不知道市集是不是另一件事（来处：原文第 5 行）\n- id: parks\n  draft: true\n", "- id: parks\n"
    )


def test_the_mark_may_be_the_first_key_of_a_record() -> None:
    """Behind a dash or in braces the next key takes its place."""
    assert after(EXCLUSIONS, 0, Entry(Verdict.ACCEPT)) == EXCLUSIONS.replace("{draft: true, number", "{number")
    text = "- draft: true\n  indicator: a\n  period: 2017\n"
    assert after(text, 0, Entry(Verdict.ACCEPT)) == "- indicator: a\n  period: 2017\n"


def test_a_value_that_was_missing_stands_where_its_column_stands() -> None:
    """A summary comes behind the source of the title, as in every ledger."""
    kept = after(TASKS, 0, Entry(Verdict.KEEP, {"summary": "把产业做大", "title": "扩大产业规模"}))
    assert kept == TASKS.replace("title_source: 原文\n", "title_source: 原文\n  summary: 把产业做大\n")


def test_the_source_stays_the_last_of_a_record() -> None:
    """Whatever else is entered stands before it."""
    kept = after(TASKS, 0, Entry(Verdict.KEEP, {"places": "区发展局"}))
    assert "   # 照括注\n  places: 区发展局\n  source: " in kept


def test_a_value_is_changed_where_it_stands() -> None:
    """In lines and in braces; an empty text takes the key out."""
    entry = Entry(Verdict.KEEP, {"title": "做大产业", "source.locator": "一(一)-9", "lead_mode": ""})
    expected = TASKS.replace("title: 扩大产业规模", "title: 做大产业").replace("  lead_mode: 单独牵头\n", "")
    assert after(TASKS, 0, entry) == expected.replace("{locator: 一(一)-1,", "{locator: 一(一)-9,")


@pytest.mark.parametrize("path", ["milestones.1.text", "milestones.x.text", "title.text", "none.text", "lead.0.name"])
def test_what_leads_nowhere_changes_nothing(path: str) -> None:
    """A form that was made up, or that is of a record as it was."""
    text = "- id: a\n  title: 甲\n  lead: [甲局]\n  milestones:\n    - {due: 2017, text: 选址}\n"
    assert after(text, 0, Entry(Verdict.KEEP, {path: "乙"})) == text
    assert text_at(places(file_of(text))[0].mapping, path) == ""
    whole = after(text, 0, Entry(Verdict.KEEP, {"milestones.0.text": "开工"}))
    assert whole == text.replace("选址", "开工")


def test_units_change_role_name_and_scope() -> None:
    """Only the lists that differ are written; the comment behind one stays."""
    units = [
        Assigned("lead", "区发展局"),
        Assigned("support", "区文化局", scope="园区以内"),
        Assigned("assess", "区统计局"),
    ]
    kept = after(TASKS, 0, Entry(Verdict.KEEP, {}, units))
    assert "  lead: [区发展局]\n  support: [{name: 区文化局, scope: 园区以内}]   # 照括注\n" in kept
    assert "  assess: [区统计局]\n  source: " in kept
    file = file_of(kept)
    assert assigned(places(file)[0].mapping) == units
    none = after(TASKS, 0, Entry(Verdict.KEEP, {}, [Assigned("lead", "区发展局")]))
    assert none == TASKS.replace("  support: [区文化局]   # 照括注\n", "")


def test_a_list_over_several_lines_is_written_anew() -> None:
    """Its lines go, together with a doubt that stood among them."""
    text = "- id: a\n  draft: true\n  lead:\n    - 甲局\n    # 疑点：不清楚\n    - 乙局\n  source: {locator: 一}\n"
    entry = Entry(Verdict.ACCEPT, {}, [Assigned("lead", "甲局")])
    assert after(text, 0, entry) == "- id: a\n  lead: [甲局]\n  source: {locator: 一}\n"


@pytest.mark.parametrize(
    ("number", "left"),
    [
        (0, f"# 一、主要目标\n\n{PARKS}\n\n{BRIDGE}"),
        (1, f"# 一、主要目标\n\n{GROW}\n\n{BRIDGE}"),
        (2, f"# 一、主要目标\n\n{GROW}\n\n{PARKS}\n"),
    ],
)
def test_a_rejected_draft_goes_with_its_lines(number: int, left: str) -> None:
    """Its comments and the empty line that kept it apart go, too."""
    assert after(TASKS, number, Entry(Verdict.REJECT)) == left


def test_a_comment_of_the_whole_file_stays() -> None:
    """The first record has only its doubts taken away with it; the last one leaves an empty file."""
    assert after("# 各镇\n# 疑点：不清楚\n- id: a\n  draft: true\n", 0, Entry(Verdict.REJECT)) == "# 各镇\n"


def test_a_record_among_others_on_a_line_is_not_taken_out() -> None:
    """The message says where it is, and what to do."""
    with pytest.raises(EditRefused, match=r"a\.yml:1:2: 这条记录和别的写在同一行"):
        after("[{id: a, draft: true}, {id: b}]\n", 0, Entry(Verdict.REJECT))


def test_records_within_a_disclosure_are_found() -> None:
    """A list below a key keeps the key, and what stands behind it."""
    text = "observations:\n  - id: a\n    draft: true\n\n  - id: b\nreports:\n  - id: c\n"
    file = file_of(text)
    by_id = {place.mapping.values["id"].text: place for place in record_places(file).values()}  # type: ignore[union-attr]  # all are texts
    reject = Entry(Verdict.REJECT)
    assert edited(file, record_edits(by_id["a"], reject, ())) == text.replace("  - id: a\n    draft: true\n\n", "")
    assert edited(file, record_edits(by_id["c"], reject, ())) == text.replace("  - id: c\n", "")


# -- whatever else is in a file stays

PLAIN = st.text(
    st.characters(whitelist_categories=("Lu", "Ll", "Lo", "Nd"), max_codepoint=0x9FFF), min_size=1, max_size=8
)
TEXTS = PLAIN.map(lambda text: f"文{text}")
KEYS = ("title", "summary", "kind", "lead_mode", "due", "note")


@st.composite
def records(draw: st.DrawFn) -> tuple[str, str]:
    """A record as an editor may write it: its lines as a draft, and as they are when it is accepted."""
    keys = draw(st.lists(st.sampled_from(KEYS), unique=True, min_size=1))
    quote = draw(st.sampled_from(["", "'", '"']))
    values = [f"{key}: {quote}{draw(TEXTS)}{quote}{draw(st.sampled_from(['', '  # 注']))}" for key in keys]
    units = draw(
        st.sampled_from([[], ["lead: [甲局, {name: 乙局, scope: 本辖区}]"], ["lead:", "  - 甲局", "  - 乙局"]])
    )
    above = draw(st.lists(st.sampled_from(["# 疑点：不清楚", "# 记着"]), max_size=2))
    at = draw(st.integers(0, len(values)))
    lines = [f"id: a{draw(st.integers(0, 99))}", *values[:at], *units, *values[at:]]
    place = draw(st.integers(0, at))  # not among the lines of a list
    draft = [*lines[: place + 1], "draft: true", *lines[place + 1 :]]
    blank = draw(st.sampled_from(["", "\n", "\n\n"]))

    def written(comments: list[str], body: list[str]) -> str:
        return "".join(f"{line}\n" for line in [*comments, f"- {body[0]}", *(f"  {line}" for line in body[1:])]) + blank

    return written(above, draft), written([line for line in above if "疑点" not in line], lines)


@given(st.lists(records(), min_size=1, max_size=4), st.data(), st.sampled_from(["\n", "\r\n"]))
def test_accepting_changes_nothing_else(some: list[tuple[str, str]], data: st.DataObject, newline: str) -> None:
    """The file is the same, byte for byte, but for the mark and the doubts of that record."""
    number = data.draw(st.integers(0, len(some) - 1))
    drafts, done = zip(*some, strict=True)
    text = "# 文件\n\n" + "".join(drafts)
    expected = "# 文件\n\n" + "".join((*drafts[:number], done[number], *drafts[number + 1 :]))
    got = after(text.replace("\n", newline), number, Entry(Verdict.ACCEPT))
    assert got == expected.replace("\n", newline)


@given(st.lists(records(), min_size=1, max_size=4), st.data())
def test_entering_values_changes_that_record_alone(some: list[tuple[str, str]], data: st.DataObject) -> None:
    """What was entered is read again, whatever was there before; all other values are as they were."""
    number = data.draw(st.integers(0, len(some) - 1))
    values = data.draw(
        st.dictionaries(st.sampled_from(KEYS), PLAIN | st.sampled_from(["", "a: b", "- x", "#", "'", "null"]))
    )
    text = "".join(draft for draft, _ in some)
    got = after(text, number, Entry(Verdict.KEEP, values))
    before, now = (read_text(one, "a.yml")[0] for one in (text, got))
    assert isinstance(before, Sequence) and isinstance(now, Sequence)
    for at, (old, new) in enumerate(zip(before, now, strict=True)):
        assert isinstance(old, Mapping) and isinstance(new, Mapping)
        expected = plain(old) | (values if at == number else {})
        assert plain(new) == {key: value for key, value in expected.items() if value}
    prefix = "".join(draft for draft, _ in some[:number])
    suffix = "".join(draft for draft, _ in some[number + 1 :])
    assert got.startswith(prefix) and got.endswith(suffix)


@given(st.lists(records(), min_size=1, max_size=4), st.data())
def test_rejecting_leaves_all_others(some: list[tuple[str, str]], data: st.DataObject) -> None:
    """The lines of the other records are there as before, in their order; only empty lines may go."""
    number = data.draw(st.integers(0, len(some) - 1))
    text = "# 文件\n\n" + "".join(draft for draft, _ in some)
    left = "# 文件\n\n" + "".join(draft for at, (draft, _) in enumerate(some) if at != number)
    got = after(text, number, Entry(Verdict.REJECT))
    kept = [line for line in left.splitlines() if line]
    extra = [line for line in got.splitlines() if line]
    assert [line for line in extra if line != "# 记着"] == [line for line in kept if line != "# 记着"]


def plain(record: Mapping) -> dict[str, object]:
    """The values of a record as Python's own."""
    return {
        key: getattr(value, "text", None) or [getattr(item, "text", "{}") for item in getattr(value, "items", ())]
        for key, value in record.values.items()
    }


def test_of_two_changes_that_begin_together_the_one_of_the_whole_is_made() -> None:
    """A list is written anew, and a unit in it was to get another name: the list as it was entered is what stays."""
    whole, part, new = Edit(3, 9, "[甲局]"), Edit(3, 5, "乙局"), Edit(3, 3, "丙局")
    assert outermost([part, whole]) == outermost([whole, part, whole]) == [whole]
    assert outermost([whole, new]) == [whole, new]


def test_a_group_that_is_emptied_keeps_a_key() -> None:
    """The file can still be read, and its other records are as they were."""
    text = "- id: a\n  source:\n    locator: 一\n    passage: 0-1\n- id: b\n"
    got = after(text, 0, Entry(Verdict.KEEP, {"source.locator": "", "source.passage": ""}))
    first, second = places(file_of(got))
    source = first.mapping.values["source"]
    assert isinstance(source, Mapping) and [*source.values] == ["locator"]
    assert [*second.mapping.values] == ["id"]


def test_a_key_that_stands_before_all_others_keeps_the_dash() -> None:
    """It comes behind the first key: that one holds the record together."""
    text = "- summary: 甲\n  note: 乙\n"
    assert after(text, 0, Entry(Verdict.KEEP, {"title": "丙"})) == "- summary: 甲\n  title: 丙\n  note: 乙\n"
    assert after("- note: 乙\n", 0, Entry(Verdict.KEEP, {"title": "丙"})) == "- note: 乙\n  title: 丙\n"


def members(given: Members, text: str = "", verdict: Verdict = Verdict.ACCEPT) -> list[object]:
    """The members that are written of a collective."""
    rows = {"tasks": [Row({"document": "d", "locator": "一-2", "passage": "2-20"}, {}, Mark("a.yml", 1, 1))]}
    names = {"甲局": "a", "县甲局": "a", "乙局": "b"}
    tables: Any = SimpleNamespace(rows=rows, names=names)
    return [*member_records(Entry(verdict, members=given), tables, "d", text)]


def test_members_are_entered_with_any_sign_between() -> None:
    """Without the text nobody knows their place in it; none are written of a collective that goes."""
    found = members(Members("甲局、乙局，丙局,丁局；戊局;己局 庚局\n、", locator="附件"))
    assert found == [
        {"member": f"{name}局", "source": {"document": "d", "locator": "附件"}} for name in "甲乙丙丁戊己庚"
    ]
    assert members(Members("", "甲局", "附件")) == []
    assert members(Members("甲局", locator="附件"), verdict=Verdict.REJECT) == []
    with pytest.raises(EditRefused, match="请填成员的“条款位置”"):
        members(Members("甲局"))


@pytest.mark.parametrize(
    ("text", "locator"),
    [
        ("〇〇县甲局、乙局负责", "一-2"),
        ("〇县甲局、乙局负责", ""),
        ("〇" * 14 + "县甲局、乙局", "一-2"),
        ("〇" * 15 + "县甲局、乙局", ""),
    ],
    ids=["at its first character", "one before it", "at its last character", "one behind it"],
)
def test_members_are_of_the_task_in_which_they_are_named(text: str, locator: str) -> None:
    """Its passage holds all of the words; a member may be called by another of its names there."""
    given = Members("甲局、乙局", "县甲局、乙局")
    if not locator:
        with pytest.raises(EditRefused, match="请填成员的“条款位置”"):
            members(given, text)
        given = replace(given, locator="附件")
    at = text.index("县甲局")
    source = {"document": "d", "locator": locator or "附件", "passage": f"{at}-{at + 6}"}
    source["fingerprint"] = fingerprint("县甲局、乙局")
    assert members(given, text) == [{"member": name, "source": source} for name in ("甲局", "乙局")]
