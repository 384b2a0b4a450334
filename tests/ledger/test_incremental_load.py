"""Loading with a store gives what loading without one gives, whatever changed in between, and looks at less."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.ledger.checks.passed import Check, Passed
from generator.ledger.contract import load_contract
from generator.ledger.load import CheckedLedger, InvalidLedger, load
from generator.ledger.reading.nodes import Finding, Mark
from generator.ledger.reading.rows import Part, Row, Tables
from generator.ledger.reading.yaml_reader import Tree
from generator.support.cache_store import CacheStore
from tests.helpers.ledger import LEDGER, ROOT, write

CONTRACT = ROOT / "datapackage.json"
TASKS, INDICATORS = "tasks/five/01-industry.yml", "indicators/five/01-industry.yml"
DISCLOSURE = "disclosures/doc-2018.yml"

Files = dict[str, str]


def whole(row: Row) -> tuple[object, ...]:
    """Everything that there is to know of a row, its places included."""
    places = {column: row.at(column) for column in row.cells}
    return [*row.cells.items()], row.given, row.mark, places, row.broken, row.unresolved, row.digest


def outcome(data: Path, contract: Path, store: CacheStore) -> object:
    """What loading comes to: the findings, or all rows, records and settings."""
    try:
        checked = load(data, contract, store=store)
    except InvalidLedger as faulty:
        return [str(finding) for finding in faulty.findings]
    tables = checked.tables
    rows = {name: [whole(row) for row in rows] for name, rows in tables.rows.items()}
    exclusions = [(e.document, whole(e.row)) for e in tables.exclusions]
    return rows, exclusions, tables.names, checked.site, checked.ledger, {name: tables.digest(name) for name in rows}


# -- edits


LINES = [line for text in LEDGER.values() for line in text.splitlines()]
WORDS = sorted(
    {word for line in LINES for word in line.replace(",", ":").split(": ")[1:]} | {"x", "９", "", "~", "2099"}
)
NAMES = (*LEDGER, "tasks/year-2018/02.yml", "indicators/none/01.yml", "disclosures/doc-five.yml", "plans.yaml", "x.yml")

Edit = Callable[[Files], object]


def pick(things: Any, number: int) -> Any:
    """One of several things, any number will do."""
    listed = [*things]
    return listed[number % len(listed)]


def with_lines(change: Callable[[list[str], int, str], object]) -> Callable[[int, int, int], Edit]:
    """An edit of the lines of one file."""

    def made(file: int, place: int, word: int) -> Edit:
        def edit(files: Files) -> None:
            name = pick(files, file)
            lines = files[name].splitlines() or [""]
            change(lines, place % len(lines), pick(WORDS, word))
            files[name] = "\n".join(lines) + "\n"

        return edit

    return made


def other_value(lines: list[str], at: int, word: str) -> None:
    """Another value behind the key."""
    lines[at] = f"{lines[at].partition(': ')[0]}: {word}"


def without_a_line(lines: list[str], at: int, _: str) -> None:
    """A line less."""
    del lines[at]


def line_twice(lines: list[str], at: int, _: str) -> None:
    """The same line once more."""
    lines.insert(at, lines[at])


def comment(lines: list[str], at: int, _: str) -> None:
    """A line that changes nothing but the places below it."""
    lines.insert(at, "# 说明")


def records(text: str) -> list[str]:
    """The pieces of a file that begin with a record on the left."""
    return [f"- {piece}" if place else piece for place, piece in enumerate(f"\n{text}".split("\n- "))]


def moved_record(file: int, place: int, to: int) -> Edit:
    """A record goes from one file to the end of another."""

    def edit(files: Files) -> None:
        name, other = pick(files, file), pick(files, to)
        pieces = records(files[name])
        piece = pieces.pop(1 + place % (len(pieces) - 1)) if len(pieces) > 1 else ""
        files[name] = "\n".join(pieces).removeprefix("\n")
        files[other] += f"\n{piece}\n"

    return edit


def copied_record(file: int, place: int, _: int) -> Edit:
    """A record stands twice."""

    def edit(files: Files) -> None:
        name = pick(files, file)
        files[name] += f"\n{pick(records(files[name]), place)}\n"

    return edit


def without_a_file(file: int, _: int, __: int) -> Edit:
    """A file is deleted."""
    return lambda files: files.pop(pick(files, file))


def renamed_file(file: int, _: int, to: int) -> Edit:
    """A file gets another name, perhaps that of another file."""

    def edit(files: Files) -> None:
        text = files.pop(pick(files, file))
        files[pick(NAMES, to)] = text

    return edit


def swapped_files(file: int, _: int, other: int) -> Edit:
    """Two files change places."""

    def edit(files: Files) -> None:
        one, two = pick(files, file), pick(files, other)
        files[one], files[two] = files[two], files[one]

    return edit


def restored_file(file: int, _: int, __: int) -> Edit:
    """A file is as it was in the beginning."""
    name = pick(LEDGER, file)
    return lambda files: files.update({name: LEDGER[name]})


def restored(_: int, __: int, ___: int) -> Edit:
    """Everything is as it was in the beginning."""

    def edit(files: Files) -> None:
        files.clear()
        files.update(LEDGER)

    return edit


KINDS: tuple[Callable[[int, int, int], Edit], ...] = (
    *map(with_lines, (other_value, other_value, other_value, without_a_line, line_twice, comment)),
    *(moved_record, copied_record, without_a_file, renamed_file, swapped_files, restored_file, restored_file, restored),
)
NUMBER = st.integers(0, 60)
EDITS = st.builds(lambda kind, *numbers: kind(*numbers), st.sampled_from(KINDS), NUMBER, NUMBER, NUMBER)

ENUM = '"时点"'
CONTRACTS: tuple[Callable[[str], str], ...] = (
    lambda text: text,
    lambda text: text.replace(ENUM, '"期末"'),
    lambda text: text.replace('"maxLength": 60', '"maxLength": 5'),
    lambda text: text.replace('"maximum": 2100', '"maximum": 2017'),
    lambda text: text.replace('"due_year"', '"due"'),
)
"""Contracts that differ in what they allow."""

STEPS = st.lists(st.tuples(st.lists(EDITS, min_size=1, max_size=3), st.sampled_from((0, 0, 0, *range(5)))), max_size=5)


@given(STEPS)
@example([([restored(0, 0, 0)], number) for number in (0, 1, 0, 2, 3, 4, 0)])
@settings(max_examples=30, deadline=None)
def test_a_store_changes_no_outcome(steps: list[tuple[list[Edit], int]]) -> None:
    """After any edits of files and contract, a load with the store of all loads before finds what a fresh one finds."""
    text = CONTRACT.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        contract, store = folder / "contract.json", folder / "store"
        files = dict(LEDGER)
        for number, (edits, which) in enumerate([([], 0), *steps]):
            for edit in edits if files else ():
                edit(files)
            (folder / str(number)).mkdir()
            data = write(folder / str(number), files)
            contract.write_text(CONTRACTS[which](text), encoding="utf-8")
            assert outcome(data, contract, CacheStore(store)) == outcome(data, contract, CacheStore(None))


# -- faults of every kind, across files

MORE: Files = {
    **LEDGER,
    "tasks/five/02-more.yml": """\
