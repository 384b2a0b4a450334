"""Pages for everyone: what axe-core finds on one page of every kind, by width, colours and size of text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import Any, NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.helpers.browsing import DESKTOP, ENLARGE, PHONE, Scheme, in_browser, visitor

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]
"""The rules of these tags that large text and strong contrast can break; the others read the same elements again."""
EVERYTHING = {"runOnly": TAGS}
APPEARANCE = {"runOnly": {"type": "rule", "values": LOOKS}}
COLOURLESS = {"runOnly": TAGS, "rules": {"color-contrast": {"enabled": False}}}
"""All but what takes most of the time, and looks at the same few colours over and over on a long page."""

START = "options => { window.found = axe.run({ ...options, reporter: 'no-passes' }) }"
FOUND = "async () => (await window.found).violations.map(v => [v.id, v.nodes.map(n => n.target.join(' '))])"


class Visitor(NamedTuple):
    """How somebody looks at the pages."""

    width: int
    scheme: Scheme

    def __str__(self) -> str:
        return f"{self.width}-{self.scheme}"


EVERYONE = [Visitor(width, scheme) for width in (DESKTOP, PHONE) for scheme in ("light", "dark")]
BY_DAY = [one for one in EVERYONE if one.scheme == "light"]

Faults = Mapping[Visitor, Sequence[str]]


@pytest.fixture(scope="module")
def district_faults(chrome: Browser, district_kinds: dict[str, str]) -> Faults:
    """The made-up district has every kind of page, and most of what can stand on one."""
    return _faults(chrome, district_kinds, EVERYONE, (EVERYTHING, APPEARANCE))


@pytest.fixture(scope="module")
def real_faults(chrome: Browser, real_kinds: dict[str, str]) -> Faults:
    """The real site has long pages of the same templates: its colours are the same."""
    return _faults(chrome, real_kinds, BY_DAY, (COLOURLESS,))


@in_browser
@pytest.mark.parametrize("visitor_", EVERYONE, ids=str)
def test_a_page_of_every_kind_has_no_barrier(district_faults: Faults, visitor_: Visitor) -> None:
    """WCAG 2.2 AA and good practice hold: on a desktop and a phone, light and dark, with large text as well."""
    assert not district_faults[visitor_], _told(district_faults[visitor_])


@in_browser
@pytest.mark.parametrize("visitor_", BY_DAY, ids=str)
def test_long_pages_have_no_barrier(real_faults: Faults, visitor_: Visitor) -> None:
    """The same holds for the longest page of every kind of the real site."""
    assert not real_faults[visitor_], _told(real_faults[visitor_])


@in_browser
def test_a_barrier_is_found(chrome: Browser, district_kinds: dict[str, str]) -> None:
    """The judge is at work: an image without a text is told with its rule, page and element."""
    with visitor(chrome, district_kinds["about"]) as page:
        _open(page, district_kinds["about"])
        page.evaluate("document.querySelector('article').append(Object.assign(new Image(), { id: 'mute' }))")
        page.evaluate(START, EVERYTHING)
        assert "image-alt: about: #mute" in list(_violations(page, "about"))


def _faults(chrome: Browser, kinds: dict[str, str], visitors: Sequence[Visitor], rules: Sequence[Any]) -> Faults:
    """What is wrong for whom; by the second rules with large text.

    All visitors look at a page at the same time: axe works in the browser's processes.
    """
    faults: dict[Visitor, list[str]] = defaultdict(list)
    with ExitStack() as stack:
        pages = {v: stack.enter_context(visitor(chrome, kinds["home"], **v._asdict())) for v in visitors}
        for kind, address in kinds.items():
            for page in pages.values():
                _open(page, address)
            for options, change, how in zip(rules, ("0", ENLARGE), ("", ", large text"), strict=False):
                for page in pages.values():
                    page.evaluate(change)
                    page.evaluate(START, options)
                for one, page in pages.items():
                    faults[one] += _violations(page, kind + how)
    return faults


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate(Axe().axe_script)


def _violations(page: Page, where: str) -> Iterator[str]:
    found: list[Any] = page.evaluate(FOUND)
    return (f"{rule}: {where}: {target}" for rule, targets in found for target in targets)


def _told(faults: Sequence[str]) -> str:
    """Rule, page and element of each fault, a line each."""
    return "\n".join(["", *sorted(faults)])
