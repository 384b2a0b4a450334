"""The settings of a new ledger, as far as its first notice tells them."""

from __future__ import annotations

import re

from generator.language.office import split_words, unit_words
from generator.language.official_text import normalise
from generator.ledger.editing.record_text import fields
from generator.ledger.enums import PlaceLevel
from generator.office.record_ids import propose_id
from generator.office.splitting.notice import Notice

OFFICE = re.compile(unit_words.OFFICE_OF_PLACE)


def settings_text(notice: Notice, level: PlaceLevel) -> str:
    """The text of site.yml.

    Args:
        notice: the first notice of the ledger.
        level: of the place.
    """
    place = OFFICE.sub("", normalise(notice.head.issuer)) or split_words.PLACE
    name = split_words.SITE_NAME.format(place=place)
    settings = {
        "contract": "2",
        "name": name,
        "place": place,
        "level": str(level),
        "description": split_words.SITE_DESCRIPTION.format(place=place, plan=notice.plan.title),
        "demonstration": "true",
        "notice": split_words.SITE_NOTICE,
        "version": "0.1.0",
        "package": f"{propose_id(place, ())}-ledger",
        "licence": {
            "name": "CC-BY-4.0",
            "title": split_words.LICENCE,
            "path": "https://creativecommons.org/licenses/by/4.0/",
            "attribution": name,
        },
    }
    return f"# {split_words.SITE_COMMENT}\n{fields(settings, '')}"