- id: late
  section: s1
  title: 后续
  title_source: 自拟
  summary: 后续任务
  kind: 工作要求
  replaced_by: grow
  lead: [各镇]
  source: {locator: 一-9, passage: 300-320, fingerprint: 0123456789abcdef}
""",
    "indicators/five/02-more.yml": """\
- id: old-planting
  section: s1
  name: 造林
  nature: 约束性
  measure: 规划期累计
  unit: 万株
  direction: 越高越好
  replaced_by: planting
  relations:
    - related: planting
      relation: 口径不同
      reason: 范围不同
""",
    "disclosures/doc-five.yml": """\
observations:
  - {id: output-first, indicator: output, period: 2015, value: 300, value_text: 300亿元, basis: 时点, status: 实际,
     source: {locator: 表-1}}
  - {id: rain-first, indicator: planting, organization: 听雨镇, period: 2015, value: 1, value_text: 1万株,
     basis: 当年, status: 实际, source: {locator: 表-2}}
  - {id: star-first, indicator: planting, organization: 望星镇, period: 2015, value: 1, value_text: 1万株,
     basis: 当年, status: 实际, source: {locator: 表-3}}
reports:
  - {id: report-late, plan: five, section: s1, period: 2015, state: 未说明, summary: 后续, tasks: [late],
     source: {locator: 表-4}}
