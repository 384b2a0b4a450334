"""New rows become YAML files, which are read back as the same rows."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ledger.contract import load_contract
from generator.ledger.editing.yaml_file import EditRefused
from generator.ledger.load import InvalidLedger
from generator.ledger.reading.ledger_files import find_files
from generator.ledger.reading.rows import Tables
from generator.ledger.reading.tables import build_tables
from generator.office.new_files import write_new_files
from generator.office.new_records import new_files
from generator.office.new_rows import NewRow, NewRows, Value, key_lines
from tests.conftest import ROOT
from tests.helpers.ledger import LEDGER, tables_of, write

CONTRACT = load_contract(ROOT / "datapackage.json")
FOLDERS = [ROOT / "data", ROOT / "tests/district/data", *sorted(ROOT.glob("tests/samples/*/data"))]
OFFICE = {"rounds", "submissions", "observation_remarks", "task_remarks", "acknowledged", "feedback"}
"""Tables that the office's own work fills, not a document."""
OWN_IDS = {"targets", "observations", "milestones"}

UNIT = {"id": "water", "name": "水务局", "kind": "政府部门"}
PLAN = {"id": "plan", "title": "计划", "kind": "重点工作", "start_year": "2024", "end_year": "2024", "document": "doc"}
DOCUMENT = {"id": "doc", "title": "台账", "issuer": "政府办", "validity": "未标注"}
SECTION = {"id": "s", "plan": "plan", "title": "治水"}
SOURCE = {"document": "doc", "locator": "重点工作!B3"}
TASK = {"id": "t", "plan": "plan", "section": "s", "title": "治污", "title_source": "原文", "summary": "少排污水"}
TASK |= {"kind": "重点任务", "lead_mode": "单独牵头", **SOURCE}
LEAD = {"task": "t", "organization": "water", "role": "牵头", "printed_name": "水务局"}
INDICATOR = {"id": "i", "plan": "plan", "section": "s", "task": "t", "name": "率", "nature": "任务指标"}
INDICATOR |= {"measure": "期末水平", "unit": "%"}
TARGET = {"indicator": "i", "start_year": "2024", "end_year": "2024", "comparator": "≥", "value": "95"}
TARGET |= {"value_text": "95%以上", **SOURCE}


def rows_of(tables: Tables) -> dict[str, list[dict[str, str]]]:
    """The rows of tables as plain texts; exclusions are one more table."""
    rows = {table: [row.cells for row in some] for table, some in tables.rows.items() if some and table not in OFFICE}
    excluded = [{**one.row.cells, "document": one.document} for one in tables.exclusions]
    return rows | ({"exclusions": excluded} if excluded else {})


def as_new(rows: dict[str, list[dict[str, str]]]) -> NewRows:
    return {table: [NewRow(cells) for cells in some] for table, some in rows.items()}


def counted(rows: dict[str, list[dict[str, str]]]) -> dict[str, Counter[frozenset[tuple[str, str]]]]:
    """What is filled in of all rows; their order aside, since files are in the order of headings."""
    return {
        table: Counter(frozenset((c, t) for c, t in cells.items() if t and c != "position") for cells in some)
        for table, some in rows.items()
    }


def read_back(files: dict[str, tuple[str, ...]], folder: Path) -> Tables:
    write_new_files(folder, files)
    return build_tables(find_files(folder), CONTRACT)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_the_rows_of_a_ledger_are_written_and_read_back_as_they_are(folder: Path, tmp_path: Path) -> None:
    """Nothing is lost and nothing is added, in every ledger that we have."""
    rows = rows_of(build_tables(find_files(folder), CONTRACT))
    tables = read_back(new_files(as_new(rows), CONTRACT), tmp_path)
    assert counted(rows_of(tables)) == counted(rows)
    assert [str(finding) for finding in tables.findings if "site.yml" not in str(finding)] == []


