"""Two states of a ledger compared value by value."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.history.diff import Change, DuplicateKey, RowDiff, keyed
from generator.ledger.enums import Edit
from tests.helpers.ledger import LEDGER, contract, tables_of, write

INDICATORS = "indicators/five/01-industry.yml"
TASKS = "tasks/five/01-industry.yml"
DISCLOSURE = "disclosures/doc-2018.yml"


def compared(folder: Path, **edits: tuple[str, str]) -> list[Change]:
    """What changes when words of some files are replaced; a file is named by its folder."""
    names = {"indicators": INDICATORS, "tasks": TASKS, "disclosures": DISCLOSURE, "plans": "plans.yml"}
    files = dict(LEDGER)
    for name, (old, new) in edits.items():
        assert old in files[names[name]]
        files[names[name]] = files[names[name]].replace(old, new)
    states = []
    for number, state in enumerate((LEDGER, files)):
        (folder / str(number)).mkdir()
        states.append(keyed(contract(), tables_of(write(folder / str(number), state)).rows))
    return RowDiff(contract(), states[1]).changes(*states)


def test_a_figure_is_told_with_its_indicator_and_period(tmp_path: Path) -> None:
    """The title is the indicator's name, the part is the period, and the pages of both records tell of it."""
    (change,) = compared(tmp_path, disclosures=("value: 410.5", "value: 410.50"))
    assert (change.table, change.edit, change.title, change.part) == ("observations", Edit.CHANGED, "产值", "2017 年")
    assert change.owners == ("indicators/output",)
    assert [(v.column, v.old, v.new) for v in change.values] == [("value", "410.5", "410.50")]


def test_a_target_of_a_unit_is_told_on_the_page_of_the_unit_too(tmp_path: Path) -> None:
    """Its part names years and unit."""
    (change,) = compared(tmp_path, disclosures=("value: 4\n    value_text: 4万株", "value: 5\n    value_text: 5万株"))
    assert change.part == "2016—2020 年 听雨镇"
    assert change.owners == ("indicators/planting", "organizations/rain")


def test_what_refers_to_a_record_is_told_by_its_name(tmp_path: Path) -> None:
    """The value is the id, the words are the name of then and now."""
    (change,) = compared(tmp_path, tasks=("- id: parks\n  section: s1-1", "- id: parks\n  section: s1"))
    (value,) = change.values
    assert (value.old, value.new, value.old_words, value.new_words) == ("s1-1", "s1", "产业", "主要目标")


def test_a_record_that_is_new_or_gone_has_all_its_fields(tmp_path: Path) -> None:
    """All but its key and its place, and the words that say most; what stood inside it is told, too."""
    changes = compared(tmp_path, tasks=("lead: [区发展局, 区文化局]", "lead: [区文化局]"))
    (change,) = changes
    assert (change.table, change.key, change.edit) == (
        "assignments",
        ("parks", "development", "牵头", ""),
        Edit.REMOVED,
    )
    assert [(v.column, v.old, v.new) for v in change.values] == [("printed_name", "区发展局", "")]
    assert change.title == "建设园区" and change.part == "区发展局 牵头"
    assert change.owners == ("tasks/parks", "organizations/development")


def test_the_order_of_records_is_no_value(tmp_path: Path) -> None:
    """Another order of leads changes nothing."""
    assert compared(tmp_path, tasks=("lead: [区发展局, 区文化局]", "lead: [区文化局, 区发展局]")) == []


def test_what_a_record_takes_from_its_plan_changes_with_it(tmp_path: Path) -> None:
    """As in the published tables: the plan's document is that of its tasks and targets."""
    changes = compared(tmp_path, plans=("document: doc-five", "document: doc-2018"))
    assert {(c.table, v.column) for c in changes for v in c.values} == {
        (table, "document") for table in ("plans", "tasks", "milestones", "projects", "targets")
    }


def test_an_odd_period_of_an_old_commit_is_told_as_it_stands(tmp_path: Path) -> None:
    """Whatever stands in a cell that nobody checked, it is printed and not calculated with."""
    changes = compared(
        tmp_path, disclosures=("- indicator: output\n    period: 2017", "- indicator: output\n    period: 旧")
    )
    assert {(c.edit, c.part) for c in changes} == {(Edit.ADDED, "旧"), (Edit.REMOVED, "2017 年")}


def test_one_key_for_two_records_is_refused(tmp_path: Path) -> None:
    """Both are named."""
    files = {**LEDGER, "indicators/five/02.yml": LEDGER[INDICATORS]}
    with pytest.raises(DuplicateKey) as twice:
        keyed(contract(), tables_of(write(tmp_path, files)).rows)
    assert twice.value.table == "indicators"
    assert {twice.value.row.mark.file, twice.value.other.mark.file} == {
        f"data/{INDICATORS}",
        "data/indicators/five/02.yml",
    }