""",
}
"""The ledger with records that meet those of other files."""

FIRST = "disclosures/doc-five.yml"
PLANS, TOWNS, UNITS = "plans.yml", "organizations/towns.yml", "organizations/departments.yml"
SWITCHES: dict[str, tuple[str, str, str]] = {
    "task gone": (TASKS, "- id: grow\n", "- id: growth\n"),
    "indicator gone": (INDICATORS, "- id: planting", "- id: plants"),
    "indicator of another plan": (INDICATORS, "- id: planting\n  section: s1", "- id: planting\n  section: y1"),
    "unit gone": (TOWNS, "name: 听雨镇", "name: 听雪镇"),
    "unit by another id": (TOWNS, "- id: rain", "- id: rain-town"),
    "two names for one unit": (TOWNS, "name: 望星镇\n", "name: 望月镇\n  aliases: 星镇\n"),
    "name of another unit": (TOWNS, "name: 听雨镇\n", "name: 听雨镇\n  aliases: 望星镇\n"),
    "unit that is no collective": (TOWNS, "kind: 集合", "kind: 街道"),
    "towns unreadable": (TOWNS, "- id: towns", "- id: `towns"),
    "plans unreadable": (PLANS, "- id: five", "- id: `five"),
    "plan by another id": (PLANS, "- id: year-2018", "- id: year-18"),
    "plan with another document": (PLANS, "document: doc-five", "document: doc-2018"),
    "shorter plan": (PLANS, "end_year: 2020", "end_year: 2019"),
    "plan of another kind": (PLANS, "kind: 年度计划", "kind: 五年规划"),
    "document gone": ("documents.yml", "- id: doc-five", "- id: doc-5"),
    "older document": ("documents.yml", "signed_on: 2016-05-20", "signed_on: 2014-05-20"),
    "section gone": ("sections/five.yml", "- id: s1-1", "- id: s1-2"),
    "no unit of measure": (INDICATORS, "  unit: 万株\n", ""),
    "another unit of measure": (INDICATORS, "  unit: 万株\n", "  unit: 株\n"),
    "another measure": (INDICATORS, "measure: 规划期累计", "measure: 定性"),
    "task in another section": (TASKS, "- id: grow\n  section: s1-1", "- id: grow\n  section: s1"),
    "task elsewhere in the text": (TASKS, "passage: 100-200", "passage: 150-250"),
    "task of another kind": (TASKS, "kind: 重点任务\n  lead_mode: 单独牵头", "kind: 年度任务\n  lead_mode: 单独牵头"),
    "same id in another file": ("tasks/five/02-more.yml", "- id: late", "- id: parks"),
    "circle": (TASKS, "  start_year: 2016\n", "  start_year: 2016\n  replaced_by: late\n"),
    "same figure in another file": (FIRST, "period: 2015, value: 300, value_text: 300亿元, basis: 时点, status: 实际,\n"
     "     source: {locator: 表-1}", "period: 2017, value: 300, value_text: 300亿元, basis: 时点, status: 实际,\n"
     "     source: {locator: 表-1, document: doc-2018}"),
    "same target in another file": (DISCLOSURE, "    organization: 听雨镇\n", "    id: again\n"),
    "more than the whole": (DISCLOSURE, "value: 4\n    value_text: 4万株", "value: 40\n    value_text: 40万株"),
    "figure that is not printed": (FIRST, "value: 300,", "value: 301,"),
    "passage without fingerprint": (FIRST, "{locator: 表-2}", "{locator: 表-2, passage: 1-2}"),
    "unknown reason": ("exclusions/doc-2018.yml", "reason: 日期", "reason: 别的"),
    "line above": (TASKS, "- id: grow", "# 说明\n- id: grow"),
    "line above in the second file": ("tasks/five/02-more.yml", "- id: late", "# 说明\n- id: late"),
    "other words": (TASKS, "summary: 建园区", "summary: 建设产业园区"),
    "full width": (FIRST, "value: 300,", "value: ３００,"),
}  # fmt: skip
"""What may be otherwise → file, words that stand in it once, words in their place."""


def outcomes_of(steps: list[set[str]]) -> list[tuple[object, object]]:
    """For each step, with these switches on, what loading comes to with the store of the steps before and without."""
    found = []
    with tempfile.TemporaryDirectory() as name:
        for number, switches in enumerate([set[str](), *steps]):
            files = dict(MORE)
            for switch in sorted(switches):
                file, old, new = SWITCHES[switch]
                files[file] = files[file].replace(old, new)
            (folder := Path(name) / str(number)).mkdir()
            data = write(folder, files)
            found.append(
                (outcome(data, CONTRACT, CacheStore(Path(name) / "store")), outcome(data, CONTRACT, CacheStore(None)))
            )
    return found


def test_switches_change_the_outcome() -> None:
    """The ledger that the switches change has no fault, and each of them is told from it by loading afresh."""
    for name, (file, old, _) in SWITCHES.items():
        assert MORE[file].count(old) == 1, name
    whole, *others = outcomes_of([{name} for name in SWITCHES])
    assert not isinstance(whole[1], list)
    assert [name for name, (_, fresh) in zip(SWITCHES, others, strict=True) if fresh == whole[1]] == []


@pytest.mark.parametrize("switch", SWITCHES)
def test_a_change_is_seen_beside_a_store(switch: str) -> None:
    """One change after a load without a fault, then a line of no meaning more, then back: always as without a store."""
    for kept, fresh in outcomes_of([{switch}, {switch, "other words"}, {"other words"}, set()]):
        assert kept == fresh


@given(st.lists(st.sets(st.sampled_from(sorted(SWITCHES)), max_size=3), max_size=5))
@example([{"towns unreadable", "unit gone"}, {"unit gone"}])
@example([{"plans unreadable", "plan by another id"}, {"plan by another id"}])
@example([{"two names for one unit"}, {"name of another unit", "two names for one unit"}])
@settings(max_examples=40, deadline=None)
def test_changes_are_seen_beside_a_store(steps: list[set[str]]) -> None:
    """The same for changes in any order."""
    for kept, fresh in outcomes_of(steps):
        assert kept == fresh


# -- what is not looked at


def loaded(folder: Path, *edits: tuple[str, str, str]) -> CheckedLedger:
    """The ledger with edits, loaded with the store beside it."""
    files = dict(LEDGER)
    for name, old, new in edits:
        assert old in files[name]
        files[name] = files[name].replace(old, new)
    return load(write(folder, files), CONTRACT, store=CacheStore(folder / "store"))


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of files that are parsed from here on."""
    names: list[str] = []
    parse = Tree.parse

    def noted(tree: Tree, name: str, raw: bytes) -> object:
        names.append(name)
        return parse(tree, name, raw)

    monkeypatch.setattr(Tree, "parse", noted)
    return names


