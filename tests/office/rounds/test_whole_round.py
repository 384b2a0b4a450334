"""A round from nothing to the public page: asked, filled, collected, approved, published, shown by nginx, appraised."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from playwright.sync_api import Browser

from generator.ledger.load import load
from tests.conftest import ROOT
from tests.helpers.browsing import in_browser, visit
from tests.helpers.filled_forms import CONTRACT, fill_form
from tests.helpers.git import PERSON, commit_all, git
from tests.helpers.nginx import needs_nginx, served

SOFFICE = shutil.which("soffice")
SHOWN = 3
"""New results that are looked for on their pages."""


@dataclass(frozen=True)
class Place:
    """A ledger and a round of it."""

    data: Path
    plan: str
    period: str
    opens_on: str
    received_on: str

    @property
    def round(self) -> str:
        return self.period.lower()


PLACES = {
    "xiqing": Place(ROOT / "data", "plan-2016-2020", "2018-Q3", "2018-09-25", "2018-10-09"),
    "county": Place(ROOT / "tests/samples/qingshi/data", "plan-2024", "2024-Q3", "2024-09-25", "2024-10-09"),
}
DOCUMENT = """
- id: summary-{round}
  title: 第三季度完成情况汇总
  issuer: 政府办公室
  signed_on: {received_on}
  validity: 未标注
"""
ROUND = """\
- id: {round}
  plan: {plan}
  document: summary-{round}
  period: {period}
  opens_on: {opens_on}
  due_on: {received_on}
  grace_days: 3
"""


@dataclass
class Office:
    """A folder with a ledger, and the seconds that each command took in it."""

    folder: Path
    seconds: dict[str, float] = field(default_factory=dict)

    def run(self, *arguments: str) -> str:
        """What a command says; it must end well."""
        began = time.perf_counter()
        environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_") and k != "SOURCES"}
        environment |= {**PERSON, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "GIT_CONFIG_GLOBAL": os.devnull}
        command = [sys.executable, "-m", "generator", *arguments]
        done = subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        name = " ".join(arguments[:2]) if arguments[0] == "round" else arguments[0]
        self.seconds[name] = self.seconds.get(name, 0) + time.perf_counter() - began
        return done.stdout


def place_of(folder: Path, place: Place) -> Office:
    """A repository of a copy of the ledger, with its round."""
    folder.mkdir()
    shutil.copytree(place.data, folder / "data")
    words = {"round": place.round, **vars(place)}
    with (folder / "data" / "documents.yml").open("a", encoding="utf-8") as file:
        file.write(DOCUMENT.format(**words))
    (folder / "data" / "rounds.yml").write_text(ROUND.format(**words), encoding="utf-8")
    commit_all(folder, "建台账，开一轮")
    return Office(folder)


def filled_by_libreoffice(forms: Path, folder: Path) -> Path:
    """All forms filled by a program, then opened and saved by LibreOffice."""
    assert SOFFICE, "LibreOffice is not installed"
    filled = folder / "filled"
    filled.mkdir()
    for form in sorted(forms.glob("*.xlsx")):
        (filled / form.name).write_bytes(fill_form(form.read_bytes()))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "received")]
    names = [str(file) for file in sorted(filled.iterdir())]
    subprocess.run([*command, *names], capture_output=True, check=True, timeout=600)
    return folder / "received"


@pytest.mark.endurance
@pytest.mark.office
@in_browser
@needs_nginx
@pytest.mark.skipif(SOFFICE is None and not os.environ.get("CI"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", PLACES)
def test_from_the_forms_to_the_public_page(
    name: str, tmp_path: Path, chrome: Browser, record_property: Callable[[str, object], None]
) -> None:
    """Every unit answers; only lines of new values are added; each step again changes nothing; the numbers agree."""
    place = PLACES[name]
    office, branch = place_of(tmp_path / "office", place), f"round/{place.round}"
    asked = re.search(r"写出 (\d+) 张", office.run("forms", place.round, "--out", "../forms"))
    assert asked
    units = asked[1]
    received = filled_by_libreoffice(tmp_path / "forms", tmp_path)
    collect = ("ingest", str(received), "--on", place.received_on)
    assert f"收下 {units} 个，没有收 0 个" in office.run(*collect)
    tip = git(office.folder, "rev-parse", branch)
    assert "收下 0 个，没有收 0 个" in office.run(*collect)
    assert git(office.folder, "rev-parse", branch) == tip
    changed = git(office.folder, "diff", "--numstat", "main", branch).splitlines()
    assert {line.split()[2] for line in changed} - {"data/acknowledged.yml"} == {
        f"data/disclosures/summary-{place.round}.yml",
        f"data/submissions/{place.round}.yml",
    }
    assert all(line.split()[1] == "0" for line in changed)
    said = office.run("round", "status", place.round, "--on", place.received_on)
    assert f"要填 {units} 个单位，已收 {units} 个，按时 {units} 个，迟交 0 个；还没有收到 0 个" in said
    whole = re.search(r"齐 (\d+) 个", said)

    for step, again in (("approve", "没有等着核对的"), ("publish", "没有新的")):
        office.run("round", step, place.round)
        head = git(office.folder, "rev-parse", "HEAD")
        assert again in office.run("round", step, place.round)
        assert git(office.folder, "rev-parse", "HEAD") == head
    public = tmp_path / "public"
    office.run("publish", str(public))
    assert "没有换" in office.run("publish", str(public))

    new = [o for o in load(office.folder / "data", CONTRACT).ledger.observations if o.document.startswith("summary-")]
    assert len(new) > SHOWN
    (tmp_path / "nginx").mkdir()
    tmp_path.chmod(0o755)
    with served(public, tmp_path / "nginx") as host:
        for one in new[:: len(new) // SHOWN][:SHOWN]:
            with visit(chrome, f"{host}/indicators/{one.indicator}/") as page:
                assert one.value_text in page.inner_text("main")

    office.run("appraisal", place.period, "--out", "../appraisal")
    (circular,) = (tmp_path / "appraisal").glob("通报-*.docx")
    words = "".join(paragraph.text for paragraph in Document(str(circular)).paragraphs)
    assert f"填报率{units}/{units}" in words
    assert whole
    assert f"填齐率{whole[1]}/{units}" in words
    (table,) = (tmp_path / "appraisal").glob("*-全?.xlsx")
    facts = {row[0]: str(row[1]) for row in openpyxl.load_workbook(table)["概况"].iter_rows(values_only=True)}
    assert facts["填齐率"].startswith(f"{whole[1]}/{units}")
    assert git(office.folder, "status", "--porcelain", "--untracked-files=all", "data") == ""
    record_property("seconds", {step: round(seconds, 1) for step, seconds in office.seconds.items()})