def test_a_ledger_without_the_ids_that_reading_makes_is_written_without_them(tmp_path: Path) -> None:
    """A target needs no id of its own; years and document of its plan are not written again."""
    rows = as_new({"documents": [DOCUMENT], "plans": [PLAN], "organizations": [UNIT], "sections": [SECTION]})
    more = as_new({"tasks": [TASK], "assignments": [LEAD], "indicators": [INDICATOR], "targets": [TARGET]})
    files = new_files({**rows, **more}, CONTRACT)
    assert files["tasks/plan/01-zhishui.yml"] == (
        "- id: t\n  section: s\n  title: 治污\n  title_source: 原文\n  summary: 少排污水\n  kind: 重点任务\n"
        "  lead_mode: 单独牵头\n  lead: [水务局]\n  source: {locator: '重点工作!B3'}\n",
    )
    assert files["indicators/plan/01-zhishui.yml"] == (
        "- id: i\n  task: t\n  name: 率\n  nature: 任务指标\n  measure: 期末水平\n  unit: '%'\n  target:\n"
        "    comparator: '≥'\n    value: 95\n    value_text: 95%以上\n    source: {locator: '重点工作!B3'}\n",
    )
    tables = read_back(files, tmp_path)
    assert [row["id"] for row in tables.rows["targets"]] == ["i-2024"]


def test_doubts_and_drafts_stand_at_the_record() -> None:
    """What belongs to a record makes it a draft with it, and its doubts stand above it, each once."""
    rows = {
        **as_new({"plans": [PLAN], "organizations": [UNIT], "sections": [SECTION], "tasks": [TASK]}),
        "assignments": [
            NewRow(LEAD, ("疑点：甲", "疑点：乙"), draft=True),
            NewRow({**LEAD, "role": "配合"}, ("疑点：甲",)),
        ],
    }
    (text,) = new_files(rows, CONTRACT)["tasks/plan/01-zhishui.yml"]
    assert text.startswith("# 疑点：甲\n# 疑点：乙\n- id: t\n  draft: true\n  section: s\n")


def test_a_number_of_which_nobody_is_sure_is_a_draft() -> None:
    """It is looked at beside the text, as every other doubt; a number with a plain reason is not."""
    number = {"document": "doc", "number": "4", "passage": "9-10", "fingerprint": "0" * 16, "reason": "量词非指标"}
    rows = {"exclusions": [NewRow(number, ("疑点：甲",), draft=True), NewRow(number)]}
    unsure, plain = new_files(rows, CONTRACT)["exclusions/doc.yml"]
    assert unsure.startswith("# 疑点：甲\n- number: 4\n  draft: true\n") and "draft" not in plain


PRINTABLE = st.text(st.characters(categories=("L", "N", "P", "S"), include_characters=" "), min_size=1, max_size=30)
TEXTS = PRINTABLE.map(lambda text: " ".join(text.split())).filter(bool)


@given(
    title=TEXTS,
    name=TEXTS,
    printed_role=st.one_of(st.just(""), TEXTS),
    post=st.one_of(st.just(""), TEXTS),
    comment=TEXTS,
    draft=st.booleans(),
)
def test_any_text_is_read_back_as_it_was(
    title: str, name: str, printed_role: str, post: str, comment: str, draft: bool
) -> None:
    """Whatever the cells of an office say, YAML takes nothing of it for its own signs."""
    unit, lead = {**UNIT, "name": name}, {**LEAD, "printed_name": name, "printed_role": printed_role, "post": post}
    steps = [{"task": "t", "due": "2024-03", "text": title, **SOURCE}]
    rows = as_new({"documents": [DOCUMENT], "plans": [PLAN], "organizations": [unit], "sections": [SECTION]})
    rows = {
        **rows,
        **as_new({"assignments": [lead], "milestones": steps}),
        "tasks": [NewRow({**TASK, "title": title, "summary": title}, (comment,), draft)],
    }
    with TemporaryDirectory() as folder:
        tables = read_back(new_files(rows, CONTRACT), Path(folder) / "data")
    assert {f.values.get("key") for f in tables.findings if f.code == "unknown-key"} <= {"draft"}
    assert [f.code for f in tables.findings if f.code not in ("unknown-key", "file-missing")] == []
    (task,), (assignment,), (step,) = (tables.rows[table] for table in ("tasks", "assignments", "milestones"))
    assert (task["title"], step["text"], assignment["printed_name"]) == (title, title, name)
    assert (assignment["printed_role"], assignment["post"]) == (printed_role, post)


@pytest.mark.parametrize("sign", ["\n", "\r", "\x85", "\u2028"])
def test_a_text_of_several_lines_is_refused(sign: str) -> None:
    """It would be read back as one line."""
    with pytest.raises(ValueError, match="治污"):
        new_files(as_new({"documents": [{**DOCUMENT, "title": f"治污{sign}净水"}]}), CONTRACT)


FILES = {"documents.yml": ("- id: a\n  title: 甲\n",), "tasks/plan/01.yml": ("- id: t\n",)}