SMALL = {"site.yml", "documents.yml", "plans.yml", "organizations/departments.yml", "organizations/towns.yml"}
"""What so much depends on that it is read each time."""


def test_only_what_changed_is_parsed(tmp_path: Path, parsed: list[str]) -> None:
    """A second load parses the few small files, a third one the changed file too."""
    loaded(tmp_path)
    assert {*parsed} == {*LEDGER}
    parsed.clear()
    loaded(tmp_path)
    assert {*parsed} == SMALL
    parsed.clear()
    loaded(tmp_path, (DISCLOSURE, "410.5", "411.5"))
    assert {*parsed} == {*SMALL, DISCLOSURE}


def test_a_file_is_read_again_when_what_it_took_from_others_changed(tmp_path: Path, parsed: list[str]) -> None:
    """Another id of a unit concerns the files that name it; another section of a task its indicators' file."""
    loaded(tmp_path)
    parsed.clear()
    loaded(tmp_path, ("organizations/towns.yml", "id: rain", "id: rain-town"))
    assert {*parsed} == {*SMALL, DISCLOSURE}
    parsed.clear()
    tables = loaded(tmp_path, (TASKS, "- id: grow\n  section: s1-1", "- id: grow\n  section: s1")).tables
    assert {*parsed} == {*SMALL, DISCLOSURE, TASKS, INDICATORS}
    assert tables.rows["indicators"][0]["section"] == "s1"


