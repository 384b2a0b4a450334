"""A review writes what a person decided, all files or none, and never makes a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.language.official_text import fingerprint, normalise
from generator.ledger.contract import load_contract
from generator.ledger.editing.yaml_file import EditRefused
from generator.ledger.load import read
from generator.ledger.verify import verify
from generator.office.review.actions import Entry, Verdict
from generator.office.review.draft_records import chosen
from generator.office.review.fields import Members
from generator.office.review.session import Gone, NotFit, Session, StillUsed
from generator.office.review.views import simple_keys
from tests.conftest import ROOT
from tests.helpers.drafts import DRAFTS, TEXT, write_drafts
from tests.helpers.sites import edit, snapshot

TASKS, INDICATORS = "tasks/five/01-industry.yml", "indicators/five/01-industry.yml"
ACCEPT, REJECT = Entry(Verdict.ACCEPT), Entry(Verdict.REJECT)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A review of the small ledger."""
    return Session(write_drafts(tmp_path), load_contract(ROOT / "datapackage.json"))


def key(session: Session, id_: str) -> str:
    """The key of a draft."""
    return next(record.key for record in session.state().records if record.row["id"] == id_)


def text(session: Session, name: str) -> str:
    """A file of the ledger."""
    return (session.data / name).read_text(encoding="utf-8")


def test_a_clause_and_its_figures_are_looked_at_together(session: Session) -> None:
    """Units come first, then clauses in the order of the document, each with its figures; left-out numbers last."""
    items = session.state().items
    assert [[record.row["id"] or record.row["number"] for record in item.records] for item in items] == [
        ["development"],
        ["traffic"],
        ["grow", "output"],
        ["parks"],
        ["bridge"],
        ["1"],
    ]


def test_what_needs_a_look_can_be_seen_first_or_alone(session: Session) -> None:
    """A doubt of a reader counts, and a fault beside the summary that every draft lacks."""
    items = session.state().items
    look = [item.main.row["id"] for item in items if item.needs_a_look]
    assert look == ["traffic", "parks", "bridge"]
    assert [item.main.row["id"] for item in chosen(items, "first", "")][:4] == [*look, "development"]
    assert [item.main.row["id"] for item in chosen(items, "doubts", "tasks")] == ["parks", "bridge"]
    assert [item.main.row["id"] for item in chosen(items, "clear", "organizations")] == ["development"]


def test_a_clause_is_accepted_with_its_figures(session: Session) -> None:
    """One writing changes both files; the ledger has two drafts less and no fault."""
    entries = {key(session, "grow"): Entry(Verdict.ACCEPT, {"summary": "把产业做大"}), key(session, "output"): ACCEPT}
    session.write(entries)
    assert text(session, TASKS) == DRAFTS[TASKS].replace("- id: grow\n  draft: true", "- id: grow").replace(
        "  title_source: 原文\n", "  title_source: 原文\n  summary: 把产业做大\n"
    )
    assert text(session, INDICATORS) == DRAFTS[INDICATORS].replace("  draft: true\n", "")
    assert {f.code for f in read(session.data, ROOT / "datapackage.json").findings()} == {"drafts-left"}


def test_a_draft_with_a_fault_is_not_accepted(session: Session) -> None:
    """Without a summary it would be a fault of the ledger: it is said, and no file is touched."""
    before = snapshot(session.folder)
    with pytest.raises(NotFit) as unfit:
        session.write({key(session, "grow"): ACCEPT, key(session, "output"): ACCEPT})
    assert [str(f).partition(": ")[2] for f in unfit.value.findings] == ["“摘要”没有填写。请补上这一项。"]
    assert snapshot(session.folder) == before


def test_faults_that_are_there_already_hinder_nobody(session: Session) -> None:
    """Something else is wrong in the ledger: it stays wrong, and the draft is accepted."""
    edit(session.data / "documents.yml", "validity: 有效", "validity: 有笑")
    assert len(session.state().faults) == 1
    session.write({key(session, "parks"): Entry(Verdict.ACCEPT, {"summary": "建园区"})})
    assert "summary: 建园区" in text(session, TASKS)


