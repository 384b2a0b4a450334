"""What stands in the files after decisions: doubts that are answered, what is left out, ids, fingerprints."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.language.official_text import fingerprint, normalise
from generator.ledger.contract import load_contract
from generator.ledger.editing.yaml_file import EditRefused
from generator.office.review.actions import Entry, Verdict
from generator.office.review.session import NotFit, Session, StillUsed
from tests.conftest import ROOT
from tests.helpers.drafts import DRAFTS, TEXT, write_drafts
from tests.helpers.sites import edit, snapshot

TASKS, UNITS, LEFT_OUT = "tasks/five/01-industry.yml", "organizations/departments.yml", "exclusions/doc-five.yml"
ACCEPT, REJECT = Entry(Verdict.ACCEPT), Entry(Verdict.REJECT)


@pytest.fixture(name="session")
def _session(tmp_path: Path) -> Session:
    """A review of the small ledger."""
    return Session(write_drafts(tmp_path), load_contract(ROOT / "datapackage.json"))


def key(session: Session, id_: str) -> str:
    """The key of a draft."""
    return next(one.key for one in session.state().records if id_ in (one.row["id"], one.row["number"]))


def text(session: Session, name: str) -> str:
    """A file of the ledger."""
    return (session.data / name).read_text(encoding="utf-8")


def added(session: Session, name: str, more: str) -> None:
    """Write something behind a file."""
    path = session.data / name
    path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + more, encoding="utf-8")


def left_out(words: str, number: str = "") -> str:
    """How a clause or a number is written that no record has any more."""
    start = normalise(TEXT).index(words)
    end = start + len(words)
    lines = [f"number: {number}"] if number else []
    lines += [f"passage: {start}-{end}", f"fingerprint: {fingerprint(words)}", "reason: 不收录"]
    return "- " + "\n  ".join(lines) + "\n"


def test_every_doubt_of_a_draft_is_answered_at_once(session: Session) -> None:
    """Behind those that were answered before, with the day; a draft that goes, or without a reason, answers none."""
    edit(session.data / TASKS, "title: 建设园区", "title: 扩大产业规模")
    edit(session.data / TASKS, "title: 修桥", "title: 扩大产业规模")
    old = "- code: title-twice\n  record: other\n  value: 别的\n  reason: 文件里就是两项\n  on: 2017-01-01\n"
    added(session, "acknowledged.yml", old)
    found = [[f.code for f in one.findings if f.code != "required"] for one in session.state().records]
    assert ["title-twice"] in found
    entries = {
        key(session, "parks"): Entry(Verdict.KEEP, {"id": "two-parks"}, reason="文件里分开写"),
        key(session, "bridge"): Entry(Verdict.REJECT, reason="不用了"),
        key(session, "grow"): Entry(Verdict.KEEP, {"note": ""}),
    }
    session.write(entries)
    assert text(session, "acknowledged.yml") == (
        f"{old}- code: title-twice\n  record: two-parks\n  value: 扩大产业规模\n  reason: 文件里分开写\n"
        f"  on: {date.today().isoformat()}\n"
    )


def test_what_several_rejected_drafts_leave_is_written_once(session: Session) -> None:
    """Clauses, then numbers of one document; a left-out number that is rejected leaves none."""
    session.write({key(session, id_): REJECT for id_ in ("bridge", "output", "1")})
    clause = "今年修一座桥。(区交通局负责)"
    assert text(session, LEFT_OUT) == left_out(clause) + left_out("500", "500")
    assert "id: bridge" not in text(session, TASKS)


def test_what_is_rejected_without_a_text_leaves_nothing(session: Session) -> None:
    """Nobody can say which numbers no record has: the file stays as it is."""
    (session.folder / "sources/doc-five.txt").unlink()
    session.write({key(session, "bridge"): REJECT})
    assert text(session, LEFT_OUT) == DRAFTS[LEFT_OUT] and "id: bridge" not in text(session, TASKS)


def test_whoever_uses_a_record_is_named(session: Session) -> None:
    """By its title, else by what kind of record it is, with the place; a link hinders as much as a name."""
    edit(session.data / TASKS, "  lead_mode: 分别牵头\n", "  lead_mode: 分别牵头\n  replaced_by: bridge\n")
    with pytest.raises(StillUsed) as used:
        session.hanging([key(session, "bridge")])
    assert (used.value.title, [(str(mark), name) for mark, name in used.value.places]) == (
        "修桥",
        [("data/tasks/five/01-industry.yml:15:3", "建设园区")],
    )
    with pytest.raises(StillUsed) as used:
        session.hanging([key(session, "traffic")])
    assert used.value.title == "区交通局" and str(used.value) == "区交通局"
    assert [(mark.line, name) for mark, name in used.value.places] == [(32, "分工")]


def test_two_drafts_that_name_each_other_go_together(session: Session) -> None:
    """What stands within the lines of one that goes hinders nobody, also where all of it stands on one line."""
    line = "{id: output, draft: true, task: grow, name: 产值, nature: 预期性, measure: 期末水平, unit: 亿元, "
    line += "direction: 越高越好, target: {value_text: 500, source: {locator: 一}}}"
    (session.data / "indicators/five/01-industry.yml").write_text(f"- {line}\n", encoding="utf-8")
    assert session.hanging([key(session, "output")]) == []
    assert [one.row["id"] for one in session.hanging([key(session, "grow")])] == ["output"]
    assert session.hanging([key(session, "grow"), key(session, "output")]) == []


def test_what_hangs_on_what_goes_goes_too(session: Session) -> None:
    """A clause, its figure, and a result of that figure; a result of another one stays."""
    results = "".join(
        f"  - {{id: {id_}, draft: true, indicator: {of}, period: 2017, value: 1, value_text: '1', "
        "source: {locator: 一}}\n"
        for id_, of in (("result", "output"), ("other", "none"))
    )
    (session.data / "disclosures").mkdir()
    (session.data / "disclosures/doc-five.yml").write_text(f"observations:\n{results}", encoding="utf-8")
    assert [one.row["id"] for one in session.hanging([key(session, "grow")])] == ["output", "result"]


@pytest.mark.parametrize("passage", ["900-910", "0-900", "3", "x-y"])
def test_a_passage_that_no_text_has_keeps_the_old_fingerprint(passage: str, session: Session) -> None:
    """It is written as it was entered; the checks say what is wrong."""
    session.write({key(session, "bridge"): Entry(Verdict.KEEP, {"source.passage": passage})})
    old = DRAFTS[TASKS].rpartition("passage: ")[2].partition(", ")[2]
    assert text(session, TASKS).endswith(f"passage: {passage}, {old}")


def test_a_figure_of_a_new_document_gets_the_fingerprint_of_its_text(session: Session) -> None:
    """Document and passage are entered together."""
    added(session, "documents.yml", "- {id: doc-2, title: 二, issuer: 二, validity: 有效}\n")
    (session.folder / "sources/doc-2.txt").write_text("到六月选好地址", encoding="utf-8")
    entry = Entry(Verdict.KEEP, {"source.document": "doc-2", "source.passage": "1-3"})
    number = text(session, LEFT_OUT)
    edit(session.data / TASKS, "  source: {locator: 一(一)-3,", "  source: {document: doc-five, locator: 一(一)-3,")
    session.write({key(session, "bridge"): entry})
    told = f"{{document: doc-2, locator: 一(一)-3, passage: 1-3, fingerprint: {fingerprint('六月')}}}"
    assert told in text(session, TASKS) and text(session, LEFT_OUT) == number


def test_faults_that_were_there_excuse_no_further_one(session: Session) -> None:
    """Two files were wrong in the same way: a draft that would be the third is not accepted."""
    edit(session.data / "documents.yml", "validity: 有效", "validity: 有笑")
    added(session, UNITS, "\n- {id: wrong, name: 甲局, kind: 政府部们}\n")
    edit(session.data / UNITS, "  name: 区交通局\n  kind: 政府部门", "  name: 区交通局\n  kind: 政府部们")
    before = snapshot(session.folder)
    assert len(session.state().faults) == 2
    with pytest.raises(NotFit) as unfit:
        session.write({key(session, "traffic"): ACCEPT})
    assert [(f.code, f.mark.line) for f in unfit.value.findings] == [("enum", 14)]
    assert snapshot(session.folder) == before
    session.write({key(session, "development"): ACCEPT})


def test_what_workbooks_held_is_not_followed_elsewhere(
    session: Session, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A link out of the folder is not written, and nothing else is."""
    outside = tmp_path_factory.mktemp("elsewhere") / "ledger.yml"
    outside.write_text("document: d\ntitle: 台账\nsheets: []\nids:\n  - [tasks, 表, 3, '', grow]\n", encoding="utf-8")
    (session.folder / "imports").mkdir()
    (session.folder / "imports/ledger.yml").symlink_to(outside)
    before = snapshot(session.folder)
    with pytest.raises(EditRefused, match="不在台账的目录里"):
        session.write({key(session, "grow"): Entry(Verdict.KEEP, {"id": "other"})})
    assert snapshot(session.folder) == before


