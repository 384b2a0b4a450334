"""Settings as the theme prints them: it takes every text for HTML, so each is escaped before."""

from __future__ import annotations

from typing import Any

from markupsafe import escape

from generator.ledger.reading.site_settings import SiteSettings
from generator.publish.policy import content_policy

PRINTED = ("site_author", "repo_url", "repo_name")
"""Texts of a folder's own mkdocs.yml that the theme prints."""


def give_settings(config: Any, site: SiteSettings) -> None:
    """Give the engine's configuration what the ledger and the policy say, escaped once, whoever escapes it again."""
    config.site_name = escape(site.name)
    config.site_description = escape(site.description)
    for name in PRINTED:
        if getattr(config, name) is not None:
            setattr(config, name, escape(getattr(config, name)))
    config.extra["ledger"] = site
    config.extra["policy"] = content_policy.for_theme()
