"""Templates print with our code what they print with Jinja's own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

from generator.analysis.ledger_index import LedgerIndex
from generator.language.official_text import read_documents
from generator.ledger.load import load
from generator.ledger.reading.nodes import Finding, Mark
from generator.pages import registry, renderer
from generator.pages.renderer import Page
from generator.pages.templating import Compiled, PlainCode, printed
from generator.support.cache_store import CacheStore
from tests.conftest import ROOT
from tests.helpers.sites import DISTRICT, ODD, odd


class Word(StrEnum):
    """A word of the ledger's kind: a text that is not of the type str itself."""

    PLAIN = "牵头"
    ODD = '<b>&"'


SIGNS = st.text(st.sampled_from("&<>\"'a 字\n"))
VALUES = (
    st.text()
    | SIGNS
    | SIGNS.map(Markup)
    | st.integers()
    | st.decimals()
    | st.none()
    | st.booleans()
    | st.sampled_from(Word)
)


@given(VALUES)
def test_a_value_is_printed_as_jinja_escapes_it(value: object) -> None:
    """Texts are escaped, markup is not, all else is written out and escaped."""
    assert str(printed(value)) == str(escape(value))


@given(SIGNS, SIGNS)
def test_a_template_prints_the_same_with_either_code(text: str, title: str) -> None:
    """Attributes, loops, conditions, macros, filters and joined texts come out as with Jinja's own code."""
    source = """{% macro m(x) %}<b title="{{ x.title }}">{{ x.text }}</b>{% endmacro %}
{% set y = z %}{{ m(z) }}{{ m(y) ~ z.text }}
{% for a in z.list %}{{ loop.index }}{{ a }}{{ a | upper }}{% else %}none{% endfor %}
{{ z.text if z.text else '—' }}{{ z.text or '<' }}
{{ z.list | length }}{{ z.text | safe }}{{ 1 }}{{ '&' }}{{ z.items }}"""

    class Z:
        items = "attribute"

        def __init__(self) -> None:
            self.text, self.title, self.list = text, title, [text, title]

    made = []
    for code in (PlainCode, CodeGenerator):
        environment = Environment(loader=DictLoader({"t": source}), autoescape=True, undefined=StrictUndefined)
        environment.code_generator_class = code
        made.append(environment.get_template("t").render(z=Z()))
    assert made[0] == made[1]


def test_what_is_not_there_is_a_fault_and_never_printed_as_nothing() -> None:
    """A mistyped attribute or variable stops the build."""
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    environment.code_generator_class = PlainCode
    with pytest.raises(AttributeError):
        environment.from_string("{{ z.tilte }}").render(z=Word.ODD)
    with pytest.raises(UndefinedError):
        environment.from_string("{{ tilte }}").render(z=1)


@pytest.mark.parametrize(("worded", "odd_names"), [(True, False), (False, True)], ids=["texts", "odd names"])
def test_all_pages_are_those_of_jinjas_own_code(
    worded: bool, odd_names: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every page of the made-up district, with the official texts or with odd names, is the same to the byte."""
    data = shutil.copytree(DISTRICT, tmp_path / "data")
    if odd_names:
        odd(data)
    checked = load(data, ROOT / "datapackage.json")
    ids = [d.id for d in checked.ledger.documents]
    texts = read_documents(ROOT / "tests" / "district" / "sources", ids) if worded else {}

    def pages() -> dict[str, Page]:
        return {p.path: p for p in registry.pages(LedgerIndex(checked), checked.site, checked.contract, texts)}

    ours = pages()
    monkeypatch.setattr(renderer, "Steady", Environment)
    assert renderer.bare_environment().code_generator_class is CodeGenerator
    jinjas = pages()
    assert ours.keys() == jinjas.keys() and len(ours) > 50
    assert [path for path in ours if ours[path] != jinjas[path]] == []
    assert any(bool("<blockquote" in p.body) for p in ours.values()) == worded
    assert any(ODD in p.title for p in ours.values()) == odd_names


def test_the_page_of_findings_is_that_of_jinjas_own_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """Findings quote what an editor wrote, which may be HTML."""
    findings = [Finding("yaml-tag", Mark("data/<x>.yml", 3, 1), {"tag": '!<script>&"'})]
    ours = registry.findings_page(findings)
    assert "<script>" not in ours.body and "data/&lt;x&gt;.yml:3:1" in ours.body
    monkeypatch.setattr(renderer, "Steady", Environment)
    assert registry.findings_page(findings) == ours


def test_a_template_is_compiled_once_for_all_builds(tmp_path: Path) -> None:
    """A later build takes the code that an earlier one compiled, and compiles anew what has another text."""
    texts = {"x.html": "{{ a }}!"}

    def rendered(generate: Callable[..., str] | None = None) -> str:
        environment = Environment(loader=DictLoader(texts), autoescape=True)
        environment.bytecode_cache = Compiled(CacheStore(tmp_path))
        if generate:
            environment._generate = generate  # type: ignore[method-assign]  # the step that takes the time
        return environment.get_template("x.html").render(a="<")

    def never(*_: object, **__: object) -> str:
        raise AssertionError("compiled again")

    assert rendered() == rendered(never) == "&lt;!"
    texts["x.html"] = "{{ a }}?"
    assert rendered() == "&lt;?"