def test_a_new_id_is_used_wherever_the_old_one_was(session: Session) -> None:
    """The figure of a clause names the clause by its new id, and stays the draft that it was."""
    session.write({key(session, "grow"): Entry(Verdict.KEEP, {"id": "grow-industry"})})
    assert text(session, TASKS) == DRAFTS[TASKS].replace("- id: grow\n", "- id: grow-industry\n")
    assert text(session, INDICATORS) == DRAFTS[INDICATORS].replace("task: grow\n", "task: grow-industry\n")


def test_a_later_import_knows_the_new_id(session: Session) -> None:
    """What a workbook held names the row's record by its id: that changes with it, for records of its kind alone."""
    held = "document: doc-five\ntitle: 台账\nsheets: []\nids:\n"
    held += "  - [tasks, 表, 3, '', grow]\n  - [sections, 表, 2, '', grow]\n"
    (session.folder / "imports").mkdir()
    (session.folder / "imports/ledger.yml").write_text(held, encoding="utf-8")
    session.write({key(session, "grow"): Entry(Verdict.KEEP, {"id": "grow-industry"})})
    after = (session.folder / "imports/ledger.yml").read_text(encoding="utf-8")
    assert after == held.replace("[tasks, 表, 3, '', grow]", "[tasks, 表, 3, '', grow-industry]")


def test_the_id_of_a_draft_that_goes_is_not_changed(session: Session) -> None:
    """Whoever typed another one and then rejected the draft: the row keeps the id that it had."""
    (session.folder / "imports").mkdir()
    held = "document: doc-five\ntitle: 台账\nsheets: []\nids:\n  - [tasks, 表, 3, '', grow]\n"
    (session.folder / "imports/ledger.yml").write_text(held, encoding="utf-8")
    session.write({key(session, "grow"): Entry(Verdict.REJECT, {"id": "other"}), key(session, "output"): REJECT})
    assert (session.folder / "imports/ledger.yml").read_text(encoding="utf-8") == held


def test_an_id_that_another_record_has_is_refused(session: Session) -> None:
    """Two records of one address would be a fault, also where one is a draft."""
    edit(session.data / TASKS, "- id: parks\n  draft: true\n", "- id: parks\n")
    edit(session.data / TASKS, "  title: 建设园区\n", "  title: 建设园区\n  summary: 建园区\n")
    with pytest.raises(NotFit, match="1 findings"):
        session.write({key(session, "grow"): Entry(Verdict.ACCEPT, {"id": "parks", "summary": "把产业做大"})})


def test_a_file_that_changed_meanwhile_is_read_again(session: Session) -> None:
    """A draft whose lines are others than were shown is not written; one whose lines are the same is."""
    grow, parks = key(session, "grow"), key(session, "parks")
    edit(session.data / TASKS, "  title: 扩大产业规模\n", "  title: 扩大规模\n")
    with pytest.raises(Gone):
        session.write({grow: Entry(Verdict.ACCEPT, {"summary": "把产业做大"})})
    assert "title: 扩大规模\n" in text(session, TASKS) and "把产业做大" not in text(session, TASKS)
    session.write({parks: Entry(Verdict.ACCEPT, {"summary": "建园区"})})
    assert "title: 扩大规模\n" in text(session, TASKS) and "summary: 建园区\n" in text(session, TASKS)


def test_a_rejected_clause_takes_its_figures_along(session: Session) -> None:
    """They are named before; then both are gone."""
    grow = key(session, "grow")
    assert [record.row["id"] for record in session.hanging([grow])] == ["output"]
    session.write({grow: REJECT, key(session, "output"): REJECT})
    assert "id: grow" not in text(session, TASKS) and text(session, INDICATORS) == ""


def test_a_rejected_clause_is_left_out_on_purpose(session: Session) -> None:
    """Nothing of the document is lost: the clause stands among what the ledger leaves out, without its sentence."""
    before = unused(session)
    session.write({key(session, "bridge"): REJECT})
    start = normalise(TEXT).index("今年修一座桥")
    end = len(normalise(TEXT))
    words = normalise(TEXT)[start:end]
    assert text(session, "exclusions/doc-five.yml") == DRAFTS["exclusions/doc-five.yml"] + (
        f"- passage: {start}-{end}\n  fingerprint: {fingerprint(words)}\n  reason: 不收录\n"
    )
    assert {*unused(session)} < {*before}


