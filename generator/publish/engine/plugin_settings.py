"""Settings of the plugin in mkdocs.yml."""

from __future__ import annotations

from mkdocs.config import base
from mkdocs.config import config_options as c

from generator.language.download_words import OPTIONAL


class LedgerConfig(base.Config):  # type: ignore[no-untyped-call]  # MkDocs gives its hook no types
    """Settings of the plugin in mkdocs.yml."""

    ledger = c.Type(str, default="data")
    """Folder of the ledger, relative to mkdocs.yml."""
    contract = c.Type(str, default="datapackage.json")
    """The contract, relative to mkdocs.yml."""
    sources = c.Type(str, default="")
    """Folder with the official texts ``<document>.txt``; empty: pages go without the official wording."""
    cache = c.Type(str, default="")
    """Folder of what one build leaves for the next, relative to mkdocs.yml; empty: nothing is kept."""
    formats = c.ListOfItems(c.Choice(OPTIONAL), default=list(OPTIONAL))
    """Formats of the data package beside CSV and JSON."""
    search = c.Type(bool, default=True)
    """Whether the site gets its search index."""
    fill = c.Type(bool, default=True)
    """Whether leaf pages are filled into shells; otherwise each goes through MkDocs."""
    keep = c.ListOfItems(c.Type(str), default=[])
    """Patterns of files in the site that somebody else wrote and that go on to the next one, such as ``CNAME``."""
    jobs = c.Type(int, default=0)
    """How many processes make the leaf pages; 0: as many as there are cores."""
