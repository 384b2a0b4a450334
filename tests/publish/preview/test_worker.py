"""A large ledger is shown before its checks are done: marked as such, and replaced by findings where there are any."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.language import command_words
from generator.ledger.load import ReadLedger
from generator.ledger.reading.findings import Finding
from generator.publish.preview.messages import PreviewSettings
from generator.publish.site_content import BuildOptions
from generator.support.child_process import CAN_FORK
from tests.conftest import project
from tests.helpers import ledger
from tests.helpers.sites import edit

if TYPE_CHECKING:
    from generator.publish.preview.worker import State

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="checks come first where this system cannot copy a process")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with the small ledger."""
    (tmp_path / "project").mkdir()
    return project(tmp_path / "project", ledger.write(tmp_path, ledger.LEDGER))


@pytest.fixture
def released(monkeypatch: pytest.MonkeyPatch) -> int:
    """Checks that begin when something is written here."""
    reader, writer = os.pipe()
    findings = ReadLedger.findings

    def late(self: ReadLedger) -> list[Finding]:
        os.read(reader, 1)
        return findings(self)

    monkeypatch.setattr(ReadLedger, "findings", late)
    return writer


def state(folder: Path) -> State:
    """The state of the project's ledger."""
    from generator.publish.preview.worker import State  # noqa: PLC0415 compiles all templates when it is imported: 1.4 s

    return State(PreviewSettings(folder / "mkdocs.yml", BuildOptions(), "http://127.0.0.1:1/"))


def test_pages_come_before_the_end_of_the_checks(folder: Path, released: int) -> None:
    """The page is there while the checks go on; a ledger without faults stays shown."""
    shown = state(folder)
    assert shown.checks is not None
    assert ">产值</h1>" in shown.answer("indicators/output/").content.decode()
    os.write(released, b"x")
    shown.finish_checks()
    assert not shown.shows_findings
    assert ">产值</h1>" in shown.answer("indicators/output/").content.decode()


def test_findings_that_come_late_take_the_place_of_pages(folder: Path, released: int) -> None:
    """A fault that pages can be made with is shown as soon as it is found."""
    edit(folder / "data/documents.yml", "title: ", "title: \u00a0", 2)
    shown = state(folder)
    assert shown.answer("indicators/output/").status == 200 and not shown.shows_findings
    os.write(released, b"x")
    shown.finish_checks()
    page = shown.answer("indicators/output/").content.decode()
    assert shown.shows_findings and "data/documents.yml" in page and "要改" in page


def test_doubts_are_told_beside_the_pages(folder: Path, released: int) -> None:
    """A value that looks wrong is shown, and as soon as it is doubted the doubt is said; pages stay."""
    edit(folder / "data/disclosures/doc-2018.yml", "410.5\n    value_text: 410.5", "4105\n    value_text: 4105")
    shown = state(folder)
    assert shown.doubts == ""
    os.write(released, b"x")
    shown.finish_checks()
    assert shown.doubts.startswith("有 1 处疑点，核对以后才能发布") and "value: 4105" in shown.doubts
    assert not shown.shows_findings and ">产值</h1>" in shown.answer("indicators/output/").content.decode()


def test_rows_that_no_page_can_be_made_of_wait_for_the_checks(folder: Path, released: int) -> None:
    """What went wrong is told as a finding, never as an error of the program."""
    edit(folder / "data/documents.yml", "validity: 有效", "validity: 有笑")
    os.write(released, b"x")
    page = state(folder).answer("").content.decode()
    assert "“有笑”不在可选范围" in page and "Traceback" not in page


def test_lists_are_prepared_while_nobody_asks(folder: Path, released: int) -> None:
    """Step by step, as often as there are records; it does no harm where rows are not fit for it."""
    shown = state(folder)
    assert len(list(shown.prepare())) > 4
    os.write(released, b"x")


def test_drafts_are_shown_and_told_beside_the_pages(folder: Path) -> None:
    """A draft has its page, with a word for the summary that it lacks; the ledger is checked first."""
    edit(folder / "data/tasks/five/01-industry.yml", "- id: parks\n", "- id: parks\n  draft: true\n")
    edit(folder / "data/tasks/five/01-industry.yml", "  summary: 建园区\n", "")
    shown = state(folder)
    assert shown.receiver is None and shown.doubts == "有 1 条草稿，核对以后才能发布；还没有写的地方用括号标出"
    assert "（草稿，还没有写）" in shown.answer("tasks/parks/").content.decode()


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ImportError("libx.so: failed to map segment from shared object"), "没有做完：内存不够，请关掉别的程序再试"),
        (ValueError("x"), command_words.PREVIEW_FAILED),
    ],
    ids=["no memory", "a fault"],
)
def test_why_nothing_is_shown_is_told(
    error: Exception, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lack of memory is no fault of the program."""

    def failing(*_: object) -> None:
        raise error

    monkeypatch.setattr("generator.publish.preview.worker.Project", failing)
    answer = state(tmp_path).answer("")
    assert answer.status == 500 and told in answer.content.decode()