def test_the_numbers_of_a_rejected_figure_are_left_out(session: Session) -> None:
    """The file of left-out numbers is made where there is none."""
    session.write({session.state().items[-1].main.key: REJECT})
    (session.data / "exclusions/doc-five.yml").unlink()
    (session.data / "exclusions").rmdir()
    session.write({key(session, "grow"): Entry(Verdict.KEEP), key(session, "output"): REJECT})
    start = normalise(TEXT).index("500")
    assert text(session, "exclusions/doc-five.yml") == (
        f"- number: 500\n  passage: {start}-{start + 3}\n  fingerprint: {fingerprint('500')}\n  reason: 不收录\n"
    )
    assert "“500”" not in "".join(unused(session))


def unused(session: Session) -> list[str]:
    """What the comparison with the texts says of clauses and numbers that no record has."""
    state, tables = session.state(), read(session.data, ROOT / "datapackage.json").tables
    found = verify(tables, {**state.texts}, {**state.layouts}).findings
    return [one.problem for one in found if one.code in ("verify-parenthesis", "verify-number", "verify-exclusion")]


def test_what_an_accepted_record_uses_does_not_go(session: Session) -> None:
    """A unit that a task names stays until the task is changed; the message says where it is named."""
    with pytest.raises(StillUsed) as used:
        session.hanging([key(session, "traffic")])
    assert [(mark.file, mark.line) for mark, _ in used.value.places] == [("data/tasks/five/01-industry.yml", 31)]


def test_units_and_numbers_without_a_doubt_are_accepted_together(session: Session) -> None:
    """Clauses are not: each needs a summary, and a look."""
    state = session.state()
    assert [len(simple_keys(state, table)) for table in ("organizations", "exclusions", "tasks")] == [1, 1, 0]
    session.write({one: ACCEPT for table in ("organizations", "exclusions") for one in simple_keys(state, table)})
    assert [item.main.row["id"] for item in session.state().items] == ["traffic", "grow", "parks", "bridge"]


def test_a_passage_that_was_entered_gets_its_fingerprint(session: Session) -> None:
    """It is taken from the text of the document."""
    start = normalise(TEXT).index("今年修一座桥")
    passage = f"{start}-{start + 6}"
    session.write({key(session, "bridge"): Entry(Verdict.KEEP, {"source.passage": passage})})
    words = f"passage: {passage}, fingerprint: {fingerprint('今年修一座桥')}"
    assert words in text(session, TASKS)


def test_the_fingerprint_is_made_of_the_document_that_a_source_names(session: Session) -> None:
    """A step of a task may come from another document; a passage that stays keeps its fingerprint."""
    edit(
        session.data / "documents.yml",
        "- id: doc-five\n",
        "- {id: doc-2, title: 二, issuer: 二, validity: 有效}\n- id: doc-five\n",
    )
    (session.folder / "sources/doc-2.txt").write_text("到六月选好地址", encoding="utf-8")
    steps = "  milestones:\n    - due: 2017-06\n      text: 选址\n      source: "
    steps += "{document: doc-2, locator: 一, passage: 0-2, fingerprint: 0123456789abcdef}\n"
    edit(session.data / TASKS, "  lead: [区交通局]\n", f"  lead: [区交通局]\n{steps}")
    path = "milestones.0.source.passage"
    session.write({key(session, "bridge"): Entry(Verdict.KEEP, {path: "0-2", "title": "修一座桥"})})
    assert "passage: 0-2, fingerprint: 0123456789abcdef" in text(session, TASKS)
    session.write({key(session, "bridge"): Entry(Verdict.KEEP, {path: "1-3"})})
    assert f"passage: 1-3, fingerprint: {fingerprint('六月')}" in text(session, TASKS)
    number = session.state().items[-1].main.key
    session.write({number: Entry(Verdict.KEEP, {"passage": "0-3"})})
    assert f"passage: 0-3, fingerprint: {fingerprint('云澜区')}" in text(session, "exclusions/doc-five.yml")


