"""The notice of a demonstration, which its settings may leave out."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from jinja2 import FileSystemBytecodeCache

from generator.ledger.reading.site_settings import SiteSettings
from generator.publish.engine.previewed_site import theme_environment
from tests.helpers import templates
from tests.helpers.faults import plan, read_in_memory
from tests.helpers.ledger import LEDGER
from tests.helpers.pages import context_of, specs_of


@pytest.mark.parametrize("name", ["printed", "footer"])
def test_no_empty_brackets(name: str) -> None:
    """Without a notice nothing stands behind the name of the site, on paper and in the footer."""
    site = read_in_memory(LEDGER).site
    assert site is not None
    assert "（示例站）" in _part(name, site)
    assert "（" not in _part(name, replace(site, notice=""))


def test_the_page_for_answers() -> None:
    """Without a notice the page begins with what the site is not for."""
    told = "对政策和工作的意见、申请公开信息"
    for notice, begin in (("notice: 示例站\n", f"示例站。{told}"), ("", f">{told}")):
        files = dict(plan())
        files["site.yml"] = files["site.yml"].replace("notice: 示例站\n", notice)
        specs = {spec.path: spec for spec in specs_of(context_of(read_in_memory(files).checked()))}
        assert begin in specs["feedback/"].make().body


def _part(name: str, site: SiteSettings) -> str:
    """A part of the theme for a page of a site."""
    template = theme_environment(FileSystemBytecodeCache(str(templates.folder()), "theme-%s")).get_template(
        f"ledger/{name}.html"
    )
    page, config = SimpleNamespace(canonical_url="https://a.example/", url=""), SimpleNamespace(extra={"as_of": ""})
    return template.render(site=site, page=page, config=config, nav=SimpleNamespace(homepage=None))