def test_positions_go_on_behind_files_that_are_not_read(tmp_path: Path) -> None:
    """Files behind one that got a record more are numbered anew, as if all had been read."""
    first = """\
- {id: new, section: s1-1, title: 新, title_source: 自拟, summary: 新, kind: 工作要求,
   lead: [区发展局], source: {locator: 一}}
"""
    store = tmp_path / "store"
    for files in (LEDGER, {**LEDGER, "tasks/five/00-first.yml": first}):
        tables = load(write(tmp_path, files), CONTRACT, store=CacheStore(store)).tables
    assert [(r["id"], r["position"]) for r in tables.rows["tasks"] if r["plan"] == "five"] == [
        ("new", "1"),
        ("grow", "2"),
        ("parks", "3"),
    ]


def test_a_finding_in_a_file_that_did_not_change(tmp_path: Path) -> None:
    """A record that others refer to goes: each of them is told where it stands, though its file is not read."""
    loaded(tmp_path)
    with pytest.raises(InvalidLedger) as faulty:
        loaded(tmp_path, (INDICATORS, "- id: planting", "- id: plants"))
    assert [str(finding).partition(": ")[0] for finding in faulty.value.findings] == [
        "data/disclosures/doc-2018.yml:2:16",
        "data/disclosures/doc-2018.yml:18:16",
    ]


def test_a_fault_is_told_each_time(tmp_path: Path) -> None:
    """Loading again does not make a fault go away, and what is beside it is still kept."""
    loaded(tmp_path)
    told = []
    for _ in range(2):
        with pytest.raises(InvalidLedger) as faulty:
            loaded(tmp_path, (DISCLOSURE, "value: 410.5", "value: 999"))
        told.append([str(finding) for finding in faulty.value.findings])
    assert told[0] == told[1]
    assert len(told[0]) == 1
    loaded(tmp_path)


def test_digests_tell_what_changed(tmp_path: Path) -> None:
    """A digest of a row changes with a cell or the file, not with a line above it; a table's with its rows' order."""
    before = loaded(tmp_path).tables
    lower = loaded(tmp_path, (DISCLOSURE, "targets:", "# 说明\ntargets:")).tables
    other = loaded(tmp_path, (DISCLOSURE, "410.5", "411.5")).tables
    assert [r.digest for r in lower.rows["observations"]] == [r.digest for r in before.rows["observations"]]
    assert [
        a.digest == b.digest for a, b in zip(before.rows["observations"], other.rows["observations"], strict=True)
    ] == [
        False,
        True,
    ]
    changed = [name for name in before.rows if before.digest(name) != other.digest(name)]
    assert changed == ["observations"]
    assert [name for name in before.rows if before.digest(name) != lower.digest(name)] == []
    lower.rows["tasks"].reverse()
    assert lower.digest("tasks") != before.digest("tasks")


