"""The page of addresses: examples that can be copied, made of records that the ledger has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.language import download_words
from generator.ledger.reading.site_settings import SiteSettings
from generator.pages.components.builder import ComponentBuilder
from generator.pages.components.views import Ref


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


@dataclass(frozen=True)
class Examples:
    """Makes the view."""

    components: ComponentBuilder
    site: SiteSettings

    def view(self) -> ExamplesView:
        """Examples with the newest result's indicator, else the first one; without indicators there are none."""
        index = self.components.index
        indicators = [o.indicator for o in index.ledger.observations[:1]] + [i.id for i in index.ledger.indicators[:1]]
        base = self.site.url or download_words.EXAMPLE_BASE
        if not indicators:
            return ExamplesView(base, bool(self.site.url), None, ())
        record = index.indicators[indicators[0]]
        values = {"base": base, "id": record.id, "package": self.site.package}
        found = (
            Example(name, title, _filled(code, values), checked)
            for name, (title, code, checked) in download_words.EXAMPLES.items()
        )
        return ExamplesView(base, bool(self.site.url), self.components.indicator(record), tuple(found))


def _filled(code: str, values: dict[str, str]) -> str:
    """Placeholders are in angle brackets: braces belong to the languages."""
    for name, value in values.items():
        code = code.replace(f"<{name}>", value)
    return code