@pytest.mark.parametrize("name", ["sources/doc-five.txt", "data/documents.yml", "imports/ledger.yml"])
def test_what_changed_on_the_disk_is_read_again(name: str, session: Session) -> None:
    """The ledger, a text, what a workbook held: also where it is new or gone."""
    path = session.folder / name
    path.parent.mkdir(exist_ok=True)
    seen = [session.state()]
    for content in ("# 甲\n", "# 乙一\n", None):
        before = path.read_bytes() if path.exists() else b""
        path.write_bytes(before + content.encode()) if content else path.unlink()
        seen.append(session.state())
        assert session.state() is seen[-1]
    assert len(set(map(id, seen))) == 4


def test_the_number_of_drafts_at_the_most_stays(session: Session) -> None:
    """How far a review is, is told of all that there were, also of those that came later."""
    assert (session.total, len(session.state().items), session.total) == (0, 6, 6)
    session.write({key(session, "development"): ACCEPT})
    assert (len(session.state().items), session.total, session.can_undo) == (5, 6, True)
    added(session, UNITS, "".join(f"- {{id: u{n}, draft: true, name: 单位{n}, kind: 政府部门}}\n" for n in range(3)))
    assert (len(session.state().items), session.total) == (8, 8)


def test_each_step_is_taken_back_by_itself(session: Session) -> None:
    """The last one first, each with the draft that it was about; a decision that changes nothing is no step."""
    states = [snapshot(session.folder)]
    for id_ in ("development", "traffic"):
        session.write({key(session, id_): ACCEPT})
        states.append(snapshot(session.folder))
    session.write({key(session, "parks"): Entry(Verdict.KEEP, {"title": "建设园区"})})
    assert snapshot(session.folder) == states[-1]
    for id_, before in (("traffic", states[1]), ("development", states[0])):
        undone = session.undo()
        assert snapshot(session.folder) == before and undone == key(session, id_)
    assert session.undo() == "" and not session.can_undo
