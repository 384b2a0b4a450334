"""The registry of page kinds: whatever a module registers is in the site, and nothing else lists kinds again."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

from generator.analysis.ledger_index import LedgerIndex
from generator.ledger.load import load
from generator.pages import overviews, records
from generator.pages.environment import TEMPLATES
from generator.pages.overviews.site.sitemap import sitemap_view
from generator.pages.page import PageKind
from generator.pages.registry import page_context, page_kinds
from tests.conftest import ROOT
from tests.helpers.pages import context_of, specs_of
from tests.helpers.sites import DISTRICT

NEW_KIND = """
from generator.pages.page import index_kind

KINDS = (
    index_kind("evaluations", lambda context: (), template="overviews/lists/evaluations.html", order=25, map_order=15,
               in_navigation=True, folder="new/"),
)
"""


def kinds_of_modules() -> Iterator[tuple[str, PageKind]]:
    """Each kind with the module that registers it, as a path below ``pages/``."""
    for package in (records, overviews):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            path = module.name.removeprefix("generator.pages.").replace(".", "/")
            for kind in getattr(import_module(module.name), "KINDS", ()):
                yield path, kind


def test_a_template_stands_beside_its_module() -> None:
    """Whoever knows the module of a page knows its template."""
    for path, kind in kinds_of_modules():
        assert kind.template == f"{path}.html"
        assert (TEMPLATES / kind.template).is_file()


def test_every_template_of_a_page_has_its_module() -> None:
    """No template is left over from a page that is gone."""
    used = {kind.template for kind in page_kinds()}
    folders = (TEMPLATES / "records", TEMPLATES / "overviews")
    there = {path.relative_to(TEMPLATES).as_posix() for folder in folders for path in folder.rglob("*.html")}
    assert there == used


def test_no_two_kinds_claim_one_place() -> None:
    """The order of pages does not depend on the names of modules."""
    orders = [kind.order for kind in page_kinds()]
    on_map = [kind.map_order for kind in page_kinds() if kind.map_order]
    assert len({*orders}) == len(orders) and len({*on_map}) == len(on_map)


def test_no_two_pages_have_one_address() -> None:
    """A page never takes the place of another."""
    paths = [spec.path for spec in specs_of(context_of(DISTRICT))]
    assert len({*paths}) == len(paths)


def test_a_kind_that_a_module_registers_is_in_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new module is enough: its page is made, in its place in the navigation and on the map."""
    (tmp_path / "newcomers.py").write_text(NEW_KIND, encoding="utf-8")
    monkeypatch.setattr(overviews, "__path__", [*overviews.__path__, str(tmp_path)])
    importlib.invalidate_caches()
    page_kinds.cache_clear()
    try:
        context = context_of(DISTRICT)
        navigation = [spec.path for spec in specs_of(context) if spec.nav_title]
        assert navigation[:4] == ["", "indicators/", "tasks/", "new/evaluations/"]
        (page,) = (spec.make() for spec in specs_of(context) if spec.path == "new/evaluations/")
        assert "台账里没有五年规划" in page.body
        assert [path for _, path in context.site_map][:3] == ["indicators/", "new/evaluations/", "tasks/"]
    finally:
        page_kinds.cache_clear()
        sys.modules.pop("generator.pages.overviews.newcomers", None)


def test_a_site_without_the_files_of_records_has_no_page_about_them() -> None:
    """Neither the page nor a link to it, on the map or on the page of the data."""
    context = page_context(LedgerIndex(load(DISTRICT, ROOT / "datapackage.json")), {}, ())
    specs = {spec.path: spec for spec in specs_of(context)}
    assert "api/" not in specs and "data/" in specs
    assert "api/" not in [row.ref.path for row in sitemap_view(context).lists]
    assert "api/" not in specs["data/"].make().body + specs["sitemap/"].make().body
