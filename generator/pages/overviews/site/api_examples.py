"""The page of addresses: examples that can be copied, made of records that the ledger has."""

from __future__ import annotations

from typing import NamedTuple

from generator.language import download_words
from generator.pages.components.references import Ref, indicator_ref
from generator.pages.context import PageContext
from generator.pages.page import index_kind


class Example(NamedTuple):
    """A program in a language; ``checked`` says how it is known to work."""

    anchor: str
    title: str
    code: str
    checked: str


class ExamplesView(NamedTuple):
    """The page: where the site lives, a record of each kind to try, the programs."""

    base: str
    known: bool
    """Whether the settings say where the site lives; otherwise the reader puts in the address."""
    indicator: Ref | None
    examples: tuple[Example, ...]


def examples_view(context: PageContext) -> ExamplesView:
    """Examples with the newest observation's indicator, else the first one; without indicators there are none."""
    index, site = context.index, context.site
    indicators = [o.indicator for o in index.ledger.observations[:1]] + [i.id for i in index.ledger.indicators[:1]]
    base = site.url or download_words.EXAMPLE_BASE
    if not indicators:
        return ExamplesView(base, bool(site.url), None, ())
    record = index.indicators[indicators[0]]
    values = {"base": base, "id": record.id, "package": site.package}
    examples = (
        Example(name, title, _filled(code, values), checked)
        for name, (title, code, checked) in download_words.EXAMPLES.items()
    )
    return ExamplesView(base, bool(site.url), indicator_ref(record), tuple(examples))


def _filled(code: str, values: dict[str, str]) -> str:
    """Placeholders are in angle brackets: braces belong to the languages."""
    for name, value in values.items():
        code = code.replace(f"<{name}>", value)
    return code


KINDS = (
    index_kind(
        "api",
        examples_view,
        template="overviews/site/api_examples.html",
        order=240,
        map_order=80,
        above=("data",),
        needs_format="records",
    ),
)