# -- which checks are left out


def row(text: str) -> Row:
    """A row of one cell."""
    return Row({"id": text}, {}, Mark("data/x.yml"))


def tables_of_parts(**texts: str) -> Tables:
    """Tables of one letter per row; a part is made of what stands between blanks."""
    parts = [
        Part(f"{name}.yml", name, [row(letter) for letter in word], word.encode())
        for name, text in texts.items()
        for word in text.split()
    ]
    rows = {name: [r for part in parts if part.table == name for r in part.rows] for name in texts}
    return Tables(rows, parts=parts)


def seen_by(store: CacheStore, tables: Tables, **checks: tuple[str, ...]) -> dict[str, str]:
    """What checks look at in the tables ``a`` and ``b``: those of ``a`` begin with an x are faulty."""
    seen = dict.fromkeys(checks, "")
    passed = Passed(store, b"", tables)
    for name, each in checks.items():

        def run(view: Tables, name: str = name) -> list[Finding]:
            seen[name] += "".join(r["id"] for r in view.rows["a"])
            return [Finding("self", r.mark) for r in view.rows["a"] if r["id"] == "x"]

        passed.run(Check(name, run, each), tables)
    passed.save()
    return seen


def test_a_check_is_left_out_until_its_tables_change(tmp_path: Path) -> None:
    """A check of a whole table runs again when that table changed, one of each row for the parts that are new."""
    store = CacheStore(tmp_path)
    kinds: dict[str, tuple[str, ...]] = {"whole": (), "each": ("a",)}
    assert seen_by(store, tables_of_parts(a="kl m", b="n"), **kinds) == {"whole": "klm", "each": "klm"}
    assert seen_by(store, tables_of_parts(a="kl m", b="n"), **kinds) == {"whole": "", "each": ""}
    assert seen_by(store, tables_of_parts(a="kl m", b="o"), **kinds) == {"whole": "", "each": ""}
    assert seen_by(store, tables_of_parts(a="kl p", b="n"), **kinds) == {"whole": "klp", "each": "p"}
    assert seen_by(store, tables_of_parts(a="kl x", b="n"), **kinds) == {"whole": "klx", "each": "x"}
    assert seen_by(store, tables_of_parts(a="kl x", b="n"), **kinds) == {"whole": "klx", "each": "x"}
    assert seen_by(store, tables_of_parts(a="kl m", b="n"), **kinds) == {"whole": "klm", "each": "m"}


def test_a_check_of_each_row_runs_again_when_what_it_compares_with_changed(tmp_path: Path) -> None:
    """Rows that were looked at beside another table are looked at again when that table is another one."""
    store = CacheStore(tmp_path)
    check = Check(
        "each", lambda view: [Finding("self", r.mark) for r in view.rows["a"] if view.rows["b"] == []], ("a",)
    )
    told = []
    for b in ("k", "k", ""):
        tables = tables_of_parts(a="l", b=b)
        passed = Passed(store, b"", tables)
        told.append(len(passed.run(check, tables)))
        passed.save()
    assert told == [0, 0, 1]


@pytest.mark.parametrize("hidden", ["names", "site", "parts"])
def test_a_check_sees_nothing_that_is_not_watched(hidden: str, tmp_path: Path) -> None:
    """What could change unnoticed is out of a check's reach."""
    tables = tables_of_parts(a="k")
    with pytest.raises(AttributeError):
        Passed(CacheStore(tmp_path), b"", tables).run(Check("c", lambda view: getattr(view, hidden)), tables)


def test_the_contract_of_the_tests_is_the_contract() -> None:
    """The other contracts of these tests do differ from the true one."""
    text = CONTRACT.read_text(encoding="utf-8")
    assert [change(text) == text for change in CONTRACTS] == [True, False, False, False, False]
    assert load_contract(CONTRACT).descriptor == json.loads(text)
