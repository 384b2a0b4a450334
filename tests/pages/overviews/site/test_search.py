"""The page of search results: words to try are the ledger's own, and its links lead to pages."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

from generator.analysis.ledger_index import LedgerIndex
from generator.ledger.load import load
from generator.pages.overviews.site.search import SEARCH, examples, search_view
from tests.conftest import ROOT
from tests.helpers.sites import DISTRICT


def index(data: Path) -> LedgerIndex:
    """The look-ups of a ledger."""
    return LedgerIndex(load(data, ROOT / "datapackage.json"))


def test_examples_are_of_the_ledger() -> None:
    """An indicator, the shortest name of the unit that leads it, a figure with a fraction, a town; each a search."""
    own = index(DISTRICT)
    found = examples(own)
    assert all(unquote(ref.path) == f"{SEARCH}?q={ref.title}" for ref in found)
    indicator, unit, figure, town = (ref.title for ref in found)
    assert indicator in {i.name for i in own.ledger.indicators}
    assert any(unit in (o.name, *(o.aliases or "").split("、")) for o in own.ledger.organizations)
    assert "." in figure and figure in {str(t.value) for t in own.ledger.targets}
    assert town in {o.name for o in own.ledger.organizations if own.is_territory(o)}


def test_links_to_lists_lead_to_pages(district_site: Path) -> None:
    """Every list that the page of results links to is an index page that is there."""
    for link in search_view(index(DISTRICT)).lists:
        assert (district_site / link.ref.path / "index.html").is_file()
        assert link.about
