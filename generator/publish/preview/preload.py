"""What each state of a preview needs and no ledger changes: imported once, before the processes of states are copied.

The templates are compiled here, too: a state has them at once.
"""

from __future__ import annotations

from contextlib import suppress

import frictionless  # noqa: F401 the checks import it when they begin
from jinja2 import Environment, TemplateError

from generator.ledger.checks import run  # noqa: F401 what the checks need is imported with them
from generator.pages.environment import bare_environment, new_environment
from generator.pages.registry import page_kinds
from generator.publish.engine.previewed_site import theme_environment
from generator.publish.preview.memory_cache import MemoryCache


def _compile(environment: Environment) -> None:
    for name in environment.list_templates(extensions=["html"]):
        with suppress(TemplateError):  # parts of the theme that this site does not use need other filters
            environment.get_template(name)


PAGES, THEME = MemoryCache(), MemoryCache()
"""Templates of pages; templates of the theme around them."""

page_kinds()
_compile(bare_environment())
_compile(new_environment(PAGES))
_compile(theme_environment(THEME))
