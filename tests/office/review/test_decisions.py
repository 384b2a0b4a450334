"""What a decision does to the files, and how it is taken back."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from generator.ledger.contract import load_contract
from generator.office.review.decisions import Review
from generator.office.review.session import Session
from tests.conftest import DISTRICT_DATA, ROOT
from tests.helpers.drafts import DRAFTS
from tests.helpers.review_visitor import Visitor, fields_of, item
from tests.helpers.sites import edit, snapshot

TASKS = "tasks/five/01-industry.yml"


def test_accepting_leads_to_the_next_draft(visitor: Visitor, folder: Path) -> None:
    """What was entered is written, and the next page says what was done and how far the review is."""
    address = item(visitor, "grow")
    form = {**visitor.form_of(address), "value.0.summary": " 把产业\r\n做大 ", "verdict": "accept"}
    status, _, to = visitor.ask("POST", address, form)
    assert status == 303 and to == f"{item(visitor, 'parks')}#here"
    html = visitor.get(to)[1]
    assert "已采用：扩大产业规模" in html and "已核对 <strong>1</strong> / 6" in html
    assert "已采用" not in visitor.get(to)[1], "it is said once"
    written = (folder / "data" / TASKS).read_text(encoding="utf-8")
    assert written == DRAFTS[TASKS].replace("- id: grow\n  draft: true", "- id: grow").replace(
        "  title_source: 原文\n", "  title_source: 原文\n  summary: 把产业做大\n"
    )


@pytest.mark.parametrize("id_", ["traffic", "bridge"])
def test_a_draft_that_is_kept_is_shown_again(id_: str, visitor: Visitor) -> None:
    """With what was entered: its lines are others, it is the same draft."""
    address = item(visitor, id_)
    key = "full_name" if id_ == "traffic" else "summary"
    form = {**visitor.form_of(address), f"value.0.{key}": "修一座桥", "verdict": "keep"}
    status, _, to = visitor.ask("POST", address, form)
    assert status == 303 and to == f"{item(visitor, id_)}#here" != f"{address}#here"


def test_sending_a_page_back_unchanged_changes_nothing(visitor: Visitor, folder: Path) -> None:
    """Kept as a draft with the values that it has, every file stays byte for byte, whatever the draft."""
    before = snapshot(folder)
    for id_ in ("development", "traffic", "grow", "parks", "bridge", ""):
        address = item(visitor, id_)
        assert visitor.ask("POST", address, {**visitor.form_of(address), "verdict": "keep"})[0] == 303
    assert snapshot(folder) == before


def test_no_record_of_the_district_changes_by_looking_at_it(tmp_path: Path) -> None:
    """Tasks with steps and sources of their own, ranges, tiers, relations: sent back unchanged, each stays as it is."""
    copytree(DISTRICT_DATA.parent, tmp_path, dirs_exist_ok=True)
    for file in [*tmp_path.glob("data/tasks/*/*.yml"), *tmp_path.glob("data/indicators/*/*.yml")]:
        text = file.read_text(encoding="utf-8").replace("\n- id: ", "\n- draft: true\n  id: ")
        file.write_text(text, encoding="utf-8")
    before = snapshot(tmp_path)
    review = Review(Session(tmp_path, load_contract(ROOT / "datapackage.json")))
    items = review.session.state().items
    for one in items:
        path = f"/item/{one.main.key}"
        form = fields_of(review.get(path, {}).content.decode()) | {"verdict": "keep"}
        assert review.post(path, {name: [text] for name, text in form.items()}).status == 303
    assert len(items) > 10 and snapshot(tmp_path) == before


def test_a_doubt_is_answered_where_its_draft_is_accepted(visitor: Visitor, folder: Path) -> None:
    """With a reason it is not asked again, under the id that the record has then; without doubts nothing is asked."""
    edit(folder / "data" / TASKS, "title: 建设园区", "title: 扩大产业规模")
    assert "没有错的理由" not in visitor.get(item(visitor, "grow"))[1]
    address = item(visitor, "parks")
    html = visitor.get(address)[1]
    assert "和 grow 的一样" in html and "没有错的理由" in html
    form = {**visitor.form_of(address), "value.0.summary": "建几个园区", "value.0.id": "two-parks"}
    visitor.ask("POST", address, {**form, "reason.0": "文件里就是两项", "verdict": "accept"})
    written = (folder / "data/acknowledged.yml").read_text(encoding="utf-8")
    assert written.startswith(
        "- code: title-twice\n  record: two-parks\n  value: 扩大产业规模\n  reason: 文件里就是两项\n  on: "
    )
    findings = codes_of(folder)
    assert not {"title-twice", "acknowledged-needless"} & findings
    visitor.ask("POST", "/undo", {})
    assert not (folder / "data/acknowledged.yml").exists()


def codes_of(folder: Path) -> set[str]:
    """The codes of all findings of a ledger."""
    state = Session(folder, load_contract(ROOT / "datapackage.json")).state()
    return {f.code for f in [*state.ledger.findings(), *(f for r in state.records for f in r.findings)]}


def test_a_figure_can_be_left_out_while_its_clause_is_accepted(visitor: Visitor, folder: Path) -> None:
    """The box beside it takes its lines out in the same writing."""
    address = item(visitor, "grow")
    form = {**visitor.form_of(address), "value.0.summary": "把产业做大", "reject.1": "1", "verdict": "accept"}
    assert visitor.ask("POST", address, form)[0] == 303
    assert (folder / "data/indicators/five/01-industry.yml").read_text(encoding="utf-8") == ""


def test_before_something_goes_it_is_told_what(visitor: Visitor, folder: Path) -> None:
    """The page names all that would go; only the second answer takes it out."""
    before = snapshot(folder)
    address = item(visitor, "grow")
    status, html, _ = visitor.ask("POST", address, {**visitor.form_of(address), "verdict": "reject"})
    assert status == 200 and "真的不要吗" in html and "扩大产业规模" in html and "产值" in html
    assert snapshot(folder) == before
    status, _, to = visitor.ask("POST", address, {**visitor.form_of(address), "verdict": "reject", "sure": "1"})
    assert status == 303 and "已删去：扩大产业规模" in visitor.get(to)[1]
    assert "id: grow" not in (folder / "data" / TASKS).read_text(encoding="utf-8")


def test_the_last_step_is_taken_back(visitor: Visitor, folder: Path) -> None:
    """Accepted by mistake, or taken out: each step goes back to the bytes before it, and its draft is shown again."""
    before = snapshot(folder)
    assert "撤销上一步</button>" not in visitor.get(item(visitor, "grow"))[1]
    address = item(visitor, "grow")
    visitor.ask("POST", address, {**visitor.form_of(address), "value.0.summary": "把产业做大", "verdict": "accept"})
    accepted = snapshot(folder)
    (folder / "data/exclusions/doc-five.yml").rename(folder / "kept")
    away = item(visitor, "bridge")
    visitor.ask("POST", away, {**visitor.form_of(away), "verdict": "reject", "sure": "1"})
    assert (folder / "data/exclusions/doc-five.yml").is_file()
    assert visitor.ask("POST", "/undo", {})[2] == f"{away}#here"
    assert not (folder / "data/exclusions/doc-five.yml").exists()
    (folder / "kept").rename(folder / "data/exclusions/doc-five.yml")
    assert snapshot(folder) == accepted
    html = visitor.get(away)[1]
    assert "已撤销上一步" in html and "已核对 <strong>1</strong> / 6" in html and "撤销上一步</button>" in html
    assert visitor.ask("POST", "/undo", {})[2] == f"{address}#here"
    assert snapshot(folder) == before
    assert visitor.ask("POST", "/undo", {})[2] == "/"
    assert "没有可以撤销的" in visitor.get(address)[1]


def test_a_step_is_not_taken_back_over_what_was_changed_since(visitor: Visitor, folder: Path) -> None:
    """The file was edited by hand meanwhile: it stays, and the page says so."""
    address = item(visitor, "grow")
    visitor.ask("POST", address, {**visitor.form_of(address), "value.0.summary": "把产业做大", "verdict": "accept"})
    edit(folder / "data" / TASKS, "把产业做大", "把产业做强")
    before = snapshot(folder)
    assert visitor.ask("POST", "/undo", {})[2] == "/"
    assert "后来又改过，撤销不了" in visitor.get(item(visitor, "parks"))[1]
    assert snapshot(folder) == before


def test_simple_drafts_are_accepted_together(visitor: Visitor) -> None:
    """The list offers it for units and left-out numbers without a doubt."""
    html = visitor.get("/list")[1]
    assert "采用没有疑点的单位，1 条" in html and "采用没有疑点的不计入的数字，1 条" in html
    assert visitor.ask("POST", "/accept-all", {"of": "organizations"})[2] == "/list"
    assert "已采用 1 条" in visitor.get("/list")[1]
    assert visitor.ask("POST", "/accept-all", {"of": "tasks"})[2] == "/list"
    assert "已采用 0 条" in visitor.get("/list")[1]


def test_the_members_of_a_collective_are_entered_on_its_page(visitor: Visitor, folder: Path) -> None:
    """Without the text of the document nobody but the person knows where it names them."""
    (folder / "sources/doc-five.txt").unlink()
    units = folder / "data/organizations/departments.yml"
    collective = "\n- id: both\n  draft: true\n  name: 云澜区\n  kind: 统称\n"
    units.write_text(units.read_text(encoding="utf-8") + collective, encoding="utf-8")
    address = item(visitor, "both")
    form = visitor.form_of(address) | {"members.0.names": " 区发展局 ", "verdict": "accept"}
    assert "请填成员的“条款位置”" in visitor.ask("POST", address, form)[1]
    assert units.read_text(encoding="utf-8").endswith(collective)
    form |= {"members.0.locator": "附件"}
    assert visitor.ask("POST", address, form)[0] == 303
    told = units.read_text(encoding="utf-8").partition("name: 云澜区")[2]
    assert "- member: 区发展局\n" in told and "locator: 附件" in told


def test_what_was_ticked_is_accepted_together(visitor: Visitor, folder: Path) -> None:
    """A doubted unit has a box of its own in the list; a clause has none, and is not accepted there."""
    unit, task = (item(visitor, id_).removeprefix("/item/") for id_ in ("traffic", "parks"))
    html = visitor.get("/list")[1]
    assert f'name="ticked" value="{unit}"' in html and f'name="ticked" value="{task}"' not in html
    visitor.ask("POST", "/accept-all", {"ticked": unit})
    visitor.ask("POST", "/accept-all", {"ticked": task})
    data = folder / "data"
    assert "疑点" not in (data / "organizations/departments.yml").read_text(encoding="utf-8")
    assert (data / TASKS).read_text(encoding="utf-8") == DRAFTS[TASKS]
