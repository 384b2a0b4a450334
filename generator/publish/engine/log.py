"""What the engine logs, and what this program logs while the engine runs."""

from __future__ import annotations

import logging

from mkdocs.commands import build as mkdocs_build

LOG = logging.getLogger(mkdocs_build.log.name.partition(".")[0])
"""What the engine logs, whatever the engine is called."""
OWN_LOG = LOG.getChild("plugins.ledger")
"""What this program logs while the engine runs."""


def log_to(handler: logging.Handler) -> None:
    """Send the engine's warnings and all words of our own to a handler."""
    LOG.setLevel(logging.WARNING)
    OWN_LOG.setLevel(logging.INFO)
    LOG.addHandler(handler)


def is_own(record: logging.LogRecord) -> bool:
    """Whether a line of the log is ours; the engine's are English."""
    return record.name == OWN_LOG.name
