"""What a file says about itself."""

from __future__ import annotations

from dataclasses import replace

from generator.downloads.provenance import provenance_of
from tests.helpers.copying import district


def test_whose_when_under_which_licence_from_what() -> None:
    """Name, licence, attribution, date and every source document are told, each with a label in Chinese."""
    checked, lines = district().checked, district().provenance.lines()
    site = checked.site
    told = [value for _, value in lines]
    assert {site.name, site.version, site.licence.name, site.licence.path, site.licence.attribution} <= set(told)
    as_of = district().index.as_of
    assert as_of and as_of.isoformat() in told
    for document in checked.ledger.documents:
        assert any(value.startswith(document.title) for value in told)


def test_what_is_not_set_is_left_out() -> None:
    """No empty line; the notice of a demonstration stands only in one."""
    checked = district().checked
    official = replace(checked, site=replace(checked.site, demonstration=False, notice="x-notice", publisher=""))
    shown = replace(checked, site=replace(checked.site, demonstration=True, notice="x-notice"))
    assert all(label and value for label, value in provenance_of(official, None).lines())
    assert "x-notice" not in dict(provenance_of(official, None).lines()).values()
    assert "x-notice" in dict(provenance_of(shown, None).lines()).values()
