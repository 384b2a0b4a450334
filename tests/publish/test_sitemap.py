"""The sitemap for machines tells when the data of each page last changed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.publish.build import build_site
from tests.conftest import project
from tests.helpers import ledger
from tests.helpers.git import Writer
from tests.helpers.sites import edit, unsearched

VALUE = "value: 410.5\n    value_text: 410.5亿元"
HOURS = 20
"""Commits, an hour apart, between the first day and the day of the change."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project whose ledger was written on one day, and one of whose values changed on the next."""
    root = tmp_path / "project"
    writer = Writer(root)
    mark = writer.commit("begin", {f"data/{name}": text for name, text in ledger.LEDGER.items()})
    for hour in range(HOURS):
        mark = writer.commit("other", {"README": str(hour)}, (mark,))
    name = "data/disclosures/doc-2018.yml"
    changed = ledger.LEDGER[name.removeprefix("data/")].replace(VALUE, VALUE.replace("410.5", "411"))
    writer.commit("correct", {name: changed}, (mark,))
    data = writer.write() / "data"
    data.rename(tmp_path / "ledger")
    edit(tmp_path / "ledger/site.yml", "demonstration: true\n", "demonstration: true\nnoindex: false\n")
    return unsearched(project(root, tmp_path / "ledger"))


def days(folder: Path) -> dict[str, str]:
    """The day of each page in the sitemap of the project's site."""
    build_site(folder / "mkdocs.yml", folder / "site")
    text = (folder / "site/sitemap.xml").read_text(encoding="utf-8")
    pairs = re.findall(r"<loc>https://ledger\.example/(.*?)</loc>\s*<lastmod>(.*?)</lastmod>", text)
    assert len(pairs) == text.count("<url>") > 20
    return dict(pairs)


def test_a_page_has_the_day_on_which_its_record_changed(folder: Path) -> None:
    """Records that did not change keep the day on which they were written; lists have the newest day."""
    found = days(folder)
    assert found["indicators/output/"] == "2017-07-15"
    assert found["towns/rain/"] == "2017-07-14"
    assert found["tasks/grow/"] == "2017-07-14"
    assert found[""] == found["indicators/"] == found["about/"] == "2017-07-15"
