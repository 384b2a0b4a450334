"""What is made ready before the process of a state begins."""

from __future__ import annotations

from typing import Never

import pytest

from generator.pages.environment import new_environment


def test_no_state_compiles_a_template_of_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever edits would wait for the compiler after each change."""
    from generator.publish.preview import preload  # noqa: PLC0415 compiles all of them when it is imported: 1.4 s

    environment = new_environment(preload.PAGES)

    def refuse(*_: object, **__: object) -> Never:
        pytest.fail("a template was not compiled before")

    monkeypatch.setattr(environment, "compile", refuse)
    for name in environment.list_templates(extensions=["html"]):
        environment.get_template(name)