def test_shared_lists_take_in_new_records(tmp_path: Path) -> None:
    """Documents, plans and units of before stay, with their comments; what is there already is not added again."""
    folder = write(tmp_path, {"documents.yml": "# 文件\n- id: b # 旧\n"})
    assert write_new_files(folder, FILES) == ["documents.yml", "tasks/plan/01.yml"]
    assert (folder / "documents.yml").read_text() == "# 文件\n- id: b # 旧\n\n- id: a\n  title: 甲\n"
    assert write_new_files(folder, FILES) == []


def test_a_file_of_comments_takes_in_records(tmp_path: Path) -> None:
    """What a new ledger starts with is an example, and stays above."""
    folder = write(tmp_path, {"documents.yml": "# - id: 例", "tasks/plan/01.yml": ""})
    write_new_files(folder, FILES)
    assert (folder / "documents.yml").read_text() == "# - id: 例\n\n- id: a\n  title: 甲\n"
    assert (folder / "tasks/plan/01.yml").read_text() == "- id: t\n"


@pytest.mark.parametrize("in_the_way", ["- id: other\n", None])
def test_nothing_is_written_over_another_file(in_the_way: str | None, tmp_path: Path) -> None:
    """One file in the way, and none is written."""
    folder = tmp_path / "data"
    if in_the_way is None:
        (folder / "tasks/plan/01.yml").mkdir(parents=True)
    else:
        write(tmp_path, {"tasks/plan/01.yml": in_the_way})
    with pytest.raises(EditRefused, match=r"01\.yml.*什么都没有写"):
        write_new_files(folder, FILES)
    assert not (folder / "documents.yml").exists()


def test_a_file_that_is_no_yaml_is_said(tmp_path: Path) -> None:
    """It is the editor's to mend first."""
    folder = write(tmp_path, {"documents.yml": "- id: [\n"})
    with pytest.raises(InvalidLedger):
        write_new_files(folder, FILES)
    assert not (folder / "tasks").exists()


def test_a_failure_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files written before have their old content again, and new folders are gone."""
    folder = write(tmp_path, {"documents.yml": "- id: b\n"})
    replace = Path.replace

    def fail_for_tasks(path: Path, target: Path) -> Path:
        if target.name == "01.yml":
            raise OSError(28, "full")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", fail_for_tasks)
    with pytest.raises(OSError, match="full"):
        write_new_files(folder, FILES)
    assert {path.name for path in tmp_path.rglob("*")} == {"data", "documents.yml"}
    assert (folder / "documents.yml").read_text() == "- id: b\n"


def test_new_rows_refer_to_what_the_ledger_has(tmp_path: Path) -> None:
    """A new task of a plan that is there stands in the file of its heading, and names units that are there."""
    known = tables_of(write(tmp_path, LEDGER))
    (plan, *_), (unit, *_) = known.rows["plans"], known.rows["organizations"]
    section = next(row for row in known.rows["sections"] if row["plan"] == plan["id"])
    task = {**TASK, "plan": plan["id"], "section": section["id"], "document": plan["document"]}
    lead = {**LEAD, "organization": unit["id"], "printed_name": unit["name"]}
    (name,) = new_files(as_new({"tasks": [task], "assignments": [lead]}), CONTRACT, known)
    assert name.startswith(f"tasks/{plan['id']}/0")


LISTS: dict[str, tuple[str, list[Value]]] = {
    "  lead: [甲, 乙]\n": ("lead", ["甲", "乙"]),
    "  lead:\n    - {name: 甲, scope: x}\n": ("lead", [{"name": "甲", "scope": "x"}]),
    "  lead:\n    - {name: 甲, scope: x}\n    - 乙\n": ("lead", [{"name": "甲", "scope": "x"}, "乙"]),
    "  members:\n    - member: 甲\n": ("members", [{"member": "甲"}]),
    "  indicators:\n    - a\n    - {indicator: b, verdict: c}\n": (
        "indicators",
        ["a", {"indicator": "b", "verdict": "c"}],
    ),
    f"  places: [{'甲' * 50}, {'乙' * 46}]\n": ("places", ["甲" * 50, "乙" * 46]),
    f"  places:\n    - {'甲' * 50}\n    - {'乙' * 47}\n": ("places", ["甲" * 50, "乙" * 47]),
}


@pytest.mark.parametrize("text", LISTS)
def test_a_list_is_written_in_one_line_where_it_fits(text: str) -> None:
    """Names alone, up to 110 signs; where one of them says more, each has a line."""
    assert key_lines(*LISTS[text], "  ") == text
