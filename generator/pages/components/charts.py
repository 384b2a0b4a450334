"""Pictures as HTML, each made once for the page that it stands on and for the file of its own."""

from __future__ import annotations

from functools import partial

from jinja2 import Environment
from markupsafe import Markup

from generator.analysis.ledger_index import LedgerIndex
from generator.pages.components import area_summary
from generator.pages.components.builder import ComponentBuilder
from generator.pages.templating import Direct

KIND = "picture"
"""What the picture of an indicator is remembered under."""

Plain = tuple[str, tuple[str, ...]]
"""The picture's markup, empty where there is none, and the titles of the documents that its figures come from."""


def teach(environment: Environment, components: ComponentBuilder) -> None:
    """How pictures are made, for whoever asks for them; a picture links nowhere, so that any page's root will do."""
    components.index.memory.teach(KIND, partial(_drawn, environment, components))
    area_summary.teach(components)


def recall(index: LedgerIndex, indicator: str) -> Plain:
    """The picture of an indicator's target over its years."""
    found: Plain = index.memory.recall(KIND, indicator)
    return found


def figure(components: ComponentBuilder, indicator: str) -> Markup:
    """The picture as it stands on a page; empty where there is none."""
    return Markup(recall(components.index, indicator)[0])


def _drawn(environment: Environment, components: ComponentBuilder, indicator: str) -> Plain:
    picture = components.picture(indicator)
    if picture is None:
        return "", ()
    macro: Direct = getattr(environment.get_template("_pictures.html").module, KIND)
    index = components.index
    documents = dict.fromkeys(t.document for t in index.targets_of.get(indicator) if t.organization is None)
    documents |= dict.fromkeys(o.document for o in index.observations_of.get(indicator) if o.organization is None)
    markup = macro(picture, index.indicators[indicator].name, KIND).strip()
    return str(markup), tuple(components.document(id_).title for id_ in documents)