def test_nothing_outside_of_the_folder_is_written(session: Session, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A file of the ledger that is a link to somewhere else is not followed."""
    outside = tmp_path_factory.mktemp("elsewhere") / "01.yml"
    (session.data / TASKS).rename(outside)
    (session.data / TASKS).symlink_to(outside)
    before = outside.read_bytes()
    with pytest.raises(EditRefused, match="不在台账的目录里"):
        session.write({key(session, "parks"): Entry(Verdict.ACCEPT, {"summary": "建园区"})})
    assert outside.read_bytes() == before


def test_a_ledger_without_drafts_has_nothing_to_show(session: Session) -> None:
    """Accepted or rejected, one after the other, until none is left."""
    session.write(dict.fromkeys((key(session, "development"), key(session, "traffic")), ACCEPT))
    for id_ in ("grow", "parks"):
        session.write({key(session, id_): Entry(Verdict.ACCEPT, {"summary": "产业"})})
    session.write({key(session, "output"): ACCEPT, simple_keys(session.state(), "exclusions")[0]: ACCEPT})
    assert session.state().items and session.total == 6
    session.write({key(session, "bridge"): REJECT})
    assert session.state().items == []
    assert read(session.data, ROOT / "datapackage.json").findings() == []


COLLECTIVE = """\

# 疑点：统称没有写明包括哪些单位（来处：原文第 4 行）
- id: both
  draft: true
  name: 云澜区
  kind: 统称
"""


def test_the_members_of_a_collective_are_written_with_the_words_that_name_them(session: Session) -> None:
    """Names alone are enough where the document lists them so, inside of a task."""
    units = session.data / "organizations/departments.yml"
    units.write_text(units.read_text(encoding="utf-8") + COLLECTIVE, "utf-8")
    start = normalise(TEXT).index("区发展局、区文化局")
    session.write({key(session, "both"): Entry(Verdict.ACCEPT, members=Members("区发展局、区文化局"))})
    source = f"{{document: doc-five, locator: 一(一)-2, passage: {start}-{start + 9}, "
    source += f"fingerprint: {fingerprint('区发展局、区文化局')}}}"
    assert text(session, "organizations/departments.yml").endswith(
        "- id: both\n  name: 云澜区\n  kind: 统称\n  members:\n"
        f"    - member: 区发展局\n      source: {source}\n    - member: 区文化局\n      source: {source}\n"
    )
    tables = read(session.data, ROOT / "datapackage.json").tables
    assert [(row["collective"], row["member"]) for row in tables.rows["memberships"]] == [
        ("both", "development"),
        ("both", "culture"),
    ]


def test_a_collective_in_braces_keeps_its_line(session: Session) -> None:
    """Its members are written behind its other values."""
    units = session.data / "organizations/departments.yml"
    line = "- {id: both, draft: true, name: 云澜区, kind: 统称}\n"
    units.write_text(units.read_text(encoding="utf-8") + f"\n{line}", "utf-8")
    session.write({key(session, "both"): Entry(Verdict.ACCEPT, members=Members("区发展局、区文化局"))})
    told = units.read_text(encoding="utf-8").splitlines()[-1]
    assert told.startswith(
        "- {id: both, name: 云澜区, kind: 统称, members: [{member: 区发展局, source: {document: doc-five,"
    )
    members = read(session.data, ROOT / "datapackage.json").tables.rows["memberships"]
    assert [row["member"] for row in members] == ["development", "culture"]


@pytest.mark.parametrize(
    ("members", "message"),
    [
        (Members("区文化局、区发展局"), "文件里找不到“区文化局、区发展局”"),
        (Members("区交通局", "区发展局牵头,区文化局配合"), "“区交通局”不在这段原话里"),
        (Members("区发展局", "云澜区五年规划"), "“区发展局”不在这段原话里"),
    ],
)
def test_members_that_the_document_does_not_name_are_refused(members: Members, message: str, session: Session) -> None:
    """Nobody becomes a member by a guess; nothing is written."""
    units = session.data / "organizations/departments.yml"
    units.write_text(units.read_text(encoding="utf-8") + COLLECTIVE, "utf-8")
    before = units.read_bytes()
    with pytest.raises(EditRefused, match=message):
        session.write({key(session, "both"): Entry(Verdict.ACCEPT, members=members)})
    assert units.read_bytes() == before


def test_a_review_of_a_ledger_without_drafts_has_nothing_to_do(tmp_path: Path) -> None:
    """None of none: nobody looks for a draft that is not there."""
    files = {name: text.replace("  draft: true\n", "").replace("draft: true, ", "") for name, text in DRAFTS.items()}
    session = Session(write_drafts(tmp_path, files), load_contract(ROOT / "datapackage.json"))
    assert (session.state().items, session.total) == ([], 0)
