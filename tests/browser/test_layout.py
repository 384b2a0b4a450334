"""Pages fit the screen: nothing sticks out sideways on a phone, at 400 % on a desktop, with large text."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.helpers.browsing import ENLARGE, NARROW, PHONE, in_browser, visitor
from tests.helpers.endurance import TIMES, some

STICKING_OUT = """() => {
  const page = document.documentElement, width = page.clientWidth;
  if (page.scrollWidth <= width) return [];
  const clipped = e => { // what scrolls or is cut off inside of something that fits makes no page wider
    for (let p = e.parentElement; p && p !== document.body; p = p.parentElement)
      if (getComputedStyle(p).overflowX !== "visible" && p.getBoundingClientRect().right <= width + 1) return true;
    return false;
  };
  const named = e => e.tagName.toLowerCase() + [...e.classList].map(c => "." + c).join("") + (e.id && "#" + e.id);
  const wide = [...document.body.querySelectorAll("*")]
    .filter(e => e.getBoundingClientRect().right > width + 1 && !clipped(e)).slice(0, 3).map(named);
  return [`${page.scrollWidth} > ${width}: ${wide.join(", ")}`];
}"""
"""Says by how much a page is too wide, and what makes it so."""


STEPS = (
    ("", PHONE, "0"),
    ("", NARROW, "0"),
    (", large text", NARROW, ENLARGE),
    (", large text", PHONE, "0"),
)
"""How wide the screen is, and what changes on the page, one after the other."""


@pytest.mark.sampled
@pytest.mark.parametrize("site", ["district", "real"])
@in_browser
def test_no_page_is_wider_than_the_screen(chrome: Browser, site: str, request: pytest.FixtureRequest) -> None:
    """A page of every kind fits 390 and 320 pixels, with large text, too. 1280 pixels at 400 % are 320.

    Every kind of the district; of the real site, whose words are longer, some kinds. Where the screen is narrowest,
    the text is large; in make endurance every kind, and each width with both.
    """
    kinds: dict[str, str] = request.getfixturevalue(f"{site}_kinds")
    faults = []
    shown = [*kinds.items()] if site == "district" else some([*kinds.items()], most=6)
    with visitor(chrome, kinds["home"], width=PHONE) as page:
        for kind, address in shown:
            page.goto(address)
            for how, width, change in STEPS if TIMES > 1 else STEPS[::2]:
                page.evaluate(change)
                if page.viewport_size != (screen := ViewportSize(width=width, height=900)):
                    page.set_viewport_size(screen)
                faults += [f"{kind} at {width}{how}: {fault}" for fault in page.evaluate(STICKING_OUT)]
    assert not faults, "\n".join(["", *faults])


@in_browser
def test_what_sticks_out_is_named(chrome: Browser, district_kinds: dict[str, str]) -> None:
    """The measure is at work: an element that is too wide is told, one that scrolls inside of its frame is none."""
    wide = "article.insertAdjacentHTML('beforeend', '<div class=\"frame\"><p id=\"wide\">x</p></div>')"
    style = "wide.style.width = '900px'"
    with visitor(chrome, district_kinds["about"], width=PHONE) as page:
        page.goto(district_kinds["about"])
        page.evaluate(f"const article = document.querySelector('article'); {wide}; {style}")
        (fault,) = page.evaluate(STICKING_OUT)
        assert "p#wide" in fault
        page.evaluate("document.querySelector('.frame').style.overflowX = 'auto'")
        assert page.evaluate(STICKING_OUT) == []
