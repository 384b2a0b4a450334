"""Pages for everyone: what axe-core finds on one page of every kind, by width, colours and size of text."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.helpers.browsing import DESKTOP, ENLARGE, PHONE, Scheme, in_browser, visitor
from tests.helpers.endurance import TIMES, some

TAGS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCRIPT: Final = Axe().axe_script

NEW_LOOKS: Final = """() => {
  const looks = new Map(), read = new Set(JSON.parse(localStorage.looksRead ?? "[]")), found = [];
  const hash = (text) => [...text].reduce((sum, sign) => Math.imul(sum ^ sign.codePointAt(0), 16777619), 2166136261);
  const look = (e) => {
    if (!e) return 0;
    if (!looks.has(e)) {
      const s = getComputedStyle(e), colours = [s.color, s.backgroundColor, s.backgroundImage, s.opacity];
      const text = [s.fontSize, s.fontWeight, s.textDecorationLine];
      const own = [e.tagName, e.getAttribute("class"), ...colours, ...text];
      looks.set(e, hash([look(e.parentElement), ...own].join()));
    }
    return looks.get(e);
  };
  const text = (e) => [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim());
  for (const e of document.body.querySelectorAll("*"))
    if ((text(e) || e.matches("input, select, textarea, button, summary, a"))
        && e.checkVisibility({ visibilityProperty: true }))
      if (!read.has(look(e))) read.add(look(e)), found.push(e);
  localStorage.looksRead = JSON.stringify([...read]);
  return found;
}"""
"""One element of each look that this visitor has not seen yet, among those with text or to be pressed: a long table has
few, and the next page has fewer. The look are colours, size and weight, those of all that the element stands in, and
the classes."""

AT_ONCE: Final = """addEventListener("DOMContentLoaded", () => document.head.append(
  Object.assign(document.createElement("style"), { textContent: "* { transition: none !important }" })))"""
"""Lets nothing change slowly: what is read are the colours at the end."""
DARK: Final = "document.body.dataset.mdColorScheme = 'slate'"
LIGHT: Final = "document.body.dataset.mdColorScheme = 'default'"
"""What the switch between light and dark sets."""

APPEARANCES: Final = {
    "light": LIGHT,
    "dark": DARK,
    "dark, large text": f"{DARK}; {ENLARGE}",
    "light, large text": f"{LIGHT}; {ENLARGE}",
}
"""How a page looks after each of these steps, in this order."""

AXE: Final = f"""async ([options, newLooks]) => {{
  const where = newLooks ? {{ include: ({NEW_LOOKS})() }} : document;
  if (newLooks && !where.include.length) return [];
  const found = await axe.run(where, {{ ...options, preload: {{ assets: ["media"] }}, reporter: "no-passes" }});
  return found.violations.map((rule) => [rule.id, rule.nodes.map((node) => node.target.join(" "))]);
}}"""
"""Runs axe; gives by rule the elements that break it. No rule that runs looks into style sheets: axe loads none."""


class Check(NamedTuple):
    """Which rules look at a page."""

    options: dict[str, Any]
    """Those of axe."""
    new_looks: bool = False
    """Whether they look at one element of each new look, and not at all elements."""


def _rules(*names: str) -> dict[str, Any]:
    return {"runOnly": {"type": "rule", "values": names}}


EVERYTHING: Final = Check({"runOnly": TAGS})
ALL_BUT_CONTRAST: Final = Check({"runOnly": TAGS, "rules": {"color-contrast": {"enabled": False}}})
OF_LOOKS: Final = ("color-contrast", "link-in-text-block", "target-size")
"""The rules that judge how an element looks; they take longer than all others together."""
ALL_BUT_LOOKS: Final = Check({"runOnly": TAGS, "rules": {rule: {"enabled": False} for rule in OF_LOOKS}})
LOOKS: Final = Check(_rules(*OF_LOOKS), new_looks=True)
SIZES: Final = Check(_rules("target-size", "scrollable-region-focusable"))
"""The other rules that large text can break; the rest read the same elements again."""


@contextmanager
def judged(chrome: Browser, host: str, *, width: int = DESKTOP, scheme: Scheme = "light") -> Iterator[Page]:
    """A new visitor on whose pages axe is ready, and colours change at once."""
    with visitor(chrome, host, width=width, scheme=scheme, policy=False) as page:  # axe writes styles into pages
        page.add_init_script(SCRIPT)
        page.add_init_script(AT_ONCE)
        yield page


@in_browser
@pytest.mark.sampled
@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_a_page_of_every_kind_has_no_barrier(chrome: Browser, district_kinds: dict[str, str], width: int) -> None:
    """WCAG 2.2 AA and good practice hold: on a desktop and a phone, light and dark, with large text as well.

    Every kind is looked at by all rules: at one of the widths, its looks in one of the appearances by turns. In make
    endurance at both widths and in all appearances, its links in texts one by one.
    """
    faults: list[str] = []
    with judged(chrome, district_kinds["home"], width=width) as page:
        for number, (kind, address) in enumerate(_shared_out(district_kinds, width == PHONE)):
            page.goto(address)
            faults += _violations(page, f"{kind} at {width}", ALL_BUT_LOOKS if TIMES == 1 else ALL_BUT_CONTRAST)
            for appearance, change in _in_turn(number):
                page.evaluate(change)
                faults += _violations(page, f"{kind} at {width}, {appearance}", LOOKS)
            if TIMES > 1 or number % 4 == 1:
                page.evaluate(ENLARGE)
                faults += _violations(page, f"{kind} at {width}, large text", SIZES)
    assert not faults, "\n".join(["", *sorted(faults)])


def _in_turn(number: int) -> list[tuple[str, str]]:
    """One appearance of a page, the next one for the next page; all of them in make endurance."""
    return [*APPEARANCES.items()] if TIMES > 1 else [[*APPEARANCES.items()][number % len(APPEARANCES)]]


def _shared_out(values: dict[str, str], number: int) -> list[tuple[str, str]]:
    """Every other value, for an odd number the rest; all values in make endurance."""
    return [*values.items()] if TIMES > 1 else [*values.items()][number % 2 :: 2]


@in_browser
@pytest.mark.sampled
@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_long_pages_have_no_barrier(chrome: Browser, real_kinds: dict[str, str], width: int) -> None:
    """The same holds for the longest page of some kinds of the real site, of every kind in make endurance; its colours
    are those of the district.
    """
    faults: list[str] = []
    with judged(chrome, real_kinds["home"], width=width) as page:
        for kind, address in some([*real_kinds.items()], most=3):
            page.goto(address)
            faults += _violations(page, kind, ALL_BUT_CONTRAST)
    assert not faults, "\n".join(["", *sorted(faults)])


@in_browser
@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_the_dark_colours_bring_no_other_barrier(chrome: Browser, district_kinds: dict[str, str], width: int) -> None:
    """Whoever comes with dark colours finds other switches in the head of each page: all rules hold there, too."""
    with judged(chrome, district_kinds["home"], width=width, scheme="dark") as page:
        page.goto(district_kinds["home"])
        assert [*_violations(page, "home", EVERYTHING)] == []


@in_browser
def test_a_barrier_is_found(chrome: Browser, district_kinds: dict[str, str]) -> None:
    """The judge is at work: an image without a text is told with its rule, page and element."""
    with judged(chrome, district_kinds["about"]) as page:
        page.goto(district_kinds["about"])
        page.evaluate("document.querySelector('article').append(Object.assign(new Image(), { id: 'mute' }))")
        assert "image-alt: about: #mute" in [*_violations(page, "about", EVERYTHING)]


PALE: Final = """() => {
  const cell = document.querySelector("article tbody tr:last-child td:last-child");
  cell.innerHTML = '<span id="pale">看不清的字</span>';
  cell.firstChild.style.color = "#ccc";
}"""
"""Makes the words of the last cell of a long table grey on white, by nothing that a style sheet knows."""


@in_browser
def test_pale_words_are_found_among_many(chrome: Browser, district_kinds: dict[str, str]) -> None:
    """Of a long table only cells that look different are read: the one that looks different is among them."""
    with judged(chrome, district_kinds["indicators"]) as page:
        page.goto(district_kinds["indicators"])
        assert 0 < page.evaluate(f"({NEW_LOOKS})().length") < page.locator("article td").count()
        page.evaluate(PALE)
        assert [*_violations(page, "indicators", LOOKS)] == ["color-contrast: indicators: #pale"]


TINY: Final = """() => document.querySelector("article tbody tr:last-child td:last-child").innerHTML =
  '<button id="tiny" aria-label="甲"></button><button aria-label="乙"></button>'"""
"""Puts two buttons without a text side by side."""
SMALL: Final = """() => document.querySelectorAll("#tiny, #tiny + *").forEach((button) =>
  Object.assign(button.style, { width: "9px", height: "9px", padding: 0, border: "1px solid", background: "#fff" }))"""


@in_browser
def test_a_button_too_small_for_a_finger_is_found_among_many(chrome: Browser, district_kinds: dict[str, str]) -> None:
    """What is to be pressed and has no text is read, too."""
    with judged(chrome, district_kinds["indicators"], width=PHONE) as page:
        page.goto(district_kinds["indicators"])
        page.evaluate(TINY)
        page.evaluate(SMALL)
        assert [*_violations(page, "indicators", LOOKS)] == ["target-size: indicators: #tiny"]


def _violations(page: Page, where: str, *checks: Check) -> Iterator[str]:
    """Rule, place and element of whatever is wrong."""
    for check in checks:
        found: list[tuple[str, list[str]]] = page.evaluate(AXE, list(check))
        yield from (f"{rule}: {where}: {target}" for rule, targets in found for target in targets)
