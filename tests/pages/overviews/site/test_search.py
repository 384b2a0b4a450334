"""The page of search results: words to try are the ledger's own, and its links lead to pages."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

from generator.analysis.ledger_index import LedgerIndex
from generator.ledger.load import load
from generator.pages.overviews.site.search import SEARCH, examples, search_view
from tests.conftest import ROOT
from tests.helpers.faults import read_in_memory
from tests.helpers.ledger import LEDGER
from tests.helpers.pages import context_of, specs_of
from tests.helpers.sites import DISTRICT


def index(data: Path) -> LedgerIndex:
    """The look-ups of a ledger."""
    return LedgerIndex(load(data, ROOT / "datapackage.json"))


def test_examples_are_of_the_ledger() -> None:
    """Questions of a unit by its shortest name, an indicator, what was missed, and a town; each a search."""
    own = index(DISTRICT)
    found = examples(own)
    assert all(unquote(ref.path) == f"{SEARCH}?q={ref.title}" for ref in found)
    unit, indicator, town, missed = (ref.title for ref in found)
    names = {name for o in own.ledger.organizations for name in (o.name, *(o.aliases or "").split("、"))}
    assert unit.endswith("负责什么") and unit.removesuffix("负责什么") in names
    assert indicator.removesuffix("是多少") in {i.name for i in own.ledger.indicators}
    assert town in {o.name for o in own.ledger.organizations if own.is_territory(o)} and missed == "没完成"


def test_a_ledger_without_records_has_no_examples() -> None:
    """Where nothing is there to ask for, neither home nor the search begins a list of examples."""
    files = {name: text for name, text in LEDGER.items() if name in ("site.yml", "documents.yml", "plans.yml")}
    bodies = {spec.path: spec.make().body for spec in specs_of(context_of(read_in_memory(files).checked()))}
    assert "怎样搜索" in bodies[""] and "例如：；" not in bodies[""]
    assert "怎样搜索" in bodies[SEARCH] and "试一试" not in bodies[SEARCH]


def test_links_to_lists_lead_to_pages(district_site: Path) -> None:
    """Every list that the page of results links to is an index page that is there."""
    for link in search_view(index(DISTRICT)).lists:
        assert (district_site / link.ref.path / "index.html").is_file()
        assert link.about
