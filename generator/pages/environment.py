"""Jinja environments: where the templates are, and what every template of a page may use."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from generator.language import formatting, glossary

TEMPLATES = Path(__file__).parent / "templates"

REMEMBERED = {
    "link": "components/references.html",
    "units": "components/references.html",
    "owners": "components/references.html",
    "status": "components/states.html",
}
"""Macros that say the same of the same record on page after page, and where they are: templates use them as filters."""


@cache
def bare_environment() -> Environment:
    """An environment for templates that link nowhere: charts and the page of findings."""
    return new_environment(None)


def new_environment(bytecode: BytecodeCache | None) -> Environment:
    """An environment without values of a ledger; ``bytecode`` stores compiled templates."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=bytecode,
    )
    environment.getattr = getattr  # type: ignore[method-assign, assignment]  # views have attributes, no keys
    environment.filters["sentence"] = formatting.sentence
    environment.filters |= {name: _remembered(environment, template, name) for name, template in REMEMBERED.items()}
    return environment


def _remembered(environment: Environment, template: str, name: str) -> Callable[..., Any]:
    """A macro that remembers what it made of a record: a call takes ten times as long as a look-up."""

    @cache
    def made(*records: Any) -> Any:
        return getattr(environment.get_template(template).module, name)(*records)

    return made


def explained_words(root: str) -> Callable[[str], str]:
    """From a word to the word with its meaning, linked to the glossary; a word without an entry stays as it is."""
    linked = {
        word: Markup(f'<a class="pl-word" href="{root}glossary/#{anchor}" data-meaning="{escape(meaning)}">{word}</a>')
        for word, (anchor, meaning) in glossary.WORDS.items()
    }

    def word(term: str) -> str:
        return linked.get(term, term)

    return word
