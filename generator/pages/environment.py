"""Jinja environments: where the templates are, and what every template of a page may use."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from generator.language import glossary

TEMPLATES = Path(__file__).parent / "templates"


@cache
def bare_environment() -> Environment:
    """An environment for templates that link nowhere: charts and the page of findings."""
    return new_environment(None)


def new_environment(bytecode: BytecodeCache | None) -> Environment:
    """An environment without values of a ledger; ``bytecode`` stores compiled templates."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=bytecode,
    )


class RowCache:
    """HTML of rows of lists: a row stands on the pages of its task, its units, its sections and the indexes."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, int], tuple[Markup, object]] = {}

    def __call__(self, macro: Any, row: object) -> Markup:
        """What a macro makes of a row; the row is stored, too, so that no other object gets its identity."""
        key = (macro.name, id(row))
        stored = self._rows.get(key)
        if stored is None:
            stored = self._rows[key] = (Markup(macro(row).strip()), row)
        return stored[0]


def explained_words(root: str) -> Callable[[str], str]:
    """From a word to the word with its meaning, linked to the glossary; a word without an entry stays as it is."""
    linked = {
        word: Markup(f'<a class="pl-word" href="{root}glossary/#{anchor}" data-meaning="{escape(meaning)}">{word}</a>')
        for word, (anchor, meaning) in glossary.WORDS.items()
    }

    def word(term: str) -> str:
        return linked.get(term, term)

    return word
